import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import {
	an,
	articleId,
	articlePath,
	chi,
	DeskFolder,
	everybody,
	runGit,
} from "../../../test/support/desk-store.ts";
import type { DeskStore } from "./index.ts";

/** A remote, and somebody else's clone of it. */
class Remote {
	readonly directory: string;
	readonly clone: string;

	constructor(folder: DeskFolder) {
		this.directory = join(folder.directory, "xa.git");
		this.clone = join(folder.directory, "nguoi-khac");
		runGit(folder.directory, "clone", "--quiet", "--bare", folder.repository, this.directory);
		runGit(folder.directory, "clone", "--quiet", this.directory, this.clone);
		for (const [key, value] of [
			["name", "Người khác"],
			["email", "khac@thu.vn"],
		] as const) {
			runGit(this.clone, "config", `user.${key}`, value);
		}
	}

	/** A file on the remote's branch. */
	text(path: string): string {
		return runGit(this.directory, "cat-file", "blob", `main:content/${path}`);
	}

	/** Somebody else pushes a file. */
	push(path: string, content: string): void {
		const file = join(this.clone, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, content);
		runGit(this.clone, "add", "--all");
		runGit(this.clone, "commit", "--quiet", "--message", "Việc của người khác");
		runGit(this.clone, "push", "--quiet");
	}
}

async function publishChange(store: DeskStore, word: string): Promise<void> {
	const entry = await store.open("articles", articleId, everybody);
	if ("kind" in entry) throw new Error("missing");
	const text = entry.text.replace(/Đoạn một[^\n]*/, `Đoạn một ${word}.`);
	const saved = await store.save({ collection: "articles", id: articleId, text, base: entry.revision }, an);
	if (saved.kind !== "saved") throw new Error(JSON.stringify(saved));
	const result = await store.changeState(
		{ collection: "articles", id: articleId, to: "published", base: saved.revision },
		chi,
	);
	if (result.kind !== "changed") throw new Error(JSON.stringify(result));
}

test.each([false, true])("publications are pushed, drafts are not, bare: %s", async (isBare) => {
	const folder = new DeskFolder({ isBare });
	const remote = new Remote(folder);
	const store = await folder.open({ remotes: { publish: remote.directory } });
	await publishChange(store, "mới");
	await store.save(
		{ collection: "articles", id: "2026/11/22-nhap", text: "---\ntitle: Nháp\n---\n", base: null },
		an,
	);
	await store.push();
	expect(remote.text(articlePath)).toContain("Đoạn một mới.");
	expect(store.remoteStatus()).toMatchObject([{ waiting: 0, state: "current" }]);
	expect(runGit(remote.directory, "for-each-ref", "--format=%(refname)")).toBe("refs/heads/main");
});

test("a private remote also gets unpublished texts", async () => {
	const folder = new DeskFolder();
	const remote = new Remote(folder);
	const store = await folder.open({ remotes: { backup: remote.directory } });
	await store.save(
		{ collection: "articles", id: "2026/11/22-nhap", text: "---\ntitle: Nháp\n---\n", base: null },
		an,
	);
	await store.push();
	const refs = () => runGit(remote.directory, "for-each-ref", "--format=%(refname)", "refs/desk");
	expect(refs()).toBe("refs/desk/revisions/articles/2026/11/22-nhap");
	await store.remove("articles", "2026/11/22-nhap", folder.git("rev-parse", refs()), an);
	await store.push();
	expect(refs()).toMatch(/^refs\/desk\/trash\/[^\n]*$/);
});

test("an unreachable remote is retried, and waiting publications are counted", async () => {
	const folder = new DeskFolder();
	const remote = new Remote(folder);
	const store = await folder.open({ remotes: { publish: remote.directory } });
	const notices: string[] = [];
	store.onEvent((event) => {
		if (event.kind === "notice") notices.push(event.message);
	});
	await store.push();
	renameSync(remote.directory, `${remote.directory}.away`);
	await publishChange(store, "một");
	await publishChange(store, "hai");
	await store.push();
	await store.push();
	// For the log, in Git's words and once.
	expect(notices).toEqual([expect.stringContaining("Chưa nối được với kho từ xa")]);
	expect(notices[0]).toMatch(/ Git: fatal: .*does not appear to be a git repository/);
	expect(store.remoteStatus()).toMatchObject([
		{ waiting: 2, state: "retrying", message: expect.any(String) },
	]);
	renameSync(`${remote.directory}.away`, remote.directory);
	await store.push();
	expect(store.remoteStatus()).toMatchObject([{ waiting: 0, state: "current" }]);
	expect(remote.text(articlePath)).toContain("Đoạn một hai.");
	renameSync(remote.directory, `${remote.directory}.away`);
	await publishChange(store, "ba");
	await store.push();
	expect(notices).toHaveLength(2);
});

test.each([false, true])(
	"pushes of others are merged if no file was changed on both sides, bare: %s",
	async (isBare) => {
		const folder = new DeskFolder({ isBare });
		const remote = new Remote(folder);
		const store = await folder.open({ remotes: { publish: remote.directory } });
		remote.push("content/authors/tran-thi-binh.yml", "name: Trần Thị Bình\n");
		remote.push("content/site.yml", "abbreviations:\n  - short: HNSK\n    long: hội nghị sơ kết\n");
		remote.push("package.json", "{}\n");
		await publishChange(store, "mới");
		await store.push();
		expect(store.remoteStatus()).toMatchObject([{ waiting: 0, state: "current" }]);
		expect(remote.text(articlePath)).toContain("Đoạn một mới.");
		expect(folder.readers("authors/tran-thi-binh.yml")).toBe("name: Trần Thị Bình\n");
		expect(await store.relations({ of: "authors", q: "tran thi binh" })).toMatchObject([
			{ id: "tran-thi-binh" },
		]);
		// The office's abbreviations come with its settings.
		expect((await store.list("articles", { q: "hnsk" })).entries).toMatchObject([{ id: articleId }]);
		if (!isBare) expect(folder.git("status", "--porcelain")).toBe("");
		expect(folder.git("fsck", "--strict")).toBe("");
	},
);

test("a conflicting push is held back and reported to the administrator, and nothing is lost", async () => {
	const folder = new DeskFolder();
	const remote = new Remote(folder);
	const store = await folder.open({ remotes: { publish: remote.directory } });
	remote.push(`content/${articlePath}`, "---\ntitle: Của người khác\n---\n");
	await publishChange(store, "mới");
	await store.push();
	const [status] = store.remoteStatus();
	expect(status).toMatchObject({ waiting: 1, state: "held", message: expect.stringContaining(articlePath) });
	expect(folder.readers(articlePath)).toContain("Đoạn một mới.");
	expect(remote.text(articlePath)).toContain("Của người khác");
});

test("a remote that rejects pushes is reported to the administrator", async () => {
	const folder = new DeskFolder();
	const remote = new Remote(folder);
	const store = await folder.open({ remotes: { publish: remote.directory } });
	writeFileSync(
		join(remote.directory, "hooks/pre-receive"),
		"#!/bin/sh\necho 'GH006: protected branch, see https://an:mat-khau@xa.example/.' >&2\nexit 1\n",
		{
			mode: 0o755,
		},
	);
	await publishChange(store, "mới");
	await store.push();
	expect(store.remoteStatus()).toMatchObject([
		{
			waiting: 1,
			state: "held",
			message:
				"Kho từ xa không nhận: GH006: protected branch, see https://xa.example/. Quản trị viên cần xem lại.",
		},
	]);
});
