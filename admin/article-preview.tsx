import type { PreviewTemplateComponentProps } from "decap-cms-core";
import { createElement, useEffect, useState } from "react";
import { strings } from "../src/messages/index.ts";
import { defaultAccent } from "../src/model/accent.ts";
import type { IsoDateTime } from "../src/model/ids.ts";
import { ArticlePage } from "../src/site/kinds/article/article-page.tsx";
import type { SiteView } from "../src/site/views.ts";
import { toVietnamMoment } from "../src/text/index.ts";
import { articleView, previewAddress } from "./article-view.ts";

/** The pane shows the article alone; only what an article's page asks of the site is here. */
const site: SiteView = {
	messages: strings,
	accent: defaultAccent,
	name: "",
	description: "",
	url: location.origin,
	organisation: "",
	contact: {},
	voice: { views: false, comments: "none" },
	menu: [],
	banners: [],
	pages: [],
	features: { search: false, share: false, fontSize: false, readingTime: true, offline: false },
};

type Names = ReadonlyMap<string, string>;

/** The article in the pane beside its form: the very page that readers will see. */
export function ArticlePreview({ entry, getAsset, getCollection }: PreviewTemplateComponentProps) {
	const { view, bodyHtml } = articleView(entry.get("data").toJS(), {
		authors: useNames("authors", getCollection),
		committees: useNames("committees", getCollection),
		pictureAddress: (path) => String(getAsset(path)),
		now: toVietnamMoment(Date.now()) as IsoDateTime,
	});
	const address = previewAddress(String(entry.get("slug") ?? ""));
	// The site's components make HTML of their own, not React's elements.
	const html = String(<ArticlePage view={view} site={site} address={address} bodyHtml={bodyHtml} />);
	// biome-ignore lint/security/noDangerouslySetInnerHtml: the components escape all that they are given
	return createElement("main", { dangerouslySetInnerHTML: { __html: html } });
}

/** The names of a collection's documents by id, once they have been read. */
function useNames(
	collection: "authors" | "committees",
	getCollection: PreviewTemplateComponentProps["getCollection"],
): Names {
	const [names, setNames] = useState<Names>(new Map());
	// biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that the pane opens
	useEffect(() => {
		let closed = false;
		void getCollection(collection).then((documents) => {
			if (closed) return;
			const found = documents.map((document): [string, string] => {
				const { name, penName } = document.get("data") as { name?: string; penName?: string };
				return [document.get("slug"), penName ?? name ?? ""];
			});
			setNames(new Map(found));
		});
		return () => {
			closed = true;
		};
	}, []);
	return names;
}
