import { existsSync } from "node:fs";
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
	deskContent,
	everybody,
	removed,
	saved,
} from "../../../test/support/desk-store.ts";
import type { DeskStore } from "./index.ts";

const folderOfFiles = `articles/${articleId}/`;
const neighbourId = "2026/11/21-bai-sau";
const files = {
	...deskContent,
	[articlePath]: articleText(
		["title: Hội nghị sơ kết", "committee: ban-dan-van"],
		`![Ảnh](20-hoi-nghi/rieng.png)\n\n![Ảnh](20-hoi-nghi/chung.png)\n`,
	),
	[`${folderOfFiles}rieng.png`]: Buffer.from("riêng"),
	[`${folderOfFiles}chung.png`]: Buffer.from("chung"),
	[`articles/${neighbourId}.md`]: articleText(
		["title: Bài sau dẫn bài trước", `related: [${articleId}]`],
		"![Ảnh](20-hoi-nghi/chung.png)\n\n[Bài trước](/2026/11/20/hoi-nghi.html)\n",
	).replace("20-hoi-nghi/chung.png", `/${folderOfFiles}chung.png`),
};

async function baseOf(store: DeskStore, id = articleId): Promise<string> {
	const entry = await store.open("articles", id, everybody);
	return "kind" in entry ? "" : entry.revision;
}

describe("a deletion", () => {
	test("first lists links to the article, and also removes files that nothing else uses", async () => {
		const folder = new DeskFolder({ files });
		const store = await folder.open();
		expect(await store.uses("articles", articleId)).toEqual({
			uses: [{ collection: "articles", id: neighbourId, title: "Bài sau dẫn bài trước" }],
			files: [`${folderOfFiles}rieng.png`],
		});
		const base = await baseOf(store);
		expect(await store.remove("articles", articleId, base, binh)).toMatchObject({ kind: "refused" });
		const { publication } = removed(await store.remove("articles", articleId, base, chi));
		expect([...(publication?.paths ?? [])].sort()).toEqual([articlePath, `${folderOfFiles}rieng.png`].sort());
		expect(folder.readers(articlePath)).toBeUndefined();
		expect(folder.readers(`${folderOfFiles}chung.png`)).toBe("chung");
		expect(existsSync(join(store.contentDirectory, articlePath))).toBe(false);
		expect(folder.git("status", "--porcelain")).toBe("");
		expect((await store.list("articles")).entries.map(({ id }) => id)).toEqual([neighbourId]);
	});

	test("can be undone completely, including a pending text", async () => {
		const folder = new DeskFolder({ files });
		const store = await folder.open();
		const text = (folder.readers(articlePath) ?? "").replace("Hội nghị sơ kết", "Hội nghị tổng kết");
		const draft = saved(
			await store.save({ collection: "articles", id: articleId, text, base: await baseOf(store) }, an),
		);
		const { key } = removed(await store.remove("articles", articleId, draft.revision, chi));
		expect(await store.trash()).toMatchObject([
			{ key, id: articleId, title: "Hội nghị tổng kết", by: "Chi", wasPublished: true },
		]);
		expect(await store.restoreFromTrash(key, an)).toMatchObject({ kind: "refused" });
		changed(await store.restoreFromTrash(key, chi));
		expect(folder.readers(articlePath)).toBe(files[articlePath]);
		expect(folder.readers(`${folderOfFiles}rieng.png`)).toBe("riêng");
		expect(await store.open("articles", articleId, an)).toMatchObject({
			text,
			summary: { state: "writing" },
		});
		expect(await store.trash()).toEqual([]);
	});

	test("may concern a draft or a dropped change, and can be undone too", async () => {
		const store = await new DeskFolder().open();
		const id = "2026/11/22-nhap";
		const text = articleText(["title: Bài viết dở"]);
		const draft = saved(await store.save({ collection: "articles", id, text, base: null }, an));
		const first = removed(await store.remove("articles", id, draft.revision, an));
		expect((await store.list("articles", { state: "writing" })).count).toBe(0);
		changed(await store.restoreFromTrash(first.key, an));
		expect(await store.open("articles", id, an)).toMatchObject({ text });
		const base = await baseOf(store);
		const article = await store.open("articles", articleId, an);
		if ("kind" in article) throw new Error("missing");
		const change = saved(
			await store.save({ collection: "articles", id: articleId, text: `${article.text}\nThêm.\n`, base }, an),
		);
		const second = removed(await store.discard("articles", articleId, change.revision, an));
		expect(await store.open("articles", articleId, an)).toMatchObject({ text: article.text });
		changed(await store.restoreFromTrash(second.key, an));
		expect(await store.open("articles", articleId, an)).toMatchObject({ text: `${article.text}\nThêm.\n` });
	});

	test("becomes final after 30 days", async () => {
		const folder = new DeskFolder();
		const store = await folder.open();
		removed(await store.remove("articles", articleId, await baseOf(store), chi));
		folder.now += 29 * 86_400_000;
		expect(await store.emptyTrash()).toBe(0);
		folder.now += 86_400_000;
		expect(await store.emptyTrash()).toBe(1);
		expect(await store.trash()).toEqual([]);
	});
});

