/** An archive as a ZIM file for Kiwix, packed and indexed by openZIM's program. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { html } from "hono/html";
import { replaceFile } from "../../disk/atomic-write.ts";
import { sha256OfFile } from "../../disk/digest.ts";
import type { Progress } from "../../model/progress.ts";
import { visible } from "../../site/plan/archive-index.ts";
import { excerpt } from "../../text/index.ts";
import { ArchiveError } from "../archive-error.ts";
import { type ArchiveFile, type ArchiveMeans, textFile } from "../archive-file.ts";
import { archiveFiles } from "../archive-files.tsx";
import { type ArchivePictures, ownPaths } from "../layout.ts";
import { type ArchiveSource, editionFiles, prepareMeans } from "../make-archive.tsx";
import { wordsWithoutStroke } from "../pages/archive-document.tsx";
import { strings } from "../strings.ts";
import type { ArchiveView } from "../view.ts";

export interface ZimOptions {
	/** The file that is written. */
	readonly output: string;
	readonly pictures: ArchivePictures;
	/** A folder for the pages, which need not exist. */
	readonly workDirectory: string;
	/** A PNG of 48 × 48 pixels, shown in Kiwix's library. */
	readonly illustration: Uint8Array;
	readonly progress: Progress;
}

export interface ZimResult {
	readonly articles: number;
	readonly edition: number;
	readonly files: number;
	/** In bytes. */
	readonly size: number;
	/** In hexadecimal. */
	readonly sha256: string;
}

const program = "zimwriterfs";
const illustrationPath = "kho/minh-hoa.png";
/**
 * Bytes that are compressed together. With the program's 2 MB a file of 10,000 articles is a twelfth larger: titles stand
 * in many lists, and so are mostly repeated beyond its reach. With more, phones would have to unpack too much for a page.
 */
const clusterSize = 8 * 1024 * 1024;
/** How many characters of a title and a description Kiwix shows. */
const mostOfTitle = 30;
const mostOfDescription = 80;

/**
 * Writes a ZIM file. Each article is a separate page, as Kiwix finds pages.
 *
 * @throws ArchiveError if the scope has no article, or the program is not installed
 */
export async function makeZim(source: ArchiveSource, options: ZimOptions): Promise<ZimResult> {
	const { output, pictures, workDirectory, illustration, progress } = options;
	const means = await prepareMeans({ ...source, makeIndex: undefined }, pictures, true);
	const { archive } = means;
	if (archive.count === 0) throw new ArchiveError(strings.noArticles, strings.noArticlesRemedy);
	await rm(workDirectory, { recursive: true, force: true });
	let files = 0;
	const write = async ({ path, content }: ArchiveFile) => {
		const file = join(workDirectory, path);
		await mkdir(dirname(file), { recursive: true });
		if ("bytes" in content) await writeFile(file, content.bytes);
		else await copyFile(content.source, file);
		files++;
		progress.advance();
	};
	progress.start(strings.progress, 0);
	for await (const file of archiveFiles(means)) await write(file);
	for (const file of titlesWithoutStroke(means)) await write(file);
	for (const file of editionFiles(means)) if (file.path !== ownPaths.guide) await write(file);
	await write({ path: illustrationPath, content: { bytes: illustration } });
	progress.done();
	await replaceFile(output, async (unfinished) => {
		const file = resolve(unfinished);
		await run([...optionsOf(archive), resolve(workDirectory), file]);
	});
	await rm(workDirectory, { recursive: true, force: true });
	return {
		articles: archive.count,
		edition: archive.edition.number,
		files,
		size: (await stat(output)).size,
		sha256: await sha256OfFile(output),
	};
}

/** How many words are repeated with d. Each makes the file larger; whoever types more has already seen the page. */
const wordsSaidTwice = 6;

/**
 * Second titles for articles and lists with đ in the first words of their title, since Kiwix ignores accents in
 * suggestions but takes đ and d for two letters. Each is a page that redirects, which the program stores as a redirect.
 * The title itself comes first, as readers are shown it; only its first words are repeated with d. Kiwix suggests a page
 * once, whichever of its titles matches.
 */
function* titlesWithoutStroke({ context, layout }: ArchiveMeans): Generator<ArchiveFile> {
	const articles = visible(context.index.all).map(({ article: { title, address } }) => ({
		title,
		place: layout.placeOf(address),
	}));
	const lists = [...layout.committees, ...layout.provinces].map(({ label, place }) => ({
		title: label,
		place,
	}));
	let number = 0;
	for (const { title, place } of [...articles, ...lists]) {
		const beginning = beginningOf(title);
		if (!place || !/[đĐ]/.test(beginning)) continue;
		const page = html`<!doctype html><html><head><meta charset="utf-8"/><title>${beginning} · ${wordsWithoutStroke(beginning)}</title><meta http-equiv="refresh" content="0;url=../${place.path}"/></head><body></body></html>`;
		yield textFile(`d/${(number++).toString(36)}.html`, String(page));
	}
}

function beginningOf(title: string): string {
	const words = title.split(/\s+/);
	return words.length <= wordsSaidTwice ? title : `${words.slice(0, wordsSaidTwice).join(" ")}…`;
}

function optionsOf({ site, title, edition }: ArchiveView): string[] {
	const { hostname } = new URL(site.url);
	return [
		`--welcome=${ownPaths.cover}`,
		`--illustration=${illustrationPath}`,
		`--clusterSize=${clusterSize}`,
		"--language=vie",
		`--title=${excerpt(site.name, mostOfTitle)}`,
		`--description=${excerpt(`${title}. ${site.description}`, mostOfDescription)}`,
		`--creator=${site.organisation}`,
		`--publisher=${site.organisation}`,
		`--source=${site.url}`,
		`--name=${hostname.replaceAll(".", "_")}_vi`,
		`--flavour=${edition.day}-${edition.number}`,
		"--scraper=tintinh",
	];
}

/** How many lines of the program's output are reported when it fails. */
const toldLines = 12;

async function run(commandLine: readonly string[]): Promise<void> {
	const child = spawn(program, commandLine, { stdio: ["ignore", "pipe", "pipe"] });
	let output = "";
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding("utf8").on("data", (text: string) => {
			output = (output + text).slice(-20_000);
		});
	const ended = once(child, "close").catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT") throw new ArchiveError(strings.noZimwriter, strings.noZimwriterRemedy);
		throw error;
	});
	const [code] = (await ended) as [number | null];
	if (code !== 0) {
		const told = output.trim().split("\n").slice(-toldLines).join("\n");
		throw new ArchiveError(strings.zimFailed(told), strings.zimFailedRemedy);
	}
}
