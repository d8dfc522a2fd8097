/** The small portal of `test/fixtures/portal`, which has every kind of page and many edge cases. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import type { BuildOptions } from "../../src/build/build-options.ts";
import { asIsoDateTime } from "../../src/model/ids.ts";

export const fixtureDirectory = "test/fixtures/portal";

/** Noon of the fixture's last day; one of its articles is scheduled for the next morning. */
export const fixtureNow = asIsoDateTime("2026-11-20T12:00:00+07:00");

/** A temporary folder, which is removed after the test. */
export function temporaryFolder(): string {
	const directory = mkdtempSync(join(tmpdir(), "tintinh-"));
	onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
	return directory;
}

/**
 * Makes a cache for short-lived builds. Parts that are expensive to make are shared with all tests and with builds of
 * the sample portal. A build's record of its folders is not shared.
 */
export function shareCache(directory: string): void {
	mkdirSync(directory, { recursive: true });
	for (const name of ["images", "share-cards"]) {
		const shared = resolve(".cache", name);
		mkdirSync(shared, { recursive: true });
		try {
			symlinkSync(shared, join(directory, name), "junction");
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
		}
	}
}

/** The cache that all tests' builds share. */
export function commonCache(): string {
	const directory = resolve(".cache/tests");
	shareCache(directory);
	return directory;
}

/** A copy of the fixture that a test may change, with its own output folder. */
export class PortalCopy {
	readonly content: string;
	readonly output: string;
	private readonly cache: string;

	/** @param directory where it is made; by default a temporary folder of the test */
	constructor(directory = temporaryFolder()) {
		this.content = join(directory, "content");
		this.output = join(directory, "site");
		this.cache = join(directory, "cache");
		cpSync(fixtureDirectory, this.content, { recursive: true });
		shareCache(this.cache);
	}

	/** The options of the copy's build. A test may override `now` and others. */
	get options(): BuildOptions {
		return {
			contentDirectory: this.content,
			outputDirectory: this.output,
			cacheDirectory: this.cache,
			now: fixtureNow,
			search: false,
		};
	}

	write(file: string, text: string): void {
		const path = join(this.content, file);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
	}

	/** Replaces a text in a file, which must contain it. */
	edit(file: string, from: string, to: string): void {
		const path = join(this.content, file);
		const text = readFileSync(path, "utf8");
		if (!text.includes(from)) throw new Error(`${file} does not say “${from}”`);
		writeFileSync(
			path,
			text.replace(from, () => to),
		);
	}

	remove(file: string): void {
		rmSync(join(this.content, file));
	}
}

/**
 * The path and text of a short article.
 * @param day such as `2026-11-01`
 */
export function smallArticle(day: string, slug: string, title: string, time = "08:00"): [string, string] {
	const [year, month, date] = day.split("-");
	const lines = ["---", `title: ${title}`, `date: ${day}T${time}:00+07:00`, "author: ly-van-thu"];
	return [
		`articles/${year}/${month}/${date}-${slug}.md`,
		[...lines, "---", `Nội dung của ${title}.`, ""].join("\n"),
	];
}
