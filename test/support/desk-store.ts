/** The desk's stores on real repositories, which are removed after the test. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Person, Role } from "../../src/desk/people.ts";
import { type DeskStore, openStore, type StoreOptions } from "../../src/desk/store/index.ts";
import { articleText, type ContentFolder, soundFolder } from "./content-folder.ts";

/** The time at which tests begin: 22 November 2026, 8:00 in Vietnam. */
const deskMorning = Date.parse("2026-11-22T08:00:00+07:00");

export const articleId = "2026/11/20-hoi-nghi";
export const articlePath = `articles/${articleId}.md`;

/** The published content at the beginning of a test. */
export const deskContent: ContentFolder = {
	...soundFolder,
	[articlePath]: articleText(
		["title: Hội nghị sơ kết", "committee: ban-dan-van # quý III", "tags: [Hội nghị]"],
		"Đoạn một.\n\nĐoạn hai.\n\nĐoạn ba.\n",
	),
};

function person(name: string, ...roles: Role[]): Person {
	return {
		id: name.toLowerCase(),
		name,
		email: `${name.toLowerCase()}@thu.example.vn`,
		roles: roles.map((role) => ({ role, committees: "all" })),
	};
}

export const an = person("An", "writer");
export const binh = person("Binh", "editor");
export const chi = person("Chi", "publisher");
export const everybody = person("Dung", "writer", "editor", "publisher", "administrator");

/** A repository with content in `content/`, either with a work tree or bare, as on a server. */
export class DeskFolder {
	readonly directory = mkdtempSync(join(tmpdir(), "desk-"));
	readonly isBare: boolean;
	/** The work tree, or the bare repository. */
	readonly repository: string;
	now = deskMorning;

	constructor({ isBare = false, files = deskContent }: { isBare?: boolean; files?: ContentFolder } = {}) {
		onTestFinished(() => rmSync(this.directory, { recursive: true, force: true }));
		this.isBare = isBare;
		const work = join(this.directory, "work");
		mkdirSync(work);
		runGit(work, "init", "--quiet", "--initial-branch=main");
		runGit(work, "config", "user.name", "Kỹ thuật");
		runGit(work, "config", "user.email", "ky-thuat@thu.example.vn");
		for (const [path, content] of Object.entries(files)) writeFileAt(join(work, "content", path), content);
		runGit(work, "add", "--all");
		runGit(work, "commit", "--quiet", "--message", "Nội dung đầu tiên");
		this.repository = isBare ? join(this.directory, "kho.git") : work;
		if (isBare) runGit(this.directory, "clone", "--quiet", "--bare", work, this.repository);
	}

	get options(): StoreOptions {
		return {
			location: this.isBare ? { repository: this.repository } : { content: join(this.repository, "content") },
			dataDirectory: join(this.directory, "data"),
			now: () => this.now,
		};
	}

	/** @param options override the folder's own options */
	async open(options: Partial<StoreOptions> = {}): Promise<DeskStore> {
		const store = await openStore({ ...this.options, ...options });
		onTestFinished(() => store.close());
		return store;
	}

	git(...args: string[]): string {
		return runGit(this.repository, ...args);
	}

	/** The published version of a file, by its path below the content folder. Undefined if there is none. */
	readers(path: string): string | undefined {
		try {
			return execFileSync("git", ["cat-file", "blob", `main:content/${path}`], {
				cwd: this.repository,
				encoding: "utf8",
				stdio: ["ignore", "pipe", "ignore"],
			});
		} catch {
			return undefined;
		}
	}

	/** Writes into the work tree, as somebody with a text editor does. */
	write(path: string, content: string): void {
		writeFileAt(join(this.repository, path), content);
	}
}

export function runGit(directory: string, ...args: string[]): string {
	return execFileSync("git", args, {
		cwd: directory,
		encoding: "utf8",
		stdio: ["ignore", "pipe", "pipe"],
	}).trim();
}

function writeFileAt(file: string, content: string | Buffer): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, content);
}

function successOf<Kind extends string>(kind: Kind) {
	return <Result extends { readonly kind: string }>(result: Result): Extract<Result, { kind: Kind }> => {
		if (result.kind !== kind) throw new Error(JSON.stringify(result));
		return result as Extract<Result, { kind: Kind }>;
	};
}

/** The result of a change that the store must have made. @throws with the refusal */
export const saved = successOf("saved");
export const changed = successOf("changed");
export const removed = successOf("removed");