describe("the history of an article", () => {
	test("tells who did what, including drafts, and gives each version of the text", async () => {
		const folder = new DeskFolder();
		const store = await folder.open();
		const first = folder.readers(articlePath) ?? "";
		const text = first.replace("Đoạn một.", "Đoạn thứ nhất.");
		const minute = () => {
			folder.now += 60_000;
		};
		const step = async (to: "review" | "approved" | "published", base: string, who = chi) => {
			minute();
			return changed(await store.changeState({ collection: "articles", id: articleId, to, base }, who))
				.revision;
		};
		minute();
		const draft = saved(
			await store.save({ collection: "articles", id: articleId, text, base: await baseOf(store) }, an),
		);
		const sent = await step("review", draft.revision, an);
		const approved = await step("approved", sent, binh);
		await step("published", approved);
		const versions = await store.history("articles", articleId);
		expect(versions.map(({ by, what, isPublished }) => [by, what, isPublished])).toEqual(
			[
				["Chi", "Cập nhật: Hội nghị sơ kết", true],
				["Binh", "Duyệt: Hội nghị sơ kết", false],
				["An", "Gửi duyệt: Hội nghị sơ kết", false],
				["An", "Lưu bài “Hội nghị sơ kết”", false],
				["Kỹ thuật", "Nội dung đầu tiên", true],
			].sort((a, b) => (a[0] === "Kỹ thuật" ? order(versions) : b[0] === "Kỹ thuật" ? -order(versions) : 0)),
		);
		const oldest = versions.find(({ by }) => by === "Kỹ thuật");
		expect(await store.versionText("articles", articleId, oldest?.commit ?? "")).toBe(first);
		const drafts = versions.find(({ what }) => what.startsWith("Lưu"));
		expect(await store.versionText("articles", articleId, drafts?.commit ?? "")).toBe(text);
		expect(await store.versionText("articles", articleId, "HEAD:package.json")).toBeUndefined();
		expect(await store.versionText("articles", "2026/11/20-khac", drafts?.commit ?? "")).toBeUndefined();
		const restored = saved(
			await store.restore("articles", articleId, oldest?.commit ?? "", await baseOf(store), an),
		);
		expect(restored).toMatchObject({ text: first, state: "writing" });
		expect(folder.readers(articlePath)).toBe(text);
	});
});

/** The test's clock is fixed in 2026, but the first commit has the machine's time. */
function order(versions: readonly { readonly by: string }[]): number {
	return versions[0]?.by === "Kỹ thuật" ? -1 : 1;
}

test("a publication that cannot be built is undone, and its text becomes pending with the reason", async () => {
	const folder = new DeskFolder();
	const store = await folder.open();
	const before = folder.readers(articlePath) ?? "";
	const text = before.replace("Đoạn một.", "Đoạn hỏng.");
	const draft = saved(
		await store.save({ collection: "articles", id: articleId, text, base: await baseOf(store) }, an),
	);
	const { publication } = changed(
		await store.changeState(
			{ collection: "articles", id: articleId, to: "published", base: draft.revision },
			chi,
		),
	);
	const back = await store.setAside({
		collection: "articles",
		id: articleId,
		commit: publication?.commit ?? "",
		reason: "Ảnh hỏng",
	});
	expect(back?.paths).toEqual([articlePath]);
	expect(folder.readers(articlePath)).toBe(before);
	const entry = await store.open("articles", articleId, an);
	expect(entry).toMatchObject({
		text,
		summary: { state: "writing", reason: "Ảnh hỏng", owner: { name: "An" } },
		notes: [{ text: "Ảnh hỏng" }],
	});
});

test("an article's files are published together with it", async () => {
	const folder = new DeskFolder();
	const store = await folder.open();
	const id = "2026/11/22-co-anh";
	const text = articleText(["title: Bài có ảnh"], "![Ảnh](22-co-anh/a.png)\n");
	const asset = `articles/${id}/a.png`;
	const save = (path: string) =>
		store.save({ collection: "articles", id, text, base: null, assets: { [path]: Buffer.from("ảnh") } }, an);
	for (const path of [
		"../x.png",
		"articles/khac/a.png",
		`articles/${id}/a.sh`,
		`articles/${id}/.a.png`,
		"site.yml",
	]) {
		expect(await save(path)).toMatchObject({ kind: "refused" });
	}
	const draft = saved(await save(asset));
	expect(await store.open("articles", id, an)).toMatchObject({
		assets: [{ path: asset, bytes: 5, isPending: true }],
	});
	expect((await store.readFile("articles", id, asset))?.toString()).toBe("ảnh");
	expect(folder.readers(asset)).toBeUndefined();
	changed(
		await store.changeState({ collection: "articles", id, to: "published", base: draft.revision }, chi),
	);
	expect(folder.readers(asset)).toBe("ảnh");
	expect((await store.media({ q: "co anh" })).files).toEqual([
		{ path: asset, bytes: 5, usedBy: [{ collection: "articles", id, title: "Bài có ảnh" }] },
	]);
});
