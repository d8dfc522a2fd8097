import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { articleText } from "../../../test/support/content-folder.ts";
import {
	an,
	articleId,
	articlePath,
	binh,
	changed,
	chi,
	DeskFolder,
	everybody,
	runGit,
	saved,
} from "../../../test/support/desk-store.ts";
import type { Person } from "../people.ts";
import type { DeskStore } from "./index.ts";

const newId = "2026/11/22-mai-ngoi";
const newText = articleText(["title: Mái ngói mới ở bản Pa Lin", "committee: ban-dan-van"], "Thân bài.\n");

async function opened(store: DeskStore, id = articleId) {
	const entry = await store.open("articles", id, everybody);
	if ("kind" in entry) throw new Error(`no ${id}`);
	return entry;
}

describe.each([false, true])("a store, bare: %s", (isBare) => {
	test("publishes a writer's new article", async () => {
		const folder = new DeskFolder({ isBare });
		const store = await folder.open();
		const draft = saved(
			await store.save({ collection: "articles", id: newId, text: newText, base: null }, an),
		);
		expect(draft.state).toBe("writing");
		expect(folder.readers(`articles/${newId}.md`)).toBeUndefined();
		const step = (to: "review" | "approved" | "published", base: string) => ({
			collection: "articles" as const,
			id: newId,
			to,
			base,
		});
		expect(await store.changeState(step("published", draft.revision), an)).toMatchObject({ kind: "refused" });
		const sent = changed(await store.changeState(step("review", draft.revision), an));
		const approved = changed(await store.changeState(step("approved", sent.revision), binh));
		expect(await store.changeState(step("published", approved.revision), binh)).toMatchObject({
			kind: "refused",
		});
		const published = changed(await store.changeState(step("published", approved.revision), chi));
		expect(published).toMatchObject({ state: "published", publication: { paths: [`articles/${newId}.md`] } });
		expect(folder.readers(`articles/${newId}.md`)).toBe(newText);
		expect(readFileSync(join(store.contentDirectory, `articles/${newId}.md`), "utf8")).toBe(newText);
		expect(folder.git("log", "-1", "--format=%an %ae %s", "main")).toBe(
			"Chi chi@thu.example.vn Duyệt đăng: Mái ngói mới ở bản Pa Lin",
		);
		expect(folder.git("for-each-ref", "refs/desk/revisions")).toBe("");
		if (!isBare) expect(folder.git("status", "--porcelain")).toBe("");
		expect(folder.git("fsck", "--strict")).toBe("");
	});

	test("refuses a text that names a picture that is nowhere, but keeps one that did before", async () => {
		const store = await new DeskFolder({ isBare }).open();
		const entry = { collection: "articles" as const, id: newId };
		const text = articleText(
			["title: Mái ngói mới"],
			"![Mái](22-mai-ngoi/mai.jpg)\n\n![Sân](/media/san.png)\n",
		);
		const refused = await store.save({ ...entry, text, base: null }, an);
		expect(refused).toMatchObject({
			kind: "refused",
			message: expect.stringContaining("“mai.jpg”, “san.png”"),
		});
		const file = Buffer.from("mái");
		const assets = { [`articles/${newId}/mai.jpg`]: file, "media/san.png": file };
		const { revision } = saved(await store.save({ ...entry, text, base: null, assets }, an));
		const later = text.replace("mới", "đỏ");
		const gone = { "media/san.png": null };
		const next = saved(await store.save({ ...entry, text: later, base: revision, assets: gone }, an));
		saved(await store.save({ ...entry, text, base: next.revision }, an));
	});

	test("keeps the published text until a change is published", async () => {
		const folder = new DeskFolder({ isBare });
		const store = await folder.open();
		const before = await opened(store);
		const text = before.text.replace("Đoạn một.", "Đoạn thứ nhất.");
		const { revision } = saved(
			await store.save({ collection: "articles", id: articleId, text, base: before.revision }, an),
		);
		expect(folder.readers(articlePath)).toBe(before.text);
		expect((await store.list("articles")).entries[0]).toMatchObject({ state: "writing", isPublished: true });
		expect(await opened(store)).toMatchObject({ text, revision, published: { text: before.text } });
		changed(
			await store.changeState(
				{ collection: "articles", id: articleId, to: "published", base: revision },
				chi,
			),
		);
		expect(folder.readers(articlePath)).toBe(text);
		expect(folder.git("log", "-1", "--format=%s", "main")).toBe("Cập nhật: Hội nghị sơ kết");
	});

	test("puts nothing unpublished into a clone", async () => {
		const folder = new DeskFolder({ isBare });
		const store = await folder.open();
		saved(await store.save({ collection: "articles", id: newId, text: newText, base: null }, an));
		runGit(folder.directory, "clone", "--quiet", "--no-local", folder.repository, "ban-sao");
		const objects = runGit(join(folder.directory, "ban-sao"), "cat-file", "--batch-all-objects", "--batch");
		expect(objects).toContain("Hội nghị sơ kết");
		expect(objects).not.toContain("Mái ngói");
	});
});

