import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { readData, writeData, writeDocument } from "../content/index.ts";
import { dayOf, isSlug, type Slug } from "../model/ids.ts";
import type { Progress } from "../model/progress.ts";
import { type ArticleDraft, draftArticle } from "./article-draft.ts";
import { AuthorRegister } from "./author-register.ts";
import { ImportReport } from "./report.ts";
import type { ImportedArticle, Source, UnreadableItem } from "./source.ts";
import { strings } from "./strings.ts";

/** Files being written at one time; more gains nothing on a local disk. */
const concurrency = 16;
/** What the content reader takes at most. */
const maxFileBytes = 2_000_000;

export interface ImportOptions {
	/** The content folder; made where there is none. */
	readonly directory: string;
	readonly progress: Progress;
}

/**
 * Writes a source's articles and their authors into a content folder. A file that is there already is never changed:
 * one with the same bytes is left as it is, one with others (an editor's work, or another article's) is left alone and
 * reported. Every file appears whole or not at all, so that a run that was cut short can simply be repeated.
 *
 * @throws {SourceError} where the source as a whole cannot be read
 */
export async function importArticles(
	source: Source,
	{ directory, progress }: ImportOptions,
): Promise<ImportReport> {
	const report = new ImportReport();
	await writeMissing(join(directory, "site.yml"), writeData(strings.site, "site"));
	const authors = await AuthorFiles.open(directory);
	const names = new Set<string>();
	const pending = new Set<Promise<void>>();
	const failures: unknown[] = [];
	progress.start(strings.progress, 0);
	try {
		for await (const item of source.articles()) {
			report.read += 1;
			progress.advance();
			const work = takeItem(item).catch((error) => {
				failures.push(error);
			});
			pending.add(work);
			work.finally(() => pending.delete(work));
			if (pending.size >= concurrency) await Promise.race(pending);
			if (failures.length > 0) break;
		}
	} finally {
		// Nothing may still be written once the caller has been told that it is over.
		await Promise.all(pending);
		progress.done();
	}
	if (failures.length > 0) throw failures[0];
	report.authorsWritten = authors.written;
	return report;

	async function takeItem(item: ImportedArticle | UnreadableItem): Promise<void> {
		const label = strings.place(item.position, "id" in item ? (item.id ?? "") : "");
		if ("unreadable" in item) {
			report.note(item.position, label, { kind: "refused", detail: item.unreadable });
			return;
		}
		const draft = draftArticle(item);
		if ("refused" in draft) report.note(item.position, label, { kind: "refused", detail: draft.refused });
		else await takeArticle(item, draft, label);
	}

	async function takeArticle(item: ImportedArticle, draft: ArticleDraft, label: string): Promise<void> {
		const name = freeName(names, draft);
		const ids = [...new Set(draft.authors.map((author) => authors.register.idOf(author)))];
		const file = `articles/${name}.md`;
		const text = writeDocument(articleFields(draft, ids), draft.body);
		const size = Buffer.byteLength(text);
		if (size > maxFileBytes) {
			report.note(item.position, label, { kind: "refused", detail: strings.tooLarge(size) });
			return;
		}
		report.noteUnused(item.unused ?? []);
		for (const note of draft.notes) report.note(item.position, label, note);
		if (!name.endsWith(`-${draft.slug}`))
			report.note(item.position, label, { kind: "renamed", detail: file });
		const path = join(directory, file);
		const present = await readIfThere(path);
		if (present !== undefined && present !== text) {
			report.note(item.position, label, { kind: "leftAlone", detail: file });
			return;
		}
		// Authors first: an article without them would be a problem if the run ended in between.
		await Promise.all(ids.map((id, index) => authors.write(id, draft.authors[index] ?? id)));
		if (present === undefined) await writeWhole(path, text);
		report[present === undefined ? "written" : "unchanged"] += 1;
	}
}

/** `<yyyy>/<mm>/<dd>-<slug>`, with -2, -3… where an article of this run has that name already. */
function freeName(names: Set<string>, { moment, slug }: ArticleDraft): string {
	const base = `${dayOf(moment)
		.replaceAll("-", "/")
		.replace(/\/(\d\d)$/, "/$1-")}${slug}`;
	let name = base;
	for (let number = 2; names.has(name); number++) name = `${base}-${number}`;
	names.add(name);
	return name;
}

function articleFields(draft: ArticleDraft, authors: readonly Slug[]) {
	const { title, moment, summary, tags, source } = draft;
	return {
		title,
		date: moment,
		author: authors.length === 1 ? (authors[0] ?? "") : authors,
		...(tags.length > 0 ? { tags } : {}),
		...(summary === undefined ? {} : { summary }),
		...(source ? { source } : {}),
	};
}

/** The files of `authors/`: those that were there, and those that the import adds. */
class AuthorFiles {
	readonly register = new AuthorRegister();
	written = 0;
	readonly #directory: string;
	readonly #present = new Map<string, Promise<void>>();

	private constructor(directory: string) {
		this.#directory = directory;
	}

	static async open(directory: string): Promise<AuthorFiles> {
		const files = new AuthorFiles(join(directory, "authors"));
		await mkdir(files.#directory, { recursive: true });
		for (const file of (await readdir(files.#directory)).sort()) {
			const id = basename(file, ".yml");
			if (!file.endsWith(".yml") || !isSlug(id)) continue;
			const { document } = readData(`authors/${file}`, await readFile(join(files.#directory, file)));
			const name = document?.fields.name;
			files.register.add(id, typeof name === "string" ? name : undefined);
			files.#present.set(id, Promise.resolve());
		}
		return files;
	}

	/** Writes an author's file where there is none. */
	write(id: Slug, name: string): Promise<void> {
		const present = this.#present.get(id);
		if (present) return present;
		const work = writeWhole(join(this.#directory, `${id}.yml`), writeData({ name }, "author")).then(() => {
			this.written += 1;
		});
		this.#present.set(id, work);
		return work;
	}
}

async function readIfThere(path: string): Promise<string | undefined> {
	try {
		return await readFile(path, "utf8");
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
		throw error;
	}
}

async function writeMissing(path: string, text: string): Promise<void> {
	if ((await readIfThere(path)) === undefined) await writeWhole(path, text);
}

/** Writes beside the place, then moves there, so that no half file is ever seen. */
async function writeWhole(path: string, text: string): Promise<void> {
	const folder = dirname(path);
	const temporary = join(folder, `.${basename(path)}.part`);
	try {
		await writeFile(temporary, text);
	} catch (error) {
		if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
		await mkdir(folder, { recursive: true });
		await writeFile(temporary, text);
	}
	await rename(temporary, path);
}
