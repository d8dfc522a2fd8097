import { expect, test } from "vitest";
import { strings } from "../../messages/index.ts";
import { asIsoDateTime, asUrlPath } from "../../model/ids.ts";
import type { CardView, SiteView } from "../views.ts";
import { ArticleCard } from "./article-card.tsx";

const site = { messages: strings } as SiteView;
const card: CardView = {
	address: asUrlPath("/2026/11/20/bai.html"),
	title: "Bài có ảnh",
	date: asIsoDateTime("2026-11-20T08:00:00+07:00"),
};
const markup = (picture: NonNullable<CardView["picture"]>) =>
	String(<ArticleCard site={site} variant="lead" level={2} card={{ ...card, picture }} />);

test.each([
	{ focus: "top", width: 800, height: 1200, mark: ' data-focus="0"' },
	{ focus: "bottom", width: 1200, height: 800, mark: ' data-focus="100"' },
	{ focus: "left", width: 1200, height: 800, mark: "" },
	{ focus: "left", width: 1600, height: 800, mark: ' data-focus="0"' },
	{ focus: "33% 100%", width: 800, height: 1200, mark: ' data-focus="100"' },
	{ focus: "33% 100%", width: 1600, height: 900, mark: ' data-focus="30"' },
	{ focus: undefined, width: 800, height: 1200, mark: "" },
])("a card crops a picture of $width × $height around $focus", ({ focus, width, height, mark }) => {
	const picture = { src: asUrlPath("/anh/a.jpg"), variants: [], alt: "Phố", width, height };
	expect(markup({ ...picture, ...(focus && { focus }) })).toContain(
		`<div class="article-card-picture"${mark}><`,
	);
});