test("what waits for a person is what they may decide, in their committees, and what was sent back to them", async () => {
	const folder = new DeskFolder();
	const store = await folder.open();
	const send = async (name: string, committee: string, person: Person) => {
		folder.now += 60_000;
		const entry = { collection: "articles" as const, id: `2026/11/22-${name}` };
		const text = articleText([`title: ${name}`, `committee: ${committee}`], "Thân bài.\n");
		const { revision: base } = saved(await store.save({ ...entry, text, base: null }, person));
		return {
			...entry,
			base: changed(await store.changeState({ ...entry, to: "review", base }, person)).revision,
		};
	};
	const inOneCommittee = { ...binh, roles: [{ role: "editor", committees: ["ban-dan-van"] }] } as const;
	const waiting = (person: Person) => store.waitingFor(person).map(({ title }) => title);
	await send("bai-khac", "ban-tuyen-giao", an);
	await send("bai-binh", "ban-dan-van", binh);
	const first = await send("bai-truoc", "ban-dan-van", an);
	await send("bai-sau", "ban-dan-van", an);
	expect(waiting(inOneCommittee)).toEqual(["bai-truoc", "bai-sau"]);
	expect(waiting(an)).toEqual([]);
	expect(waiting(chi)).toEqual(["bai-khac", "bai-binh", "bai-truoc", "bai-sau"]);
	folder.now += 60_000;
	changed(await store.changeState({ ...first, to: "approved" }, inOneCommittee));
	expect(waiting(inOneCommittee)).toEqual(["bai-sau"]);
	expect(waiting(chi)).toEqual(["bai-khac", "bai-binh", "bai-sau", "bai-truoc"]);
	const { revision: base } = await opened(store, first.id);
	changed(await store.changeState({ ...first, to: "writing", base, reason: "Thiếu ảnh" }, binh));
	expect(waiting(an)).toEqual(["bai-truoc"]);
});

