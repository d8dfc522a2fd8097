import { fold, formatNumber } from "../../../text/index.ts";
import {
	decodeEntities,
	encodingNames,
	repairHtml,
	repairText,
	type TextChange,
} from "../../encodings/index.ts";
import { readCount } from "../../read-count.ts";
import { firstDate } from "../../read-date.ts";
import type { Fetch, ImportedArticle, ImportedBody, ImportedFile, UnreadableItem } from "../../source.ts";
import type { MediaLibrary } from "../media/media-library.ts";
import { linksIn, picturesIn } from "../referenced-files.ts";
import { withoutUndefined } from "../without-undefined.ts";
import { expandShortcodes, remarksOn, withParagraphs } from "../wordpress/shortcodes.ts";
import type { ColumnMapping } from "./column-mapping.ts";
import type { JoinedRow } from "./joined-row.ts";
import { strings } from "./strings.ts";

/** Where pictures come from. */
export interface TableFiles {
	readonly media?: MediaLibrary;
	readonly fetch?: Fetch;
}

/** Where a row keeps cells that have no column. No column is named so. */
export const surplusColumn = "\0";

/** Accounts of a system's keeper, which no person signs with. */
const systemAccount = /^(?:super user|admin\w*|administrator|root|webmaster|quản trị.*)$/i;
const attachment = /\.(?:pdf|docx?|xlsx?|pptx?|rtf|odt|ods|zip|rar|7z|mp3)$/i;

/** Makes an article of a row and the rows of other tables that belong to it. */
export function articleOfRow(
	row: JoinedRow,
	mapping: ColumnMapping,
	position: number,
	files: TableFiles,
): ImportedArticle | UnreadableItem {
	const id = row.first(mapping.id);
	const title = row.first(mapping.title);
	if (title === undefined)
		return { position, ...(id === undefined ? {} : { id }), unreadable: strings.noTitle };
	const leftOut = reasonLeftOut(row, mapping);
	if (leftOut !== undefined) return { position, ...(id === undefined ? {} : { id }), unreadable: leftOut };
	const { body, changes, remarks = [] } = bodyOf(row, mapping);
	const date = firstDate(...(mapping.date ?? []).map((column) => row.first([column])));
	const updated = firstDate(row.first(mapping.updated));
	const image = imageOf(row, mapping);
	const caption = row.first(mapping.caption);
	const state = mapping.state === undefined ? undefined : row.first([mapping.state]);
	const isLocked = row.first(mapping.locked) !== undefined;
	const isUnpublished =
		state !== undefined &&
		mapping.published !== undefined &&
		!mapping.published.some((each) => fold(each) === fold(state));
	const surplus = row.first([surplusColumn]);
	const doubts = [
		...(isUnpublished ? [{ detail: strings.unusedState(state), confidence: 0.9 }] : []),
		...(isLocked ? [{ detail: strings.locked, confidence: 0.5 }] : []),
		...remarks.map((detail) => ({ detail, confidence: 0.3 })),
		...(surplus === undefined ? [] : [{ detail: strings.surplus, confidence: 0.3 }]),
	];
	const views = readCount(row.first(mapping.views) ?? "");
	const optional = {
		id,
		slug: row.first(mapping.slug),
		lead: plainLine(row.first(mapping.lead)),
		date,
		updated: updated === date ? undefined : updated,
		...originOf(row, mapping),
	};
	return {
		position,
		title: decodeEntities(title).text,
		body,
		authors: row
			.all(mapping.author)
			.map((author) => decodeEntities(author).text)
			.filter((author) => !systemAccount.test(author))
			.slice(0, mapping.author?.length === 1 ? undefined : 1),
		categories: [...new Set(row.all(mapping.category))],
		tags: [...new Set(row.all(mapping.tags).flatMap(splitKeywords))],
		formerAddresses: [
			...row.all(mapping.address),
			...(mapping.addresses ?? []).flatMap((template) => row.address(template) ?? []),
		],
		files: [
			...(image === undefined
				? []
				: [
						{
							...fileOf(image, files),
							isLead: true,
							...(caption === undefined ? {} : { caption: decodeEntities(caption).text }),
						},
					]),
			...filesIn(body, image, files),
		],
		repaired: repairedIn(changes),
		...(views === undefined ? {} : { views }),
		...(isUnpublished || isLocked ? { isDraft: true } : {}),
		...(doubts.length > 0 ? { doubts } : {}),
		...(surplus === undefined ? {} : { leftOut: [surplus] }),
		...withoutUndefined(optional),
	};
}

/** Why a row becomes no article. */
function reasonLeftOut(row: JoinedRow, mapping: ColumnMapping): string | undefined {
	const kind = mapping.kind === undefined ? undefined : row.first([mapping.kind]);
	if (kind !== undefined && mapping["other-kinds"]?.includes(kind)) return strings.otherKind(kind);
	const state = mapping.state === undefined ? undefined : row.first([mapping.state]);
	return state !== undefined && mapping.trashed?.includes(state) ? strings.trashed : undefined;
}

