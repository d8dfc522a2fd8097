import type { IsoDate, UrlPath } from "../../model/ids.ts";
import { forPagefind } from "./text.ts";

/** The parts of an article that can be searched. */
export interface SearchDocument {
	readonly address: UrlPath;
	readonly title: string;
	readonly date: IsoDate;
	/** True if its day is unknown; then the date serves only for sorting. */
	readonly undated?: boolean;
	readonly summary?: string;
	/** The body without its Markdown, captions included. */
	readonly text: string;
	/** Bylines as readers see them, including organisations. */
	readonly bylines: readonly string[];
	/** A small version of its picture. */
	readonly thumbnail?: UrlPath;
	/** The values by which results can be narrowed, as readers know them. */
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

/** All bundles have the same language, so that they can be searched together. */
const language = "vi";

/** Turns an article into a record. Its words are written as `text.ts` describes; its filters are not. */
export function toRecord(document: SearchDocument): PagefindRecord {
	const { address, title, date, undated, summary, text, bylines, thumbnail, filters } = document;
	return {
		url: address,
		language,
		content: forPagefind(
			[summary, text, ...bylines].filter((part) => part !== undefined && part !== "").join("\n"),
		),
		meta: {
			title: forPagefind(title),
			...(undated ? {} : { date }),
			...(thumbnail === undefined ? {} : { image: thumbnail }),
		},
		filters: {
			month: [date.slice(0, 7)],
			day: [date.slice(0, 10)],
			province: [...filters.province],
			committee: [...filters.committee],
			tag: [...filters.tag],
			author: [...filters.author],
		},
		sort: { date },
	};
}
