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
	picture: { src: asUrlPath("/anh/a.jpg"), width: 800, height: 1200, variants: [], alt: "Phố" },
};
const markup = (picture: CardView["picture"]) =>
	String(
		<ArticleCard site={site} variant="lead" level={2} card={{ ...card, ...(picture && { picture }) }} />,
	);

test("a card's picture keeps the part that the editor chose", () => {
	expect(markup(card.picture && { ...card.picture, focus: "top" })).toContain(
		'<div class="article-card-picture" data-focus="top">',
	);
	expect(markup(card.picture && { ...card.picture, focus: "33% 100%" })).toContain(
		'<div class="article-card-picture" data-focus="x30 y100">',
	);
	expect(markup(card.picture)).toContain('<div class="article-card-picture"><');
});
