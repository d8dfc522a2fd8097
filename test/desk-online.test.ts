/**
 * How changes reach readers and other places: from a bare repository, by schedule, by a deployment and by pushes to
 * remotes.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Entry } from "../src/desk/messages.ts";
import {
	draftId,
	draftText,
	entryPath,
	grants,
	lead,
	openOffice,
	pageAt,
	save,
} from "./support/desk-office.ts";
import type { DeskFolder } from "./support/desk-store.ts";
import { articleId, articlePath, runGit } from "./support/desk-store.ts";
import { TestDesk, waitFor } from "./support/running-desk.ts";

const start = "/ban-lam-viec/";

test("an office without a work tree writes and publishes, readers see it, and all continues after a restart", async () => {
	const { desk, writer, publisher, reader } = await openOffice({}, { isBare: true });
	const events = await publisher.events();
	const saved = (await save(writer, draftId, draftText())).body;
	const sent = (await lead(writer, draftId, "review", saved.revision)).body;
	await lead(publisher, draftId, "published", sent.revision);
	await waitFor(events, "online", ({ step }) => step === "online");
	expect((await reader.fetch("/2026/11/22/bai-moi.html")).status).toBe(200);
	expect(desk.folder.readers(`articles/${draftId}.md`)).toContain("Bài mới của phóng viên");
	expect(runGit(desk.folder.repository, "fsck", "--full", "--strict", "--no-dangling")).toBe("");

	await desk.desk.close();
	const again = await TestDesk.open(desk.folder);
	await again.desk.firstBuild;
	const page = await again.stranger.fetch("/2026/11/22/bai-moi.html");
	expect(await page.text()).toContain("Bài mới của phóng viên");
	const chi = await again.signInAs("chi@thu.example.vn", "mật khẩu của Chi");
	const opened = (await chi.ask<Entry>("GET", entryPath(draftId))).body;
	expect(opened).toMatchObject({ state: "published", published: true });
	const moreEvents = await chi.events();
	const withdrawn = await lead(chi, draftId, "withdrawn", opened.revision, { reason: "Đăng nhầm" });
	expect(withdrawn.status).toBe(200);
	await waitFor(moreEvents, "online", ({ step }) => step === "online");
	expect(await (await again.stranger.fetch("/2026/11/22/bai-moi.html")).text()).toContain("Đăng nhầm");
}, 120_000);

test("an article disappears at its moment of expiry without anybody's action", async () => {
	const expires = "2026-11-22T12:00:00+07:00";
	const { desk, writer, publisher, reader } = await openOffice();
	const events = await publisher.events();
	const saved = (await save(publisher, draftId, draftText([`expires: ${expires}`]))).body;
	await lead(publisher, draftId, "published", saved.revision);
	await waitFor(events, "online", ({ step }) => step === "online");
	const read = async () => (await reader.fetch("/2026/11/22/bai-moi.html")).text();
	expect(await read()).not.toContain("hết hiệu lực");
	desk.folder.now += Date.parse(expires) - Date.parse("2026-11-22T08:00:00+07:00");
	// Timers use real time. Any action makes the desk look at its clock again.
	await save(writer, "2026/11/22-khac", draftText(["title: Bài khác"]).replace(/title: Bài mới.*\n/, ""));
	await expect.poll(read, { timeout: 60_000 }).toContain("hết hiệu lực");
}, 120_000);

test("each build is followed by a deployment; a failure is reported and the site stays", async () => {
	let target = "";
	const { desk, publisher } = await openOffice(
		{},
		{
			log: [],
			settings: (folder) => {
				target = join(folder.directory, "web");
				return `deploy:\n  to: ${target}\n`;
			},
		},
	);
	const events = await publisher.events();
	const saved = (await save(publisher, draftId, draftText())).body;
	await lead(publisher, draftId, "published", saved.revision);
	await waitFor(events, "online", ({ step }) => step === "deploying");
	await waitFor(events, "online", ({ step }) => step === "online");
	const page = join(target, "2026/11/22/bai-moi.html");
	expect(readFileSync(page, "utf8")).toContain("Bài mới của phóng viên");

	// A file in place of the folder makes deploying impossible.
	renameSync(target, `${target}.away`);
	writeFileSync(target, "");
	const next = (await publisher.ask<Entry>("GET", entryPath(articleId))).body;
	const edited = (
		await save(publisher, articleId, next.text.replace("Đoạn hai.", "Đoạn nhì."), next.revision)
	).body;
	await lead(publisher, articleId, "published", edited.revision);
	const failed = await waitFor(events, "online", ({ step }) => step === "failed");
	expect(failed.message).toMatch(/^Cổng tin đã dựng xong nhưng chưa đưa lên máy chủ được: ./);
	expect((await pageAt(publisher, start)).page.texts(".desk-notice-fault").length).toBeGreaterThan(0);
	expect(await (await desk.stranger.fetch("/2026/11/20/hoi-nghi.html")).text()).toContain("Đoạn nhì.");
}, 120_000);

describe("a remote", () => {
	function makeRemote(folder: DeskFolder): string {
		const remote = join(folder.directory, "xa.git");
		if (!existsSync(remote))
			runGit(folder.directory, "clone", "--quiet", "--bare", folder.repository, remote);
		return remote;
	}

	test("receives each publication, also after an outage; a conflicting push by somebody else is reported", async () => {
		let remote = "";
		const log: string[] = [];
		const { desk, publisher } = await openOffice(
			{},
			{
				log,
				settings: (folder) => {
					remote = makeRemote(folder);
					return `remotes:\n  publish: ${remote}\n`;
				},
			},
		);
		const admin = await desk.signIn("Dung", grants("administrator"));
		const text = () => runGit(remote, "show", `main:content/${articlePath}`);
		const publishChange = async (from: string, to: string) => {
			const opened = (await publisher.ask<Entry>("GET", entryPath(articleId))).body;
			const saved = (await save(publisher, articleId, opened.text.replace(from, to), opened.revision)).body;
			expect((await lead(publisher, articleId, "published", saved.revision)).status).toBe(200);
		};
		await publishChange("Đoạn hai.", "Đoạn nhì.");
		await expect.poll(text, { timeout: 30_000 }).toContain("Đoạn nhì.");

		renameSync(remote, `${remote}.away`);
		await publishChange("Đoạn ba.", "Đoạn tam.");
		const said = async () => (await pageAt(admin, start)).page.texts(".desk-remote").join();
		await expect.poll(said, { timeout: 30_000 }).toContain("sẽ tự thử lại");
		expect(await said()).toContain("1 lần đăng");
		renameSync(`${remote}.away`, remote);
		await expect.poll(text, { timeout: 60_000 }).toContain("Đoạn tam.");
		await expect.poll(said, { timeout: 30_000 }).toBe("");

		// Somebody else pushes: a change to another file is merged, one to the same article is held back.
		const clone = join(desk.folder.directory, "ban-sao");
		runGit(desk.folder.directory, "clone", "--quiet", remote, clone);
		runGit(clone, "config", "user.name", "Người khác");
		runGit(clone, "config", "user.email", "khac@thu.vn");
		const push = (path: string, content: string, to = remote) => {
			writeFileSync(join(clone, "content", path), content);
			runGit(clone, "add", "--all");
			runGit(clone, "commit", "--quiet", "--message", "Việc khác");
			runGit(clone, "push", "--quiet", to, "main");
		};
		push("authors/tran-thi-binh.yml", "name: Trần Thị Bình\n");
		await publishChange("Đoạn một.", "Đoạn nhất.");
		await expect.poll(text, { timeout: 60_000 }).toContain("Đoạn nhất.");
		expect(desk.folder.readers("authors/tran-thi-binh.yml")).toContain("Trần Thị Bình");
		const found = await publisher.ask<{ options: { id: string }[] }>(
			"GET",
			"/relations/authors?q=tran%20thi%20binh",
		);
		expect(found.body.options.map(({ id }) => id)).toEqual(["tran-thi-binh"]);

		runGit(clone, "pull", "--quiet");
		renameSync(remote, `${remote}.away`);
		const theirs = readFileSync(join(clone, "content", articlePath), "utf8");
		push(articlePath, theirs.replace("Đoạn tam.", "Của người khác."), `${remote}.away`);
		await publishChange("Đoạn nhì.", "Đoạn hai mới.");
		renameSync(`${remote}.away`, remote);
		await expect.poll(said, { timeout: 60_000 }).toContain("Quản trị viên cần quyết định");
		expect(await said()).toContain(articlePath);
		const outages = log.filter((line) => line.includes("sẽ tự thử lại. Git: fatal"));
		expect(outages.length).toBeGreaterThan(0);
		expect(log).toEqual([...outages, expect.stringContaining(articlePath)]);
		expect(text()).toContain("Của người khác.");
		expect(desk.folder.readers(articlePath)).toContain("Đoạn hai mới.");
	}, 240_000);
});

test("the API refuses what a role or a committee does not allow, and changes nothing", async () => {
	const { desk, writer, editor } = await openOffice({
		"committees/ban-to-chuc.yml": "name: Ban Tổ chức\nkind: organisation\nlevel: province\n",
	});
	const elsewhere = await desk.signIn("Giang", [{ role: "publisher", committees: ["ban-to-chuc"] }]);
	const saved = (await save(editor, draftId, draftText())).body;
	const before = desk.folder.git("for-each-ref");
	const refusals = [
		await save(writer, draftId, draftText(["featured: true"]), saved.revision),
		await lead(writer, draftId, "published", saved.revision),
		await lead(writer, draftId, "published", saved.revision, { at: "2026-11-23T08:00:00+07:00" }),
		await lead(writer, draftId, "approved", saved.revision),
		await writer.ask("DELETE", entryPath(draftId), { base: saved.revision }),
		await lead(elsewhere, draftId, "published", saved.revision),
		await writer.ask("PUT", "/entries/settings/site", { text: "name: Của tôi\n", base: null }),
		await writer.ask("PUT", "/entries/committees/moi", { text: "name: Mới\n", base: null }),
	];
	const published = (await writer.ask<Entry>("GET", entryPath(articleId))).body;
	for (const to of ["withdrawn", "published"] as const) {
		refusals.push(await lead(writer, articleId, to, published.revision, { reason: "Không thích" }));
	}
	refusals.push(await writer.ask("DELETE", entryPath(articleId), { base: published.revision }));
	for (const [at, { status, body }] of refusals.entries()) {
		expect([at, status], JSON.stringify(body)).toEqual([at, 403]);
		expect((body as { message: string }).message).toMatch(/[.]$/);
	}
	expect(desk.folder.git("for-each-ref")).toBe(before);
}, 60_000);
