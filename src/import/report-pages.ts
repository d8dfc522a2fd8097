import { type FileHandle, mkdir, open, rm, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, relative, sep } from "node:path";
import { attentionOf, type ImportReport, type ReportEntry, type ReportSink } from "./report.ts";
import { renderReportPage } from "./report-page.tsx";

/** The number of articles on one page; more would make browsers slow. */
const perPage = 100;
/** The length of the excerpt of an article without doubts. */
const glanceLength = 700;
const worthComparing = 10;

/** The report of an import as pages that open from disk. */
export interface ReportPages extends ReportSink {
	/**
	 * Writes the pages, most doubtful articles first: the named page, and `<name>-2.html`… if there are more.
	 *
	 * @returns the number of pages
	 */
	finish(report: ImportReport, sources: readonly string[]): Promise<number>;
	/** Removes temporary files; to be called after `finish`, or instead of it if the import failed. */
	close(): Promise<void>;
}

/**
 * Begins a report. Entries are stored in a temporary file beside it, so that memory does not grow with the import.
 *
 * @param path of the first page
 * @param content the content folder, for links to the articles' files
 * @param colours a CSS rule with the portal's colours
 */
export async function openReportPages(path: string, content: string, colours = ""): Promise<ReportPages> {
	const folder = dirname(path);
	const store = join(folder, `.${basename(path)}.part`);
	await mkdir(folder, { recursive: true });
	const file = await open(store, "w+");
	const places: { readonly at: number; readonly length: number; readonly attention: number }[] = [];
	let end = 0;
	let writing: Promise<void> = Promise.resolve();
	return {
		add(entry) {
			const bytes = Buffer.from(JSON.stringify(entry));
			const at = end;
			end += bytes.length;
			places.push({ at, length: bytes.length, attention: attentionOf(entry.notes) });
			writing = writing.then(async () => {
				await file.write(bytes, 0, bytes.length, at);
			});
			return writing;
		},
		async finish(report, sources) {
			await writing;
			const order = [...places].sort((a, b) => b.attention - a.attention);
			const pages = Math.max(1, Math.ceil(order.length / perPage));
			const toContent = relative(folder, content).split(sep).join("/") || ".";
			for (let page = 1; page <= pages; page += 1) {
				const entries = [];
				for (const { at, length, attention } of order.slice((page - 1) * perPage, page * perPage)) {
					entries.push({ ...forReading(await readEntry(file, at, length), attention), attention });
				}
				const html = renderReportPage({
					report,
					sources,
					entries,
					page,
					pages,
					nameOfPage: (number) => basename(pagePath(path, number)),
					colours,
					toContent,
					total: order.length,
					firstOnPage: (page - 1) * perPage + 1,
				});
				await writeFile(pagePath(path, page), html);
			}
			return pages;
		},
		async close() {
			await writing.catch(() => {});
			await file.close();
			await rm(store, { force: true });
		},
	};
}

function pagePath(path: string, page: number): string {
	const ending = extname(path);
	return page === 1 ? path : `${path.slice(0, path.length - ending.length)}-${page}${ending}`;
}

async function readEntry(file: FileHandle, at: number, length: number): Promise<ReportEntry> {
	const { buffer } = await file.read(Buffer.alloc(length), 0, length, at);
	return JSON.parse(buffer.toString("utf8")) as ReportEntry;
}

function forReading(entry: ReportEntry, attention: number): ReportEntry {
	if (attention >= worthComparing) return entry;
	return { ...entry, before: shortened(entry.before), after: shortened(entry.after) };
}

function shortened(text: string): string {
	return text.length <= glanceLength ? text : `${text.slice(0, glanceLength)}…`;
}
