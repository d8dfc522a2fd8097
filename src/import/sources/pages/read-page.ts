import { readByLine } from "../../plain-text/by-line.ts";
import { readDate } from "../../read-date.ts";
import type { Doubt, ImportedArticle, ImportedFile } from "../../source.ts";
import { SourceError } from "../../source.ts";
import { markFigures } from "./figures-of-page.ts";
import { findMainText } from "./find-main-text.ts";
import { endsText, isFurniture, readDateLine, readViews } from "./furniture.ts";
import { mendPage } from "./mend-page.ts";
import { blocksOf, isBefore, type PageBlock, textOf, tidyBlocks } from "./page-blocks.ts";
import { filesOf } from "./page-files.ts";
import { type PageMetadata, readMetadata } from "./page-metadata.ts";
import { findTitle, isSameText } from "./page-title.ts";
import { parsePage } from "./parse-page.ts";
import type { Profile } from "./profile.ts";
import { strings } from "./strings.ts";

/** What is known of a page beside its text. */
export interface PageContext {
	/** Where it stood, as far as its file or archive tells. */
	readonly address?: string;
	readonly profile?: Profile;
	/** The day that a sitemap names, for pages that name none. */
	readonly sitemapDate?: string;
}

/** An article without its place in the source. */
export type PageArticle = Omit<ImportedArticle, "position">;

export type PageReading = { readonly article: PageArticle } | { readonly unreadable: string };

const leastBody = 40;
/** How far into the main text its title, date and lead may stand. */
const headBlocks = 16;
const longestLead = 600;
const longestByLine = 120;
/** Text outside the article that is worth a look: this much, and half as much as the article has. */
const muchOutside = 800;
const millisecondsPerDay = 86_400_000;

/**
 * Reads the article of a page: what its profile, its metadata and its look tell. Words of the main text end up in the
 * article, or in `leftOut`.
 */
export function readPage(html: string, context: PageContext = {}): PageReading {
	let document: Document;
	try {
		document = parsePage(html);
	} catch (error) {
		if (error instanceof SourceError) return { unreadable: error.message };
		throw error;
	}
	return new PageReader(document, context).read();
}

class PageReader {
	readonly #document: Document;
	readonly #context: PageContext;
	readonly #profile: Profile;
	readonly #metadata: PageMetadata;
	readonly #mended: readonly string[];
	readonly #leftOut: string[] = [];
	readonly #doubts: Doubt[] = [];

	constructor(document: Document, context: PageContext) {
		this.#document = document;
		this.#context = context;
		this.#profile = context.profile ?? {};
		this.#mended = mendPage(document);
		this.#metadata = readMetadata(document);
	}