describe("two people editing one article", () => {
	test("lose nothing if they changed different fields", async () => {
		const store = await new DeskFolder().open();
		const { text, revision: base } = await opened(store);
		const save = (edited: string, person = an) =>
			store.save({ collection: "articles", id: articleId, text: edited, base }, person);
		saved(await save(text.replace("Hội nghị sơ kết", "Hội nghị tổng kết")));
		const second = saved(await save(text.replace("Đoạn ba.", "Đoạn cuối."), binh));
		expect(second.isMerged).toBe(true);
		expect(second.text).toContain("Hội nghị tổng kết");
		expect(second.text).toContain("Đoạn cuối.");
	});

	test("are told who changed the same field, and nothing is overwritten", async () => {
		const store = await new DeskFolder().open();
		const { text, revision: base } = await opened(store);
		const save = (title: string, person = an) =>
			store.save(
				{ collection: "articles", id: articleId, text: text.replace("Hội nghị sơ kết", title), base },
				person,
			);
		const first = saved(await save("Tên của An"));
		const second = await save("Tên của Bình", binh);
		expect(second).toMatchObject({
			kind: "conflict",
			by: "An",
			at: "2026-11-22T08:00:00+07:00",
			revision: first.revision,
			isPublished: false,
			fields: [
				{
					field: "title",
					base: "title: Hội nghị sơ kết\n",
					yours: expect.stringContaining("Tên của Bình"),
					theirs: expect.stringContaining("Tên của An"),
				},
			],
		});
		expect((await opened(store)).revision).toBe(first.revision);
	});

	test("approve only the newest text, but publish the one that they read, and newer saves stay pending", async () => {
		const folder = new DeskFolder();
		const store = await folder.open();
		const first = saved(
			await store.save({ collection: "articles", id: newId, text: newText, base: null }, an),
		);
		const sent = changed(
			await store.changeState({ collection: "articles", id: newId, to: "review", base: first.revision }, an),
		);
		saved(
			await store.save(
				{
					collection: "articles",
					id: newId,
					text: newText.replace("Thân", "Phần thân"),
					base: sent.revision,
				},
				an,
			),
		);
		expect(
			await store.changeState(
				{ collection: "articles", id: newId, to: "approved", base: sent.revision },
				binh,
			),
		).toMatchObject({ kind: "conflict", theirs: expect.stringContaining("Phần thân") });
		const publish = (base: string, at?: string) =>
			store.changeState({ collection: "articles", id: newId, to: "published", base, ...(at && { at }) }, chi);
		expect(await publish(sent.revision, "2026-12-01T08:00:00+07:00")).toMatchObject({ kind: "conflict" });
		expect(changed(await publish(sent.revision))).toMatchObject({ state: "review", revision: sent.revision });
		expect(folder.readers(`articles/${newId}.md`)).toBe(newText);
		expect(await publish(sent.revision)).toMatchObject({ kind: "conflict" });
		const title = newText.replace("Mái ngói", "Mái lá");
		const request = { collection: "articles", id: newId, text: title, base: sent.revision } as const;
		const merged = saved(await store.save(request, an));
		changed(await publish(merged.revision));
		expect(folder.readers(`articles/${newId}.md`)).toBe(title.replace("Thân", "Phần thân"));
		expect((await store.history("articles", newId)).map(({ what }) => what)).toEqual(
			expect.arrayContaining(["Duyệt đăng: Mái ngói mới ở bản Pa Lin", "Cập nhật: Mái lá mới ở bản Pa Lin"]),
		);
		expect(folder.git("fsck", "--strict")).toBe("");
	});

	test("merges what is written after a save into what that save was merged with", async () => {
		const store = await new DeskFolder().open();
		const request = { collection: "articles", id: newId } as const;
		const first = saved(await store.save({ ...request, text: newText, base: null }, an));
		const title = newText.replace("Mái ngói", "Mái lá");
		saved(await store.save({ ...request, text: title, base: first.revision }, binh));
		const shown = newText.replace("Thân", "Thân bài");
		const merged = saved(await store.save({ ...request, text: shown, base: first.revision }, an));
		const text = shown.replace("Thân bài", "Thân bài dài");
		const again = saved(await store.save({ ...request, text, base: merged.revision, shown }, an));
		expect(again.text).toBe(title.replace("Thân", "Thân bài dài"));
	});

	test("can repeat a save whose response was lost", async () => {
		const store = await new DeskFolder().open();
		const request = { collection: "articles", id: newId, text: newText, base: null } as const;
		const first = saved(await store.save(request, an));
		expect(await store.freeId("articles", newId, newText)).toBe(newId);
		expect(saved(await store.save(request, an)).revision).toBe(first.revision);
		expect(await store.freeId("articles", newId, `${newText}\n`)).toBe(`${newId}-2`);
	});
});

