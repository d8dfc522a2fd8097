/** An archive as a book, in EPUB 3.3: a chapter for each month. */
import { stat } from "node:fs/promises";
import { html, raw } from "hono/html";
import { replaceFile } from "../../disk/atomic-write.ts";
import { sha256, sha256OfFile } from "../../disk/digest.ts";
import { languageOf, say, sayDay, sayDayWithWeekday, sayMonth } from "../../messages/index.ts";
import { recordAddress } from "../../model/addresses.ts";
import type { Progress } from "../../model/progress.ts";
import { documentHeading } from "../../site/plan/official-documents.ts";
import { ArchiveError } from "../archive-error.ts";
import { type ArchiveMeans, relocationOf } from "../archive-file.ts";
import { wholeArticle } from "../archive-files.tsx";
import { articlePlace, type Place } from "../article-place.ts";
import { type ArchivePictures, type DocumentPart, dayAnchor, type Layout, type Part } from "../layout.ts";
import { type ArchiveSource, prepareMeans } from "../make-archive.tsx";
import { ArticleText } from "../pages/article-text.tsx";
import { archivedDocuments, documentSection, titleOfDocuments } from "../record-files.tsx";
import { type Relocation, relocate } from "../relocate.ts";
import { strings } from "../strings.ts";
import { ZipWriter } from "../zip-writer.ts";

export interface BookOptions {
	/** The file that is written. */
	readonly output: string;
	readonly pictures: ArchivePictures;
	readonly progress: Progress;
}

export interface BookResult {
	readonly articles: number;
	readonly edition: number;
	readonly files: number;
	/** In bytes. */
	readonly size: number;
	/** In hexadecimal. */
	readonly sha256: string;
}

/** A file of the book, as its manifest lists it. */
interface BookItem {
	readonly path: string;
	readonly type: string;
	/** Whether it is part of the reading order. */
	readonly isChapter: boolean;
	readonly properties?: string;
}

/** Formats that every e-reader shows. */
const pictureTypes: Readonly<Record<string, string>> = {
	".jpg": "image/jpeg",
	".jpeg": "image/jpeg",
	".png": "image/png",
	".gif": "image/gif",
	".svg": "image/svg+xml",
	".webp": "image/webp",
};

/**
 * Writes a book. The same content gives the same bytes.
 *
 * @throws ArchiveError if the scope has no article
 */
export async function makeBook(source: ArchiveSource, options: BookOptions): Promise<BookResult> {
	const { output, progress } = options;
	const means = await prepareMeans(source, options.pictures === "none" ? "none" : "common");
	const { archive, layout, own } = means;
	if (archive.count === 0) throw new ArchiveError(strings.noArticles, strings.noArticlesRemedy);
	const items: BookItem[] = [];
	progress.start(strings.progress, 0);
	await replaceFile(output, async (unfinished) => {
		const zip = new ZipWriter(unfinished, archive.edition.day);
		await zip.add("mimetype", { bytes: Buffer.from("application/epub+zip") }, { stored: true });
		const text = (path: string, content: string) => zip.add(path, { bytes: Buffer.from(content) });
		await text("META-INF/container.xml", container);
		const add = async (item: BookItem, content: string) => {
			items.push(item);
			await text(`sach/${item.path}`, content);
			progress.advance();
		};
		const page = { type: "application/xhtml+xml", isChapter: true };
		await add({ path: "sach.css", type: "text/css", isChapter: false }, own.bookCss);
		await add({ path: "bia.xhtml", ...page }, coverOf(means));
		await add({ path: "muc-luc.xhtml", ...page, properties: "nav" }, contentsOf(means));
		for (const part of layout.parts)
			await add({ path: chapterPath(part.path), ...page }, chapterOf(means, part));
		for (const part of documentParts(layout.documents))
			await add({ path: chapterPath(part.path), ...page }, documentChapterOf(means, part));
		if (layout.events.length > 0) await add({ path: eventsPath, ...page }, eventsChapterOf(means));
		for (const { path, source } of layout.copied) {
			const type = path.startsWith("anh/") ? pictureTypes[path.slice(path.lastIndexOf("."))] : undefined;
			if (type === undefined) continue;
			items.push({ path, type, isChapter: false });
			await zip.add(`sach/${path}`, { source });
		}
		await text("sach/sach.opf", packageOf(means, items));
		await zip.end();
	});
	progress.done();
	return {
		articles: archive.count,
		edition: archive.edition.number,
		files: items.length + 3,
		size: (await stat(output)).size,
		sha256: await sha256OfFile(output),
	};
}

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="sach/sach.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`;