	read(): PageReading {
		const { body } = this.#document;
		for (const element of body.querySelectorAll(
			"script, style, noscript, template, link, meta[content]:empty",
		))
			if (!element.hasAttribute("itemprop")) element.remove();
		for (const selector of this.#profile.remove ?? [])
			for (const element of body.querySelectorAll(selector)) element.remove();
		tidyBlocks(body);
		if (textOf(body) === "") return { unreadable: strings.emptyPage };
		const main = findMainText(this.#document, this.#profile.body);
		if (!main) return { unreadable: strings.noMainText };
		if (this.#profile.body && main.by !== "profile") this.#missed("body");
		const isArticle = this.#metadata.isArticle || main.by === "profile";
		if (!isArticle && linkShareOf(main.element) > 0.5) return { unreadable: strings.listPage };

		const title = findTitle(this.#document, this.#metadata, this.#profile.title, main.element);
		if (this.#profile.title && !title?.isFromProfile) this.#missed("title");
		// What was said of the page as a whole is asked for before the main text is taken apart.
		const given = this.#given(main.element);
		const category = this.#categories(title?.element);
		const head = this.#readHead(main.element, title?.text);
		const tail = this.#readTail(main.element);
		const lead = given.lead ?? head.lead;
		markFigures(main.element, this.#profile.captions);
		const text = textOf(main.element);
		const hasPicture = main.element.querySelector("img") !== null;
		if (text.length < leastBody && !hasPicture && lead === undefined)
			return { unreadable: strings.noMainText };
		this.#lookOutside(main.element, text.length);

		const date = this.#date(given.date ?? head.date ?? this.#dateOnPage(main.element));
		const labelled = this.#labelled(main.element);
		const labelledAuthors = labelled.author === undefined ? undefined : [labelled.author];
		const authors = given.authors ?? tail.authors ?? labelledAuthors ?? this.#statedAuthors();
		const tags =
			given.keywords ?? this.#metadata.keywords.filter((tag) => tag.includes(" ") || tag.length > 4);
		const views = head.views ?? tail.views ?? this.#viewsOnPage();
		const address = this.#metadata.address ?? this.#context.address;
		const source = given.source ?? tail.source ?? labelled.source;
		const files = filesOf(main.element, this.#leadPicture(main.element, title?.element), this.#metadata);
		return {
			article: {
				title: title?.text ?? "",
				...(lead === undefined ? {} : { lead }),
				body: { html: main.element.innerHTML },
				...(date === undefined ? {} : { date }),
				...(this.#metadata.updated === undefined ? {} : { updated: this.#metadata.updated }),
				...signed(authors),
				...(source === undefined ? {} : { source }),
				...(address === undefined
					? {}
					: { formerAddresses: formerAddresses(address, this.#context.address) }),
				...(category.length > 0 ? { categories: category } : {}),
				...(tags.length > 0 ? { tags } : {}),
				...(files.length > 0 ? { files } : {}),
				...(views === undefined ? {} : { views }),
				...(this.#mended.length > 0 ? { mended: this.#mended } : {}),
				...(this.#leftOut.length > 0 ? { leftOut: this.#leftOut } : {}),
				...(this.#doubts.length > 0 ? { doubts: this.#doubts } : {}),
				excerpt: blocksOf(main.element)
					.map((block) => block.text)
					.join("\n\n"),
			},
		};
	}

	#missed(field: string): void {
		this.#doubts.push({ detail: strings.profileMissed(field), confidence: 0.3 });
	}

	/** What selectors of the profile and telling classes find. Elements within the main text leave it. */
	#given(main: Element) {
		const take = (field: "lead" | "date" | "author" | "source", common: string): string | undefined => {
			const own = this.#profile[field];
			for (const selector of own ?? [common]) {
				if (selector === "") continue;
				for (const element of this.#document.body.querySelectorAll(selector)) {
					const text = textOf(element);
					if (text === "" || element.contains(main)) continue;
					if (!own && !(isFitting(field, text) && (field !== "author" || this.#isPerson(withoutLabel(text)))))
						continue;
					if (main.contains(element)) element.remove();
					return text;
				}
			}
			if (own) this.#missed(field);
			return undefined;
		};
		const lead = take("lead", leadPlaces);
		const date = take("date", "");
		const author = take("author", authorPlaces);
		const source = take("source", "");
		const keywords = this.#keywords(main);
		return {
			...(lead === undefined ? {} : { lead }),
			...(date === undefined ? {} : { date: readDateLine(date)?.date ?? date }),
			...(author === undefined ? {} : { authors: [withoutLabel(author)] }),
			...(source === undefined ? {} : { source: withoutLabel(source) }),
			...(keywords.length > 0 ? { keywords } : {}),
		};
	}

	#keywords(main: Element): string[] {
		for (const selector of this.#profile.keywords ?? [keywordPlaces]) {
			const elements = [...this.#document.body.querySelectorAll(selector)];
			const words = elements.flatMap((element) => {
				const parts = element.tagName === "A" ? [textOf(element)] : linkTexts(element);
				return (parts.length > 0 ? parts : textOf(element).split(/[,;|]/)).map(withoutLabel);
			});
			for (const element of elements) if (main.contains(element)) element.remove();
			const found = [...new Set(words.filter((word) => word !== "" && !isFurniture(word)))];
			if (found.length > 0) return found;
		}
		return [];
	}

	#categories(title: Element | undefined): string[] {
		for (const selector of this.#profile.category ?? []) {
			const found = [...this.#document.body.querySelectorAll(selector)]
				.map(textOf)
				.filter((text) => text !== "");
			if (found.length > 0) return found;
		}
		if (this.#metadata.sections.length > 0) return [...this.#metadata.sections];
		const trail = this.#document.body.querySelector(trailPlaces);
		const steps = trail
			? linkTexts(trail).filter((step) => !/^(?:trang chủ|trang nhất|home)$/i.test(step))
			: [];
		const shown = title ? steps.filter((step) => !isSameText(step, textOf(title))) : steps;
		const last = shown.at(-1);
		return last === undefined ? [] : [last];
	}

	/** Takes title, date, views, lead and buttons from the beginning of the main text. */
	#readHead(main: Element, title: string | undefined) {
		const blocks = blocksOf(main).slice(0, headBlocks);
		const titleAt = blocks.findIndex(({ text }) => title !== undefined && isSameText(text, title));
		let date: string | undefined;
		let views: number | undefined;
		let lead: string | undefined;
		for (const [index, block] of blocks.entries()) {
			const { text, element, hasPicture } = block;
			const dated = readDateLine(text);
			const seen = readViews(text) ?? dated?.others.map(readViews).find((count) => count !== undefined);
			if (index === titleAt) element.remove();
			else if (dated && date === undefined && !hasPicture) {
				date = dated.date;
				views ??= seen;
				this.#leftOut.push(...dated.others.filter((part) => readViews(part) === undefined));
				element.remove();
			} else if (seen !== undefined) {
				views ??= seen;
				element.remove();
			} else if (!hasPicture && (isFurniture(text) || (index < titleAt && text.length < 120)))
				this.#leave(block);
			else if (hasPicture && text === "") continue;
			else {
				lead = this.#leadIn(block);
				break;
			}
		}
		return {
			...(date === undefined ? {} : { date }),
			...(views === undefined ? {} : { views }),
			...(lead === undefined ? {} : { lead }),
		};
	}

	/** The first paragraph is the lead where its class or the page's description says so, or where it is all bold. */
	#leadIn({ element, text, hasPicture }: PageBlock): string | undefined {
		if (hasPicture || text.length > longestLead || text.length < 30) return undefined;
		const { description = "" } = this.#metadata;
		const stated = description.replace(/[.…\s]+$/, "");
		const isStated = stated.length > 30 && sameStart(text, stated);
		const isBold = isWhollyBold(element) && element.nextElementSibling !== null;
		if (!isStated && !isBold) return undefined;
		if (!isStated) this.#doubts.push({ detail: strings.guessedLead, confidence: 0.8 });
		element.remove();
		return text;
	}

	/** Takes by-line, source and furniture from the end of the main text. */
	#readTail(main: Element) {
		const blocks = blocksOf(main);
		const from = blocks.findIndex(({ text }, index) => index > 0 && endsText(text));
		if (from > 0) for (const block of blocks.splice(from)) this.#leave(block);
		let views: number | undefined;
		let source: string | undefined;
		let authors: string[] | undefined;
		while (blocks.length > 1) {
			const block = blocks.at(-1);
			if (!block || block.hasPicture) break;
			const { text, element } = block;
			const seen = readViews(text);
			const named = /^(?:nguồn(?: tin| bài)?|theo)\s*:\s*(.{2,100})$/i.exec(text)?.[1];
			const signed =
				/^(?:tác giả(?: bài viết)?|người viết|bài(?:,| và)? ảnh|tin(?:,| và)? ảnh|tin(?:,)? bài)\s*:\s*(.{2,100})$/i.exec(
					text,
				)?.[1];
			if (seen !== undefined) views ??= seen;
			else if (named !== undefined && source === undefined) source = named;
			else if (signed !== undefined && authors === undefined) authors = [signed];
			else if (isFurniture(text)) this.#leftOut.push(text);
			else if (authors === undefined && (isByLine(block) || (blocks.length > 2 && readByLine(text)))) {
				authors = [text];
				this.#doubts.push({ detail: strings.guessedAuthor(text), confidence: isByLine(block) ? 0.85 : 0.7 });
			} else break;
			element.remove();
			blocks.pop();
		}
		return {
			...(views === undefined ? {} : { views }),
			...(source === undefined ? {} : { source }),
			...(authors === undefined ? {} : { authors }),
		};
	}

	#leave({ element, text }: PageBlock): void {
		if (text !== "") this.#leftOut.push(text);
		element.remove();
	}

	/** A date line outside the main text: the nearest before it, else the first of the page. */
	#dateOnPage(main: Element): string | undefined {
		const stamped = this.#document.body.querySelector("time[datetime]")?.getAttribute("datetime")?.trim();
		let before: string | undefined;
		let first: string | undefined;
		for (const { element, text } of blocksOf(this.#document.body)) {
			if (main.contains(element)) continue;
			const found = readDateLine(text)?.date;
			if (found === undefined) continue;
			first ??= found;
			if (isBefore(element, main)) before = found;
		}
		return before ?? stamped ?? first;
	}

	/** The stated date, unless the page shows one only; what contradicts is a doubt. */
	#date(shown: string | undefined): string | undefined {
		const { published, pageDate } = this.#metadata;
		const stated = published ?? (shown === undefined ? pageDate : undefined);
		if (stated !== undefined) {
			if (shown !== undefined && areApart(shown, stated))
				this.#doubts.push({ detail: strings.dateDiffers(shown, stated), confidence: 0.5 });
			return stated;
		}
		const { sitemapDate } = this.#context;
		if (shown === undefined && sitemapDate !== undefined)
			this.#doubts.push({ detail: strings.dateFromSitemap(sitemapDate), confidence: 0.4 });
		return shown ?? sitemapDate;
	}

	/** Authors of the metadata, without those who are the site or its administrator. */
	#statedAuthors(): string[] {
		return this.#metadata.authors.filter((name) => this.#isPerson(name));
	}

	#isPerson(name: string): boolean {
		const { siteName } = this.#metadata;
		const isSite = siteName !== undefined && isSameText(name, siteName);
		return !isSite && name.length <= longestByLine && !systemAccount.test(name);
	}

	/** "Tác giả: …" and "Nguồn tin: …" in a line of their own beside the main text. */
	#labelled(main: Element) {
		let author: string | undefined;
		let source: string | undefined;
		for (const { element, text } of blocksOf(this.#document.body)) {
			if (text.length > longestByLine || main.contains(element)) continue;
			author ??= signedBy(text);
			source ??= takenFrom(text);
		}
		return { author, source };
	}

	/** The picture between the title and a main text that begins after it, as NukeViet shows it. */
	#leadPicture(main: Element, title: Element | undefined): ImportedFile | undefined {
		for (const picture of this.#document.body.querySelectorAll("img")) {
			if (main.contains(picture) || !title || title.contains(picture)) continue;
			const isBetween = isBefore(title, picture) && isBefore(picture, main);
			const figure = picture.closest("figure") ?? picture.closest('[class*="image"], [class*="photo"]');
			const reference = picture.getAttribute("src")?.trim() ?? "";
			if (!isBetween || !figure || reference === "" || reference.startsWith("data:")) continue;
			const caption = textOf(figure);
			const alt = picture.getAttribute("alt")?.trim();
			return {
				reference,
				isLead: true,
				...(caption === "" || caption.length > 400 ? {} : { caption }),
				...(alt ? { alt } : {}),
			};
		}
		return undefined;
	}

	#viewsOnPage(): number | undefined {
		for (const { text } of blocksOf(this.#document.body)) {
			const views = readViews(text);
			if (views !== undefined) return views;
		}
		return undefined;
	}

	/** Much running text beside the main one may be a part of the article that was missed. */
	#lookOutside(main: Element, length: number): void {
		if (this.#profile.body) return;
		const outside = blocksOf(this.#document.body)
			.filter(
				({ element, text, linkShare }) => !main.contains(element) && text.length > 80 && linkShare < 0.3,
			)
			.reduce((sum, { text }) => sum + text.length, 0);
		if (outside > muchOutside && outside > length / 2)
			this.#doubts.push({ detail: strings.longTextOutside(String(outside)), confidence: 0.4 });
	}
}

const leadPlaces =
	'#hometext, .hometext, .sapo, .article-sapo, .detail-sapo, .chapeau, .news-lead, .article-introtext, .introtext, .article-lead, .lead-detail, [itemprop="description"]:not(meta)';
const authorPlaces =
	'.author-name, .tac-gia, .tacgia, .pAuthor, .article-author, .byline, [itemprop="author"]:not(meta)';
const keywordPlaces =
	'.news_keywords a, .keywords a, .tags-links a, .article-tags a, .tag-list a, .list-tags a, .tukhoa a, [rel="tag"]';
const trailPlaces =
	'.breadcrumb, .breadcrumbs, #breadcrumb, [itemtype$="BreadcrumbList"], .breadcrumbs-wrap, .pathway, .duong-dan';

const systemAccount =
	/^(?:super )?(?:admin\w*|quản trị.*|biên tập viên|editor|root|system account|webmaster|nukeviet.*|joomla.*|vinades.*)$|^https?:/i;
const signature =
	/^(?:tác giả(?: bài viết)?|người viết|(?:thực hiện|bài|tin)(?:(?:,| và| -)? ?ảnh|(?:,| -)? ?bài)?)\s*:\s*(.{2,100})$/i;
const origin = /^(?:nguồn(?: tin| bài)?|theo)\s*:\s*(.{2,100})$/i;

/** Authors apart from the one office that stands beside a name: "Văn Tám (Trung tâm Văn hóa huyện)". */
function signed(lines: readonly string[]): Pick<PageArticle, "authors" | "organisation"> {
	if (lines.length === 0) return {};
	const [line = ""] = lines;
	const read = lines.length === 1 ? readByLine(line) : undefined;
	if (!read) return { authors: lines };
	const { author, organisation } = read;
	return { authors: [author], ...(organisation === undefined ? {} : { organisation }) };
}

function signedBy(line: string): string | undefined {
	return signature.exec(line)?.[1];
}

function takenFrom(line: string): string | undefined {
	return origin.exec(line)?.[1];
}

function isFitting(field: string, text: string): boolean {
	if (field === "lead") return text.length >= 20 && text.length <= 2000;
	return text.length <= longestByLine && !isFurniture(text) && !/[.!?]$/.test(text);
}

function withoutLabel(text: string): string {
	return text.replace(/^(?:tác giả(?: bài viết)?|nguồn(?: tin)?|từ khóa|tags?|bởi|by)\s*:\s*/i, "").trim();
}

function linkTexts(element: Element): string[] {
	return [...element.querySelectorAll("a")].map(textOf).filter((text) => text !== "");
}

function linkShareOf(element: Element): number {
	const all = textOf(element).length;
	const linked = linkTexts(element).reduce((sum, text) => sum + text.length, 0);
	return all === 0 ? 0 : linked / all;
}

/** Signatures stand at the right, in bold or italics, and are no sentence. */
function isByLine({ element, text, linkShare }: PageBlock): boolean {
	if (text.length > longestByLine || /[.!?:;]$/.test(text) || linkShare > 0.5 || text.split(" ").length > 16)
		return false;
	for (let each: Element | null = element; each && each.tagName !== "BODY"; each = each.parentElement) {
		const said = `${each.getAttribute("align") ?? ""};${each.getAttribute("style") ?? ""};${each.getAttribute("class") ?? ""}`;
		if (
			/(?:^|;)right(?:;|$)|text-align\s*:\s*right|\b(?:text-right|has-text-align-right|author|pauthor|tacgia|signature)\b/i.test(
				said,
			)
		)
			return true;
		if (each !== element && each.children.length > 1) break;
	}
	const inner = element.querySelector(
		'[align="right"], [style*="text-align: right"], [style*="text-align:right"]',
	);
	return inner !== null && isSameText(textOf(inner), text);
}

function isWhollyBold(element: Element): boolean {
	if (/^H[2-6]$/.test(element.tagName)) return false;
	if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(element.getAttribute("style") ?? "")) return true;
	const bold = [...element.querySelectorAll("b, strong, [style*='font-weight']")].filter(
		(each) => !each.parentElement?.closest("b, strong"),
	);
	const length = bold.reduce((sum, each) => sum + textOf(each).length, 0);
	return length > 0 && length >= textOf(element).length * 0.95;
}

function sameStart(text: string, stated: string): boolean {
	const [shorter, longer] = [text, stated]
		.map((each) => each.normalize("NFC").toLowerCase())
		.sort((a, b) => a.length - b.length);
	return (longer ?? "").startsWith((shorter ?? "").slice(0, Math.max(30, (shorter ?? "").length - 3)));
}

/** Whether two dates are so far apart that one of them must be wrong. */
function areApart(shown: string, stated: string): boolean {
	const [one, other] = [readDate(shown), readDate(stated)];
	if (!one || !other) return false;
	return Math.abs(Date.parse(one.moment) - Date.parse(other.moment)) > 2 * millisecondsPerDay;
}

/** The address that the page gives for itself, and the one where it was found. */
function formerAddresses(own: string, found: string | undefined): string[] {
	return [...new Set([own, ...(found === undefined ? [] : [found])])];
}