describe("approval", () => {
	test("is cancelled by any change", async () => {
		const store = await new DeskFolder().open();
		const draft = saved(
			await store.save({ collection: "articles", id: newId, text: newText, base: null }, an),
		);
		const approved = changed(
			await store.changeState(
				{ collection: "articles", id: newId, to: "approved", base: draft.revision },
				binh,
			),
		);
		const text = newText.replace("Thân bài.", "Thân bài khác.");
		const again = saved(
			await store.save({ collection: "articles", id: newId, text, base: approved.revision }, binh),
		);
		expect(again.state).toBe("review");
	});

	test("needs a text without errors", async () => {
		const store = await new DeskFolder().open();
		const text = newText.replace(/date:.*\n/, "");
		const draft = saved(await store.save({ collection: "articles", id: newId, text, base: null }, an));
		expect(
			await store.changeState({ collection: "articles", id: newId, to: "review", base: draft.revision }, an),
		).toMatchObject({ kind: "invalid", problems: [{ file: `articles/${newId}.md`, field: "date" }] });
	});

	test("can be withdrawn with a reason, which stays until the text is submitted again", async () => {
		const store = await new DeskFolder().open();
		const step = (to: "review" | "writing", base: string, reason?: string) => ({
			collection: "articles" as const,
			id: newId,
			to,
			base,
			...(reason !== undefined && { reason }),
		});
		const draft = saved(
			await store.save({ collection: "articles", id: newId, text: newText, base: null }, an),
		);
		const sent = changed(await store.changeState(step("review", draft.revision), an));
		expect(await store.changeState(step("writing", sent.revision), binh)).toMatchObject({
			kind: "refused",
			message: expect.stringContaining("lý do"),
		});
		const back = changed(await store.changeState(step("writing", sent.revision, "Thiếu ảnh"), binh));
		expect((await opened(store, newId)).summary).toMatchObject({ state: "writing", reason: "Thiếu ảnh" });
		const again = changed(await store.changeState(step("review", back.revision), an));
		expect(again.state).toBe("review");
		const { summary, notes } = await opened(store, newId);
		expect(summary.reason).toBeUndefined();
		expect(notes).toMatchObject([{ by: "Binh", text: "Thiếu ảnh" }]);
	});
});

describe("a scheduled article", () => {
	test("waits on its own ref and appears at its time", async () => {
		const folder = new DeskFolder();
		const store = await folder.open();
		const draft = saved(
			await store.save({ collection: "articles", id: newId, text: newText, base: null }, an),
		);
		const at = "2026-11-23T06:00:00+07:00";
		const set = changed(
			await store.changeState(
				{ collection: "articles", id: newId, to: "approved", base: draft.revision, at },
				chi,
			),
		);
		expect(set).toMatchObject({ state: "approved", scheduledFor: at });
		expect(store.nextMoment()).toBe(Date.parse(at));
		expect(await store.publishDue()).toEqual([]);
		expect((await store.list("articles", { state: "scheduled" })).count).toBe(1);
		folder.now = Date.parse(at);
		expect(await store.publishDue()).toMatchObject([{ id: newId, result: { kind: "changed" } }]);
		expect(folder.readers(`articles/${newId}.md`)).toBe(newText);
		expect(store.nextMoment()).toBeUndefined();
	});

	test.each([
		["2026-12-01T08:00:00+07:00", "2026-12-01T08:00:00+07:00"],
		["2026-12-01", "2026-12-01T00:00:00+07:00"],
	])("with its own date %s is not on the published branch before", async (date, scheduledFor) => {
		const folder = new DeskFolder();
		const store = await folder.open();
		const text = newText.replace("2026-11-20T08:00:00+07:00", date);
		const draft = saved(await store.save({ collection: "articles", id: newId, text, base: null }, an));
		const set = changed(
			await store.changeState(
				{ collection: "articles", id: newId, to: "published", base: draft.revision },
				chi,
			),
		);
		expect(set).toMatchObject({ state: "approved", scheduledFor });
		expect(folder.readers(`articles/${newId}.md`)).toBeUndefined();
	});
});