interface ReadBody {
	readonly body: ImportedBody;
	readonly changes: readonly TextChange[];
	/** What a person should look at. */
	readonly remarks?: readonly string[];
}

function bodyOf(row: JoinedRow, mapping: ColumnMapping): ReadBody {
	const raw = row.all(mapping.body);
	const kind =
		mapping["body-kind"] ??
		(raw.some((part) => /<(?:p|div|br|span|table|img)\b/i.test(part)) ? "html" : "text");
	if (kind === "text") return { body: { text: raw.join("\n\n") }, changes: [] };
	if (kind === "markdown") {
		const { text, changes } = repairText(raw.join("\n\n"));
		return { body: { markdown: text }, changes };
	}
	if (kind === "wordpress") return wordPressBody(row, raw.join("\n\n"));
	if (kind === "lines-html") {
		const { html, changes } = repairHtml(
			raw.map((text) => (/<p[\s>]/i.test(text) ? text : withParagraphs(text))).join("\n"),
		);
		return { body: { html }, changes };
	}
	const markup = kind === "encoded-html" ? raw.map(decodedMarkup) : raw;
	const { html, changes } = repairHtml(markup.join("\n"));
	return { body: { html }, changes };
}

function wordPressBody(row: JoinedRow, text: string): ReadBody {
	const expanded = expandShortcodes(text, (id) => {
		const [picture] = row.rowsIn("*posts", "ID", id);
		const address = picture?.get("guid");
		const caption = picture?.get("post_excerpt");
		return address === undefined ? undefined : { address, ...(caption ? { caption } : {}) };
	});
	const { html, changes } = repairHtml(expanded.html);
	return { body: { html }, changes, remarks: remarksOn(expanded) };
}

/** Decodes markup whose tags are character references. Older versions of some modules store it so. */
function decodedMarkup(text: string): string {
	return /<\w/.test(text) ? text : decodeEntities(text).text;
}

/** A lead or source as plain text: some systems edit them in a rich-text field. */
function plainLine(text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	const plain = decodeEntities(decodedMarkup(text).replace(/<[^>]*>/g, " ")).text;
	return plain.replace(/\s+/g, " ").trim() || undefined;
}

/**
 * Who published an article first, and where: `Báo Xã`, an address, or both in one line (`Theo https://…`). NukeViet's
 * field for the source holds a name or an address; its table of sources has the name.
 */
function originOf(row: JoinedRow, mapping: ColumnMapping) {
	const said = row.all(mapping.source).flatMap((text) => plainLine(text) ?? []);
	const addresses = said.flatMap((text) => /https?:\/\/[^\s<>"]+[^\s<>".,;)]/i.exec(text)?.[0] ?? []);
	const names = said.map((text) => {
		const plain = text.replace(/https?:\/\/\S+/gi, "").replace(/^[\s:(–-]+|[\s:()–-]+$/g, "");
		return plain.replace(/^(?:theo|nguồn(?: tin)?|trích(?: từ)?)(?:\s*:\s*|\s+)/i, "");
	});
	const name = names.find(
		(text) => /\p{L}/u.test(text) && !/^(?:theo|nguồn(?: tin)?|trích(?: từ)?)$/i.test(text),
	);
	return { source: name ?? addresses[0] ?? said[0], link: row.first(mapping.link) ?? addresses[0] };
}

function splitKeywords(text: string): string[] {
	return decodeEntities(text)
		.text.split(/[,;]/)
		.map((word) => word.trim())
		.filter((word) => word !== "");
}

function imageOf(row: JoinedRow, mapping: ColumnMapping): string | undefined {
	// Joomla 4 appends data of its media manager: "images/a.jpg#joomlaImage://…".
	// Drupal names its folder of files so.
	const image = row
		.first(mapping.image)
		?.split("#", 1)[0]
		?.replace(/^public:\/\//, "");
	if (image === undefined || image === "") return undefined;
	if (/^(?:https?:)?\/|^data:/i.test(image)) return image;
	return (mapping["image-folder"] ?? "/") + image;
}

function fileOf(reference: string, { media, fetch }: TableFiles): ImportedFile {
	const isAddress = /^https?:\/\//i.test(reference);
	const read = media?.find(reference) ?? (fetch && isAddress ? () => fetch(reference) : undefined);
	return { reference, ...(read === undefined ? {} : { read }) };
}

function filesIn(body: ImportedBody, image: string | undefined, files: TableFiles): ImportedFile[] {
	if (!("html" in body)) return [];
	const documents = linksIn(body.html).filter((href) => attachment.test(href.split(/[?#]/, 1)[0] ?? ""));
	return [...new Set([...picturesIn(body.html), ...documents])]
		.filter((reference) => reference !== image)
		.map((reference) => fileOf(reference, files))
		.filter(({ read }) => read !== undefined);
}

function repairedIn(changes: readonly TextChange[]): string[] {
	const counts = new Map<string, number>();
	for (const { kind } of changes) {
		if (kind !== "entities") counts.set(encodingNames[kind], (counts.get(encodingNames[kind]) ?? 0) + 1);
	}
	return [...counts].map(([encoding, count]) => strings.readAs(encoding, formatNumber(count)));
}
