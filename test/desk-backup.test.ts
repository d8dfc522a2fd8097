/** A backup that is made while a desk runs, and what is restored from it by the guide that lies in it. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { openAccounts } from "../src/desk/accounts/accounts.ts";
import { takeSnapshot } from "../src/desk/snapshot/take-snapshot.ts";
import { openStore } from "../src/desk/store/index.ts";
import { RunningCommand, tintinh } from "./support/command.ts";
import { draftId, draftText, entryPath, openOffice, save } from "./support/desk-office.ts";
import { DeskFolder, everybody, runGit } from "./support/desk-store.ts";
import { temporaryFolder } from "./support/fixture.ts";

const photo = readFileSync("test/fixtures/portal/articles/2026/11/02-gia-lua/lua.png");
const refsOf = (directory: string) => runGit(directory, "for-each-ref", "--format=%(objectname) %(refname)");

describe("a backup of a running desk", () => {
	test("is restored, by its own guide, with unpublished texts and accounts, into a desk that goes on", async () => {
		const { desk, writer } = await openOffice({ "media/anh.png": photo });
		const { directory, repository } = desk.folder;
		const saved = await save(writer, draftId, draftText());
		writeFileSync(join(repository, "content/ghi-chu.txt"), "chưa có trong Git");
		const to = join(temporaryFolder(), "sao-luu");
		const { code, out, error } = await new RunningCommand(tintinh, [
			"backup",
			...["--content", join(repository, "content"), "--data", join(directory, "data"), "--to", to],
		]).finish();
		expect({ code, error }).toEqual({ code: 0, error: "" });
		expect(out).toContain("1 tệp trong thư mục nội dung chưa có trong Git");
		// The desk goes on meanwhile and afterwards.
		expect((await save(writer, draftId, draftText([], "Viết tiếp."), saved.body.revision)).status).toBe(200);

		const [name = ""] = readdirSync(to);
		const backup = join(to, name);
		expect(statSync(backup).mode & 0o777).toBe(0o700);
		expect(readdirSync(backup).sort()).toEqual(["KHOI-PHUC.txt", "SHA256SUMS", "data", "kho.bundle"]);
		expect(readdirSync(join(backup, "data"))).not.toContain("desk.lock");
		const restored = join(temporaryFolder(), "tin");
		const guide = readFileSync(join(backup, "KHOI-PHUC.txt"), "utf8");
		const steps = guide
			.split("\n")
			.filter((line) => line.startsWith("    "))
			.map((line) => line.trim().replaceAll("/srv/tin", restored));
		expect(steps).toHaveLength(5);
		execFileSync("sh", ["-ec", steps.join("\n")], { cwd: backup, stdio: "pipe" });

		expect(runGit(restored, "status", "--porcelain", "--untracked-files=no")).toBe("");
		expect(readFileSync(join(restored, "content/media/anh.png"))).toEqual(photo);
		const store = await openStore({
			location: { content: join(restored, "content") },
			dataDirectory: join(restored, ".desk"),
			now: () => desk.clock(),
		});
		const opened = await store.open("articles", draftId, everybody);
		expect("text" in opened && opened.text).toBe(saved.body.text);
		await store.close();
		const accounts = await openAccounts({
			dataDirectory: join(restored, ".desk"),
			origin: desk.origin,
			siteName: "thu",
		});
		const names = (await accounts.list()).map(({ name }) => name);
		accounts.close();
		expect(names).toEqual(expect.arrayContaining(["An", "Binh", "Chi"]));
		expect((await writer.ask("GET", entryPath(draftId))).status).toBe(200);
	}, 120_000);
});

describe("backups", () => {
	const hour = 3_600_000;

	test("of a bare repository have all of its refs; only the newest ones are kept", async () => {
		const folder = new DeskFolder({ isBare: true });
		const to = temporaryFolder();
		const take = (at: number, keep?: number) =>
			takeSnapshot({
				...{ location: folder.options.location, dataDirectory: join(folder.directory, "none") },
				...{ to, now: folder.now + at * hour, ...(keep !== undefined && { keep }) },
			});
		mkdirSync(join(to, "của người khác"));
		const first = await take(0);
		const second = await take(1);
		const third = await take(2, 2);
		expect(third).toMatchObject({ removed: [first.folder], uncommitted: 0 });
		expect(
			readdirSync(to)
				.map((name) => join(to, name))
				.sort(),
		).toEqual([second.folder, third.folder, join(to, "của người khác")].sort());
		const copy = join(temporaryFolder(), "tin.git");
		runGit(third.folder, "clone", "--quiet", "--mirror", "kho.bundle", copy);
		expect(refsOf(copy)).toBe(refsOf(folder.repository));
	});

	test("say what keeps them from being made, and leave nothing half made", async () => {
		const to = temporaryFolder();
		const options = { dataDirectory: join(to, "none"), now: 0 };
		const none = { ...options, location: { content: temporaryFolder() }, to };
		await expect(takeSnapshot(none)).rejects.toThrow("không nằm trong kho Git nào");
		const { directory, options: own, repository } = new DeskFolder();
		const data = join(directory, "data");
		mkdirSync(data);
		const inside = { ...own, now: 0, dataDirectory: data, to: join(data, "sao-luu") };
		await expect(takeSnapshot(inside)).rejects.toThrow("không thể nằm trong");
		writeFileSync(join(data, "accounts.db"), "not a database, although its name says so");
		await expect(takeSnapshot({ ...inside, to })).rejects.toThrow();
		expect(readdirSync(to)).toEqual([]);
		expect(existsSync(resolve(repository, "content"))).toBe(true);
	});
});