function chapterPath(path: string): string {
	return path.replace(/\.html$/, ".xhtml");
}

/** Articles, official documents and pictures are in the book. Names that link to lists on the site are plain text. */
function relocationInBook(means: ArchiveMeans, path: string): Relocation {
	const { layout } = means;
	const chapters = new Set(documentParts(layout.documents).map(({ path: chapter }) => chapter));
	const placeOf = (address: string): Place | undefined => {
		const place = layout.placeOf(address);
		if (place?.path.startsWith("tin/") || chapters.has(place?.path ?? ""))
			return { ...place, path: chapterPath(place?.path ?? "") };
		return place?.path.startsWith("anh/") ? place : undefined;
	};
	return {
		...relocationOf(means, path),
		placeOf,
		unlinked: (address) =>
			address.startsWith("/") &&
			!/^\/(?:van-ban\/)?tep\//.test(address) &&
			placeOf(address) === undefined &&
			layout.placeOf(address) !== undefined,
		xml: true,
	};
}

// Characters that XML does not allow.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

function documentOf({ archive: { site } }: ArchiveMeans, path: string, title: string, body: unknown): string {
	const language = languageOf(site);
	const sheet = `${path.includes("/") ? "../" : ""}sach.css`;
	const markup = html`<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}"><head><title>${title}</title><link rel="stylesheet" type="text/css" href="${sheet}"/></head><body>${body}</body></html>`;
	return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${String(markup).replace(forbidden, "")}\n`;
}

function chapterOf(means: ArchiveMeans, part: Part): string {
	const { site } = means.archive;
	const path = chapterPath(part.path);
	const relocation = relocationInBook(means, path);
	const title = sayMonth(site, part.month);
	const days = [...part.days].map(
		([day, entries]) =>
			html`<section id="${dayAnchor(day)}"><h2>${sayDayWithWeekday(site, day)}</h2>${entries.map((entry) => {
				const { anchor = "" } = articlePlace(entry.article.address, means.layout.gathering) ?? {};
				const whole = wholeArticle(means, entry);
				const article = <ArticleText archive={means.archive} article={whole} />;
				const markup = relocate(String(article), { ...relocation, idPrefix: `${anchor}-`, headingShift: 2 });
				return raw(markup.replace("<article ", `<article id="${anchor}" `));
			})}</section>`,
	);
	return documentOf(means, path, title, html`<h1>${title}</h1>${days}`);
}

/** Official documents in the order of chapters. */
function documentParts(years: Layout["documents"]): DocumentPart[] {
	return years.flatMap(({ year, path, documents, months }) =>
		months.length > 0 ? months : [{ path, period: year, documents }],
	);
}

function documentChapterOf(means: ArchiveMeans, { path, period, documents }: DocumentPart): string {
	const chapter = chapterPath(path);
	const relocation = relocationInBook(means, chapter);
	const title = titleOfDocuments(means.archive.site, period);
	const texts = archivedDocuments(means, documents).map((document) =>
		raw(documentSection(means, document, relocation)),
	);
	return documentOf(means, chapter, title, html`<h1>${title}</h1>${texts}`);
}

const eventsPath = "su-kien.xhtml";

function eventAnchor(at: number): string {
	return `sk-${at + 1}`;
}

/** Events with links to their articles, oldest first. */
function eventsChapterOf(means: ArchiveMeans): string {
	const { archive, layout } = means;
	const title = say(archive.site, "events.title");
	const events = layout.events.map(({ label, entries }, at) => {
		const articles = entries.map(({ article }) => {
			const { path = "", anchor = "" } = articlePlace(article.address, layout.gathering) ?? {};
			return html`<li><a href="${chapterPath(path)}#${anchor}">${article.title}</a></li>`;
		});
		return html`<section id="${eventAnchor(at)}"><h2>${label}</h2><ul>${articles}</ul></section>`;
	});
	return documentOf(means, eventsPath, title, html`<h1>${title}</h1>${events}`);
}

function coverOf(means: ArchiveMeans): string {
	const { archive } = means;
	const { site, title, edition } = archive;
	const day = sayDay(site, edition.day);
	const number = String(edition.number);
	return documentOf(
		means,
		"bia.xhtml",
		`${site.name}: ${title}`,
		html`<h1>${site.name}</h1><p>${title}</p><p>${say(site, "offline.editionOf", { number, day })}</p><p>${site.organisation}, ${site.url}</p>${site.licence && html`<p>${site.licence}</p>`}<p>${say(site, "offline.citation", { organisation: site.organisation, site: site.name, title, number })}</p>`,
	);
}

function contentsOf(means: ArchiveMeans): string {
	const { archive, layout } = means;
	const { site } = archive;
	const title = say(site, "offline.contents");
	const parts = layout.parts.map(({ path, month, days }) => {
		const chapter = chapterPath(path);
		const [first] = days.keys();
		const isDay = days.size === 1 && first !== undefined && path.includes(first);
		const entries = [...days.values()].flat();
		const articles = entries.map(({ article }) => {
			const { anchor = "" } = articlePlace(article.address, layout.gathering) ?? {};
			return html`<li><a href="${chapter}#${anchor}">${article.title}</a></li>`;
		});
		const name = isDay ? sayDay(site, first) : sayMonth(site, month);
		return html`<li><a href="${chapter}">${name}</a><ol>${articles}</ol></li>`;
	});
	const documents = documentParts(layout.documents).map(({ path, period, documents: own }) => {
		const chapter = chapterPath(path);
		const entries = own.map((document) => {
			const { anchor = "" } = layout.placeOf(recordAddress("official-documents", document.id)) ?? {};
			return html`<li><a href="${chapter}#${anchor}">${documentHeading(site, document)}</a></li>`;
		});
		return html`<li><a href="${chapter}">${titleOfDocuments(site, period)}</a><ol>${entries}</ol></li>`;
	});
	const events = layout.events.map(
		({ label }, at) => html`<li><a href="${eventsPath}#${eventAnchor(at)}">${label}</a></li>`,
	);
	const ofEvents =
		events.length > 0 &&
		html`<li><a href="${eventsPath}">${say(site, "events.title")}</a><ol>${events}</ol></li>`;
	const body = html`<nav epub:type="toc" id="muc-luc"><h1>${title}</h1><ol><li><a href="bia.xhtml">${site.name}</a></li>${parts}${documents}${ofEvents}</ol></nav>`;
	return documentOf(means, "muc-luc.xhtml", title, body);
}

function packageOf({ archive }: ArchiveMeans, items: readonly BookItem[]): string {
	const { site, title, edition } = archive;
	const digest = sha256(`${site.url}\n${title}`);
	const uuid = [8, 12, 16, 20, 32].map((end, at, ends) => digest.slice(ends[at - 1] ?? 0, end)).join("-");
	const listed = items.map(
		({ path, type, properties }, at) =>
			html`<item id="m${String(at)}" href="${path}" media-type="${type}"${properties && raw(` properties="${properties}"`)}/>`,
	);
	const spine = items.flatMap(({ isChapter }, at) =>
		isChapter ? [html`<itemref idref="m${String(at)}"/>`] : [],
	);
	const language = languageOf(site);
	const markup = html`<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="ma" xml:lang="${language}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="ma">urn:uuid:${uuid}</dc:identifier><dc:title>${site.name}: ${title}</dc:title><dc:language>${language}</dc:language><dc:creator>${site.organisation}</dc:creator><dc:publisher>${site.name}</dc:publisher><dc:date>${edition.day}</dc:date><dc:source>${site.url}</dc:source>${site.licence && html`<dc:rights>${site.licence}</dc:rights>`}<meta property="dcterms:modified">${edition.day}T00:00:00Z</meta></metadata><manifest>${listed}</manifest><spine>${spine}</spine></package>`;
	return `<?xml version="1.0" encoding="UTF-8"?>\n${String(markup).replace(forbidden, "")}\n`;
}
