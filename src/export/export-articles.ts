import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readData } from "../content/index.ts";
import { replaceFile } from "../disk/atomic-write.ts";
import type { Progress } from "../model/progress.ts";
import { jsonLine, recordLine } from "./json-lines.ts";
import { readArticles } from "./read-articles.ts";
import { readRecords } from "./read-records.ts";
import { strings } from "./strings.ts";
import { type ExportedSite, wxrHead, wxrItems, wxrRecord, wxrTail } from "./wxr.ts";

export interface ExportOptions {
	/** The content folder. */
	readonly directory: string;
	readonly form: "jsonl" | "wxr";
	/** The file that is written; pictures and attachments go to a folder beside it. */
	readonly output: string;
	readonly progress: Progress;
}

export interface ExportResult {
	readonly articles: number;
	readonly files: number;
	/** What could not be exported, in Vietnamese. */
	readonly problems: readonly string[];
	/** Official documents, events, weeks and so on. */
	readonly records: number;
}

/** The folder for the pictures and attachments of an export. */
export function filesFolderOf(output: string): string {
	return `${output.replace(/\.[^./\\]+$/, "")}-files`;
}

/**
 * Writes every article and every record of a content folder, with their pictures and attachments, in a form that other
 * programs read and that the importer takes back. The file appears whole or not at all; memory does not grow with the content.
 */
export async function exportArticles({
	directory,
	form,
	output,
	progress,
}: ExportOptions): Promise<ExportResult> {
	const problems: string[] = [];
	const copied = new Set<string>();
	const site = await readSite(directory);
	await mkdir(filesFolderOf(output), { recursive: true });
	let articles = 0;
	let records = 0;
	let number = 1;
	const copyAll = async (file: string, files: readonly { readonly path: string }[]) => {
		for (const { path } of files) {
			if (copied.has(path)) continue;
			const isCopied = await copy(join(directory, path), join(filesFolderOf(output), path));
			if (isCopied) copied.add(path);
			else problems.push(strings.missing(file, path));
		}
	};
	progress.start(strings.progress, 0);
	await replaceFile(output, async (unfinished) => {
		const stream = createWriteStream(unfinished, { flush: true });
		const write = async (text: string) => {
			if (!stream.write(text)) await once(stream, "drain");
		};
		if (form === "wxr") await write(wxrHead(site));
		for await (const article of readArticles(directory)) {
			progress.advance();
			if ("unreadable" in article) {
				problems.push(strings.unreadable(article.file, article.unreadable));
				continue;
			}
			await write(form === "wxr" ? wxrItems(article, site, number) : jsonLine(article, site.url));
			number += 1 + article.files.length;
			articles += 1;
			await copyAll(`articles/${article.id}.md`, article.files);
		}
		for await (const record of readRecords(directory)) {
			progress.advance();
			if ("unreadable" in record) {
				problems.push(strings.unreadable(record.file, record.unreadable));
				continue;
			}
			await write(form === "wxr" ? wxrRecord(record, site, number) : recordLine(record));
			number += 1;
			records += 1;
			await copyAll(`${record.collection}/${record.id}.yml`, record.files);
		}
		if (form === "wxr") await write(wxrTail);
		stream.end();
		await once(stream, "close");
	});
	progress.done();
	return { articles, files: copied.size, problems, records };
}

async function readSite(directory: string): Promise<ExportedSite> {
	const bytes = await readFile(join(directory, "site.yml")).catch(() => Buffer.alloc(0));
	const { name, description, url } = readData("site.yml", bytes).document?.fields ?? {};
	return {
		name: String(name ?? ""),
		description: String(description ?? ""),
		url: String(url ?? "").replace(/\/+$/, ""),
	};
}

async function copy(from: string, to: string): Promise<boolean> {
	await mkdir(dirname(to), { recursive: true });
	try {
		await copyFile(from, to);
		return true;
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
		throw error;
	}
}