describe("a published article", () => {
	test("can be withdrawn and restored while a change is pending", async () => {
		const folder = new DeskFolder();
		const store = await folder.open();
		const before = await opened(store);
		const edited = before.text.replace("Đoạn hai.", "Đoạn giữa.");
		const draft = saved(
			await store.save({ collection: "articles", id: articleId, text: edited, base: before.revision }, an),
		);
		const to = (target: "withdrawn" | "published", base: string, reason?: string) =>
			store.changeState(
				{ collection: "articles", id: articleId, to: target, base, ...(reason && { reason }) },
				chi,
			);
		changed(await to("withdrawn", draft.revision, "Sai số liệu"));
		expect(folder.readers(articlePath)).toContain("reason: Sai số liệu");
		expect((await store.list("articles", { state: "withdrawn" })).entries).toMatchObject([
			{ id: articleId, state: "writing", withdrawn: "2026-11-22T08:00:00+07:00" },
		]);
		expect(folder.git("log", "-1", "--format=%s", "main")).toBe("Gỡ bài: Hội nghị sơ kết");
		changed(await to("published", draft.revision));
		expect(folder.readers(articlePath)).toContain("reason: Sai số liệu");
		expect(folder.readers(articlePath)).toContain("Đoạn giữa.");
		const now = await opened(store);
		changed(await to("published", now.revision));
		expect(folder.readers(articlePath)).toBe(edited);
	});

	test("that somebody edits in Git is merged, or conflicts until a save resolves it", async () => {
		const folder = new DeskFolder();
		const store = await folder.open();
		const { text, revision: base } = await opened(store);
		const draft = saved(
			await store.save(
				{ collection: "articles", id: articleId, text: text.replace("Đoạn một.", "Đoạn của An."), base },
				an,
			),
		);
		folder.write(`content/${articlePath}`, text.replace("Đoạn một.", "Đoạn của kỹ thuật."));
		folder.git("commit", "--quiet", "--all", "--message", "Sửa trong Git");
		await store.refresh();
		const publish = (revision: string) =>
			store.changeState({ collection: "articles", id: articleId, to: "published", base: revision }, chi);
		const conflict = await publish(draft.revision);
		expect(conflict).toMatchObject({ kind: "conflict", by: "Kỹ thuật", isPublished: true });
		if (conflict.kind !== "conflict") return;
		const settled = saved(
			await store.save(
				{
					collection: "articles",
					id: articleId,
					text: text.replace("Đoạn một.", "Đoạn của cả hai."),
					base: draft.revision,
					onto: conflict.revision,
				},
				an,
			),
		);
		changed(await publish(settled.revision));
		expect(folder.readers(articlePath)).toContain("Đoạn của cả hai.");
	});

	test("may be a draft that somebody committed", async () => {
		const folder = new DeskFolder();
		folder.write(`content/articles/${newId}.md`, newText.replace("---\nThân", "draft: true\n---\nThân"));
		folder.git("add", "--all");
		folder.git("commit", "--quiet", "--message", "Bài nháp");
		const store = await folder.open();
		const entry = await opened(store, newId);
		expect(entry.summary).toMatchObject({ state: "writing", isPublished: false });
		changed(
			await store.changeState(
				{ collection: "articles", id: newId, to: "published", base: entry.revision },
				chi,
			),
		);
		expect(folder.readers(`articles/${newId}.md`)).toBe(newText);
		expect((await opened(store, newId)).summary).toMatchObject({ state: "published", isPublished: true });
	});
});

test("a journal of the work tree that cannot be read is not taken for none", async () => {
	const folder = new DeskFolder();
	await (await folder.open()).close();
	const journal = join(folder.directory, "data/work-tree.json");
	// Also root cannot read a link to itself.
	symlinkSync("work-tree.json", journal);
	await expect(folder.open()).rejects.toMatchObject({ code: "ELOOP", path: journal });
});
