import { articleLimits, articleSchema } from "../model/article.ts";
import { authorLimits } from "../model/author.ts";
import { longestWebAddress } from "../model/fields.ts";
import { readFormerAddress } from "../model/former-address.ts";
import { type IsoDate, isSlug, type Slug } from "../model/ids.ts";
import { cleanText, excerpt, quoted, slugify, spellingKey } from "../text/index.ts";
import type { CategoryMeaning, CategoryTable } from "./category-table.ts";
import { draftBody, withoutRepeatedLead } from "./draft-body.ts";
import { escapeMarkdown, escapeParagraph, paragraphsOf } from "./escape-markdown.ts";
import { formerPath } from "./former-addresses.ts";
import { splitLeadPicture } from "./lead-picture.ts";
import type { PlacedFiles } from "./place-files.ts";
import { readAuthors } from "./read-authors.ts";
import { isEmptyDate, readDate } from "./read-date.ts";
import { Repairer } from "./repairer.ts";
import type { Note, NoteKind } from "./report.ts";
import type { ImportedArticle } from "./source.ts";
import { strings } from "./strings.ts";
import { trimCharacters } from "./trim-characters.ts";
import { placeOfUndated } from "./undated.ts";

/** A web or mail address, or the name of a host; "N.Anh" is a person. */
const siteName =
	/^(?:https?:)?\/\/|^\S+@\S+$|^(?:[\w-]+\.)+(?:vn|com|net|org|info|edu|gov|tv|asia|biz)(?:[/:]\S*)?$/i;

/** What is needed to name an article's file. */
export interface ArticleHead {
	readonly title: string;
	/** The title in the source, if it had to be cut. */
	readonly fullTitle: string;
	readonly moment: IsoDate;
	/** The source has no date; this one only determines the article's place among others. */
	readonly undated?: true;
	/** Not yet checked against other articles. */
	readonly slug: string;
	readonly notes: readonly Note[];
}

/** An imported article, repaired and within the model's limits. */
export interface ArticleDraft {
	/** The certain part of the front matter, without authors. */
	readonly fields: Readonly<Record<string, unknown>>;
	/** Names, at least one. */
	readonly authors: readonly string[];
	readonly organisation?: string;
	/** Markdown. */
	readonly body: string;
	readonly notes: readonly Note[];
}

/** An article that cannot be imported, and why, in Vietnamese. */
export interface Refusal {
	readonly refused: string;
}

/** Title, date and slug of an article. Problems with them are noted. */
export function draftHead(article: ImportedArticle): ArticleHead | Refusal {
	const notes: Note[] = [];
	const repairer = new Repairer();
	const fullTitle = repairer.line(article.title);
	// Counted as the model does, in code points, not in code units.
	if ([...fullTitle].length < articleLimits.title.min) return { refused: strings.noTitle };
	const title =
		fullTitle.length > articleLimits.title.max ? excerpt(fullTitle, articleLimits.title.max) : fullTitle;
	if (title !== fullTitle) notes.push({ kind: "longTitle", detail: "" });
	const { moment, undated } = momentOf(article, notes);
	notes.push(...repairer.notes());
	return {
		title,
		fullTitle,
		moment,
		...(undated && { undated }),
		slug: slugify(article.slug ?? fullTitle) || slugify(fullTitle) || "bai",
		notes,
	};
}

/**
 * Brings an imported article into the model's form. No word is lost or added: what fits no field goes into the body,
 * and what fits nowhere is noted.
 *
 * @param files of the article, placed and missing ones
 * @param link the new target of a link in the body
 */
