import type { IsoDateTime } from "../model/ids.ts";
import { cleanText, excerpt, isNfc, slugify, toNfc } from "../text/index.ts";
import { decodeEntities } from "./encodings/index.ts";
import { escapeMarkdown, escapeParagraph, paragraphsOf } from "./escape-markdown.ts";
import type { Note, NoteKind } from "./report.ts";
import type { ImportedArticle } from "./source.ts";
import { strings } from "./strings.ts";
import { readMoment, undatedMoment } from "./undated.ts";

// The limits of articleSchema, authorSchema and their parts.
const titleLimits = { min: 5, max: 200 };
const summaryLimit = 600;
const nameLimit = 120;
const authorsLimit = 10;
const tagLimits = { length: 80, count: 20 };
const linkLimit = 2000;

/** What an imported article says, mended and within the model's limits, before it has a file. */
export interface ArticleDraft {
	readonly title: string;
	readonly moment: IsoDateTime;
	/** From the title; not yet checked against other articles. */
	readonly slug: string;
	readonly summary?: string;
	/** Names, at least one. */
	readonly authors: readonly string[];
	readonly tags: readonly string[];
	readonly source?: { readonly name: string; readonly link?: string };
	/** Markdown. */
	readonly body: string;
	readonly notes: readonly Note[];
}

/** An article that cannot be taken, and why, in Vietnamese. */
export interface Refusal {
	readonly refused: string;
}

/**
 * Brings an imported article into the model's form. No word is lost or added: what finds no field stands in the body,
 * and what stands nowhere is noted.
 */
export function draftArticle(article: ImportedArticle): ArticleDraft | Refusal {
	const notes: Note[] = [];
	const note = (kind: NoteKind, detail = "") => notes.push({ kind, detail });
	const mender = new Mender();
	const fullTitle = mender.line(article.title);
	if (fullTitle.length < titleLimits.min) return { refused: strings.noTitle };
	const title = fullTitle.length > titleLimits.max ? excerpt(fullTitle, titleLimits.max) : fullTitle;
	if (title !== fullTitle) note("longTitle");

	const summary = paragraphsOf(mender.text(article.lead ?? "")).join("\n");
	const text = mender.text("text" in article.body ? article.body.text : "");
	const opening: string[] = title === fullTitle ? [] : [escapeParagraph(fullTitle)];
	if (text.trim() === "" && summary === "") return { refused: strings.noBody };
	const summaryFits = summary.length <= summaryLimit && text.trim() !== "";
	if (!summaryFits && summary !== "") {
		opening.push(escapeMarkdown(summary));
		note(text.trim() === "" ? "summaryAsBody" : "longSummary");
	}

	const closing = (article.captions ?? [])
		.map((caption) => mender.line(caption))
		.filter((caption) => caption !== "");
	if (closing.length > 0) note("captions", closing.join(" | "));
	const pictures = (article.files ?? []).map(({ reference }) => reference);
	if (pictures.length > 0) note("pictures", pictures.join(" "));

	const source = sourceOf(article, mender, note);
	const { authors, others } = authorsOf(article, mender);
	if (others.length > 0) note("longByLine", others.join("; "));
	const tags = tagsOf(article, mender, note);
	notes.push(...mender.notes());

	const draft = {
		title,
		moment: momentOf(article, note),
		slug: slugify(fullTitle) || "bai",
		authors: authors.length > 0 ? authors : [source?.name ?? strings.anonymous],
		tags,
		body: [
			...opening,
			escapeMarkdown(text),
			...closing.map((caption) => `*${escapeParagraph(caption)}*`),
			...others.map(escapeParagraph),
		]
			.filter((part) => part !== "")
			.join("\n\n"),
		notes,
	};
	return {
		...draft,
		...(summaryFits && summary !== "" ? { summary } : {}),
		...(source ? { source } : {}),
	};
}

/** Mends texts and remembers what it had to mend. */
class Mender {
	readonly #decoded: string[] = [];
	#form = false;
	#characters = false;

	text(raw: string): string {
		const { text, decoded } = decodeEntities(raw.toWellFormed());
		this.#decoded.push(...decoded);
		const mended = cleanText(text);
		if (mended !== text) {
			const form = toNfc(text);
			this.#form ||= !isNfc(text);
			this.#characters ||= mended !== form;
		}
		return mended;
	}

	line(raw: string): string {
		return this.text(raw).replace(/\s+/g, " ").trim();
	}

	notes(): Note[] {
		const mended = [
			...(this.#form ? [strings.mendedForm] : []),
			...(this.#characters ? [strings.mendedCharacters] : []),
		];
		return [
			...(mended.length > 0 ? [{ kind: "mended" as const, detail: mended.join("; ") }] : []),
			...(this.#decoded.length > 0
				? [{ kind: "entities" as const, detail: [...new Set(this.#decoded)].join(" ") }]
				: []),
		];
	}
}

function momentOf({ date, position }: ImportedArticle, note: (kind: NoteKind, detail?: string) => void) {
	const read = date === undefined ? undefined : readMoment(date);
	if (read) return read;
	const moment = undatedMoment(position);
	if (date === undefined) note("undated", moment);
	else note("unreadableDate", `${date} → ${moment}`);
	return moment;
}

function sourceOf(
	article: ImportedArticle,
	mender: Mender,
	note: (kind: NoteKind, detail?: string) => void,
): ArticleDraft["source"] {
	const link = article.link === undefined ? undefined : webAddress(article.link);
	if (article.link !== undefined && link === undefined) note("linkLeftOut", article.link);
	const given = mender.line(article.source ?? "");
	const host = link === undefined ? "" : new URL(link).hostname.replace(/^www\./, "");
	const name = given === "" || given.length > nameLimit ? host : given;
	if (name === "") return undefined;
	return link === undefined ? { name } : { name, link };
}

function webAddress(text: string): string | undefined {
	const address = text.trim().normalize("NFC");
	if (address.length > linkLimit || !/^https?:\/\//i.test(address) || !URL.canParse(address))
		return undefined;
	return address;
}

function authorsOf(article: ImportedArticle, mender: Mender) {
	const names = (article.authors ?? [])
		.map((author) =>
			mender
				.line(author)
				.replace(/^[\s,;.]+|[\s,;]+$/g, "")
				.trim(),
		)
		.filter((name) => name !== "");
	const fitting = [...new Set(names)].filter((name) => name.length <= nameLimit);
	const authors = fitting.slice(0, authorsLimit);
	return { authors, others: [...new Set(names)].filter((name) => !authors.includes(name)) };
}

function tagsOf(
	{ categories = [], tags = [] }: ImportedArticle,
	mender: Mender,
	note: (kind: NoteKind, detail?: string) => void,
): string[] {
	const bySlug = new Map<string, string>();
	for (const tag of [...categories, ...tags]) {
		const name = mender.line(tag);
		const slug = slugify(name);
		if (bySlug.has(slug)) continue;
		if (slug === "" || name.length > tagLimits.length || bySlug.size >= tagLimits.count)
			note("tagLeftOut", name);
		else bySlug.set(slug, name);
	}
	return [...bySlug.values()];
}
