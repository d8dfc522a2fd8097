import type { IsoDateTime, UrlPath } from "../model/ids.ts";
import { withStrokes } from "./stroke.ts";

/** What of an article can be found. */
export interface SearchDocument {
	readonly address: UrlPath;
	readonly title: string;
	readonly date: IsoDateTime;
	readonly summary?: string;
	/** The body without its Markdown, captions included. */
	readonly text: string;
	/** By-lines as readers see them, organisations included. */
	readonly bylines: readonly string[];
	/** A small version of its picture. */
	readonly thumbnail?: UrlPath;
	/** What results can be narrowed by; each value as readers know it. */
	readonly filters: {
		readonly province: readonly string[];
		readonly committee: readonly string[];
		readonly tag: readonly string[];
		readonly author: readonly string[];
	};
}

/** A record of Pagefind's Node interface. */
export interface PagefindRecord {
	url: string;
	language: string;
	content: string;
	meta: Record<string, string>;
	filters: Record<string, string[]>;
	sort: Record<string, string>;
}

/** The language by which all bundles are known, so that they can be searched together. */
const language = "vi";

/** Turns an article into a record; đ is written so that it can be found as d. */
export function toRecord(document: SearchDocument): PagefindRecord {
	const { address, title, date, summary, text, bylines, thumbnail, filters } = document;
	const year = date.slice(0, 4);
	return {
		url: address,
		language,
		content: withStrokes(
			[summary, text, ...bylines].filter((part) => part !== undefined && part !== "").join("\n"),
		),
		meta: {
			title: withStrokes(title),
			date,
			...(thumbnail === undefined ? {} : { image: thumbnail }),
		},
		filters: {
			year: [year],
			province: [...filters.province],
			committee: [...filters.committee],
			tag: [...filters.tag],
			author: [...filters.author],
		},
		sort: { date },
	};
}