export function draftArticle(
	article: ImportedArticle,
	head: ArticleHead,
	files: PlacedFiles,
	categories: CategoryTable,
	link: (href: string) => string | undefined,
): ArticleDraft | Refusal {
	const notes: Note[] = [];
	const note: AddNote = (kind, detail = "", confidence?) =>
		notes.push({ kind, detail, ...(confidence === undefined ? {} : { confidence }) });
	const repairer = new Repairer();
	const meanings = (article.categories ?? []).map((category) => categories.meaningOf(category));
	if (meanings.some((meaning) => meaning?.isLeftOut)) return { refused: strings.categoryLeftOut };

	const isStated = article.fields !== undefined;
	const summary = paragraphsOf(repairer.text(article.lead ?? "")).join("\n");
	const drafted = draftBody(article.body, { placed: files.placed, isStated, link }, repairer);
	const text = isStated ? drafted.markdown : textWithoutLead(drafted.markdown, summary, note);
	if (drafted.captionsParted.length > 0)
		note("parted", drafted.captionsParted.map((each) => quoted(each)).join(" "));
	const isBare = text.trim() === "";
	if (isBare && summary === "" && files.placed.length === 0) return { refused: strings.noBody };
	const hasSummary =
		summary !== "" && summary.length <= articleLimits.summary && (!isBare || files.placed.length > 0);
	const opening = head.title === head.fullTitle ? [] : [escapeParagraph(head.fullTitle)];
	if (summary !== "" && !hasSummary) {
		opening.push(escapeMarkdown(summary));
		note(isBare ? "summaryAsBody" : "longSummary");
	}

	const closing = (article.captions ?? [])
		.map((caption) => repairer.line(caption))
		.filter((caption) => caption !== "");
	if (closing.length > 0) note("captions", closing.join(" | "));
	noteMissing(files, drafted.absent, note);
	const { authors, credits, ...signed } = signedBy(article, repairer, note);
	const source = sourceOf(article, signed.source, repairer, note);
	const categoryTags = meanings.flatMap(
		(meaning, index) => meaning?.tags ?? [article.categories?.[index] ?? ""],
	);
	const tags = tagsOf(article, categoryTags, repairer, note);
	const lead = splitLeadPicture(text, files.placed, drafted.shown, head.title, isStated);
	const organisation = repairer.line(article.organisation ?? signed.organisation ?? "");
	if (organisation.length > authorLimits.organisation) note("longByLine", organisation);
	noteRemarks(article, note);
	notes.push(...repairer.notes());

	const fields = {
		title: head.title,
		date: head.moment,
		...(head.undated && { undated: true }),
		...updatedOf(article, head.moment, note),
		...placeOf(meanings),
		...(tags.length > 0 ? { tags } : {}),
		...(hasSummary ? { summary } : {}),
		...(lead.image ? { image: lead.image } : {}),
		...(source ? { source } : {}),
		...(article.isDraft ? { draft: true } : {}),
		...(isCount(article.views) ? { views: article.views } : {}),
		...(lead.attachments.length > 0
			? { attachments: lead.attachments.slice(0, articleLimits.attachments) }
			: {}),
		...formerAddressesOf(article, note),
	};
	const hasOrganisation =
		organisation !== "" && organisation.length <= authorLimits.organisation && authors.length > 0;
	return {
		fields: { ...fields, ...statedFields(article, note) },
		authors: authors.length > 0 ? authors : [officeOf(source, organisation)],
		...(hasOrganisation ? { organisation } : {}),
		body: [
			...opening,
			lead.body,
			...closing.map((caption) => `*${escapeParagraph(caption)}*`),
			...credits.map(escapeParagraph),
		]
			.filter((part) => part.trim() !== "")
			.join("\n\n"),
		notes,
	};
}

type AddNote = (kind: NoteKind, detail?: string, confidence?: number) => void;

/** The body without a lead that it repeats; a body that is nothing else stays. */
function textWithoutLead(markdown: string, summary: string, note: AddNote): string {
	if (summary === "") return markdown;
	const rest = withoutRepeatedLead(markdown, summary);
	if (rest !== markdown && rest !== "") note("leadOnce");
	return rest.trim() === "" ? markdown : rest;
}

/** The province and committee of the first categories that name them. */
function placeOf(meanings: readonly (CategoryMeaning | undefined)[]): { province?: Slug; committee?: Slug } {
	const province = meanings.find((meaning) => meaning?.province)?.province;
	const committee = meanings.find((meaning) => meaning?.committee)?.committee;
	return { ...(province && { province }), ...(committee && { committee }) };
}

function noteMissing({ missing }: PlacedFiles, absent: readonly string[], note: AddNote): void {
	const told = new Set(missing.map(({ file }) => file.reference));
	const lines = missing.map(({ file, reason }) => `${file.reference} (${reason})`);
	for (const src of new Set(absent)) if (!told.has(src)) lines.push(src);
	if (lines.length > 0) note("pictures", lines.join(" "));
}

function noteRemarks(article: ImportedArticle, note: AddNote): void {
	for (const { detail, confidence } of article.doubts ?? []) note("doubt", detail, confidence);
	for (const detail of article.repaired ?? []) note("sourceRepaired", detail);
	if (article.leftOut && article.leftOut.length > 0) note("furniture", article.leftOut.join(" | "));
}

/** The value for the field; zero counts as absent. */
function isCount(views: number | undefined): boolean {
	return views !== undefined && Number.isInteger(views) && views > 0 && String(views).length <= 9;
}

function momentOf(
	{ date, position }: ImportedArticle,
	notes: Note[],
): Pick<ArticleHead, "moment" | "undated"> {
	const read = date === undefined ? undefined : readDate(cleanText(date));
	if (read?.isWrongWeekday)
		notes.push({ kind: "wrongWeekday", detail: `${date} → ${read.moment}`, confidence: 0.5 });
	if (read) return { moment: read.moment };
	const moment = placeOfUndated(position);
	if (date === undefined || isEmptyDate(date)) notes.push({ kind: "undated", detail: moment });
	else notes.push({ kind: "unreadableDate", detail: `${date} → ${moment}` });
	return { moment, undated: true };
}

function updatedOf({ updated }: ImportedArticle, moment: IsoDate, note: AddNote): { updated?: string } {
	if (updated === undefined || isEmptyDate(updated)) return {};
	const read = readDate(cleanText(updated))?.moment;
	if (read === undefined) note("unreadableDate", updated);
	return read !== undefined && read > moment ? { updated: read } : {};
}

