import { createWriteStream } from "node:fs";
import { copyFile, mkdir, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { readData } from "../content/index.ts";
import { replaceFile } from "../disk/atomic-write.ts";
import type { Progress } from "../model/progress.ts";
import { bytesIfAny } from "./content-if-any.ts";
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
 *
 * @throws errors of the disk: a folder that cannot be read is not an empty one
 */
export async function exportArticles({
	directory,
	form,
	output,
	progress,
}: ExportOptions): Promise<ExportResult> {
	const problems: string[] = [];
	const copied = new Set<string>();
	// Without a folder there would be nothing to export, which must not look like a success.
	await readdir(directory);
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
	async function* parts(): AsyncGenerator<string> {
		if (form === "wxr") yield wxrHead(site);
		for await (const article of readArticles(directory)) {
			progress.advance();
			if ("unreadable" in article) {
				problems.push(strings.unreadable(article.file, article.unreadable));
				continue;
			}
			yield form === "wxr" ? wxrItems(article, site, number) : jsonLine(article, site.url);
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
			yield form === "wxr" ? wxrRecord(record, site, number) : recordLine(record);
			number += 1;
			records += 1;
			await copyAll(`${record.collection}/${record.id}.yml`, record.files);
		}
		if (form === "wxr") yield wxrTail;
	}
	progress.start(strings.progress, 0);
	await replaceFile(output, (unfinished) => pipeline(parts, createWriteStream(unfinished, { flush: true })));
	progress.done();
	return { articles, files: copied.size, problems, records };
}

async function readSite(directory: string): Promise<ExportedSite> {
	const bytes = await bytesIfAny(join(directory, "site.yml"));
	const { name, description, url } = (bytes && readData("site.yml", bytes).document?.fields) ?? {};
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