function formerAddressesOf(
	{ formerAddresses = [] }: ImportedArticle,
	note: AddNote,
): { formerAddresses?: string[] } {
	const paths = formerAddresses.map((address) => {
		const path = formerPath(address);
		return path === undefined || "fault" in readFormerAddress(path) ? undefined : path;
	});
	formerAddresses.forEach((address, index) => {
		if (paths[index] === undefined && !/^https?:\/\/[^/]+\/?$/.test(address)) note("linkLeftOut", address);
	});
	const known = [...new Set(paths.filter((path) => path !== undefined))].slice(
		0,
		articleLimits.formerAddresses,
	);
	return known.length > 0 ? { formerAddresses: known } : {};
}

function sourceOf(
	article: ImportedArticle,
	signedSource: string | undefined,
	repairer: Repairer,
	note: AddNote,
) {
	const site = (article.authors ?? [])
		.map((author) => repairer.line(author))
		.find((name) => siteName.test(name));
	const said = repairer.line(article.source ?? site ?? signedSource ?? "");
	if (site !== undefined && site !== said) note("fieldLeftOut", strings.notAnAuthor(site));
	const address = webAddress(said);
	const link = (article.link === undefined ? undefined : webAddress(article.link)) ?? address;
	if (article.link !== undefined && webAddress(article.link) === undefined) note("linkLeftOut", article.link);
	const given = address === undefined ? said : "";
	const host = link === undefined ? "" : new URL(link).hostname.replace(/^www\./, "");
	const name = given === "" || given.length > articleLimits.sourceName ? host : given;
	if (name === "") return undefined;
	return link === undefined ? { name } : { name, link };
}

function webAddress(text: string): string | undefined {
	const address = text.trim().normalize("NFC");
	if (address.length > longestWebAddress || !/^https?:\/\//i.test(address) || !URL.canParse(address))
		return undefined;
	return address;
}

/** What the by-lines say. No word of them is lost: what the front matter has no field for becomes a credit. */
function signedBy(
	article: ImportedArticle,
	repairer: Repairer,
	note: AddNote,
): { authors: string[]; organisation?: string; source?: string; credits: string[] } {
	const lines = (article.authors ?? [])
		.map((author) => trimCharacters(repairer.line(author), " ,;"))
		.filter((line) => line !== "" && !siteName.test(line));
	if (article.fields !== undefined) return { authors: lines, credits: [] };
	const { authors: names, organisation, sources, credits } = readAuthors(lines);
	if (names.join() !== [...new Set(lines)].join())
		note("byLine", `${lines.join("; ")} → ${names.join("; ") || "–"}`);
	const authors = names.filter((name) => name.length <= authorLimits.name).slice(0, articleLimits.authors);
	const others = names.filter((name) => !authors.includes(name));
	if (others.length > 0) note("longByLine", others.join("; "));
	// A link leads to the source that the old portal named, and to no other.
	const isFree = article.source === undefined && article.link === undefined;
	const [source] = isFree ? sources : [];
	const further = sources.filter((each) => each !== source && each.name !== article.source);
	return {
		authors,
		...(organisation === undefined ? {} : { organisation }),
		...(source === undefined ? {} : { source: source.name }),
		credits: [...others, ...credits, ...further.map(({ written }) => written)],
	};
}

/** The author of an article without a by-line. A web address is not an author. */
function officeOf(source: { readonly name: string } | undefined, organisation: string): string {
	const named = source !== undefined && !siteName.test(source.name) ? source.name : organisation;
	return named || strings.anonymous;
}

function tagsOf(
	{ tags = [] }: ImportedArticle,
	fromCategories: readonly string[],
	repairer: Repairer,
	note: AddNote,
): string[] {
	const byKey = new Map<string, string>();
	for (const tag of [...fromCategories, ...tags]) {
		const name = repairer.line(tag);
		const key = spellingKey(name);
		if (byKey.has(key) || name === "") continue;
		if (slugify(name) === "" || name.length > articleLimits.tag || byKey.size >= articleLimits.tags)
			note("tagLeftOut", name);
		else byKey.set(key, name);
	}
	return [...byKey.values()];
}

/** Front matter that the source has in our format, as far as the schema accepts it. */
function statedFields({ fields = {} }: ImportedArticle, note: AddNote): Record<string, unknown> {
	const shape: Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>> =
		articleSchema.shape;
	const taken: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(fields)) {
		if (name === "author") continue;
		const isKnown = Object.hasOwn(shape, name) && shape[name]?.safeParse(asWritten(value)).success === true;
		if (isKnown) taken[name] = value;
		else note("fieldLeftOut", name);
	}
	return taken;
}

/** The schema gets front matter as text, whatever types JSON has. */
function asWritten(value: unknown): unknown {
	return typeof value === "boolean" || typeof value === "number" ? String(value) : value;
}

/** Ids of authors that a source has in our format. */
export function statedAuthors({ fields }: ImportedArticle): Slug[] {
	const author = fields?.author;
	const ids = Array.isArray(author) ? author : [author];
	return ids.filter((id): id is Slug => typeof id === "string" && isSlug(id));
}
