import { expect, test } from "vitest";
import { articleText } from "../../../test/support/content-folder.ts";
import { an, articleId, chi, DeskFolder } from "../../../test/support/desk-store.ts";
import { asArticleId, asIsoDateTime } from "../../model/ids.ts";
import { eraseComment, eraseEntry } from "./erase-entry.ts";
import type { DeskStore } from "./index.ts";

const id = "2026/11/22-phai-xoa";
const key = { collection: "articles", id } as const;

async function publish(store: DeskStore, text: string, base: string | null): Promise<string> {
	const assets = { [`articles/${id}/a.png`]: Buffer.from("bí mật trong ảnh") };
	const saved = await store.save({ ...key, text, base, assets }, an);
	if (saved.kind !== "saved") throw new Error(JSON.stringify(saved));
	const result = await store.changeState({ ...key, to: "published", base: saved.revision }, chi);
	if (result.kind !== "changed") throw new Error(JSON.stringify(result));
	return result.revision;
}

test.each([false, true])("an erased article is in no object of the repository, bare: %s", async (isBare) => {
	const folder = new DeskFolder({ isBare });
	const store = await folder.open();
	const text = articleText(["title: Chuyện bí mật"], "Thân bí mật.\n");
	const first = await publish(store, text, null);
	const second = await publish(store, text.replace("Thân", "Phần thân"), first);
	const options = { ...folder.options };
	await store.changeComments(asArticleId(id), () => [comment("a", "Lời bí mật.")], chi);
	await expect(eraseEntry(options, key)).rejects.toThrow("Xóa");
	const removed = await store.remove("articles", id, second, chi);
	expect(removed.kind).toBe("removed");
	const other = await store.open("articles", articleId, an);
	if ("kind" in other) throw new Error("missing");
	const draft = await store.save(
		{ collection: "articles", id: articleId, text: `${other.text}\nThêm.\n`, base: other.revision },
		an,
	);
	await store.close();
	const before = folder.git("rev-parse", "main^{tree}");
	const erased = await eraseEntry(options, key);
	expect(erased.commits).toBeGreaterThan(2);
	expect(folder.git("rev-parse", "main^{tree}")).toBe(before);
	const objects = folder.git("cat-file", "--batch-all-objects", "--batch");
	expect(objects).not.toMatch(/bí mật/i);
	expect(objects).toContain("Thêm.");
	expect(folder.git("fsck", "--full", "--strict")).toBe("");
	if (!isBare) expect(folder.git("status", "--porcelain")).toBe("");
	const again = await folder.open();
	expect(await again.open("articles", articleId, an)).toMatchObject({
		revision: draft.kind === "saved" ? draft.revision : "",
	});
	expect(await again.trash()).toEqual([]);
	expect(await again.history("articles", id)).toEqual([]);
});

function comment(letter: string, text: string) {
	return { id: letter.repeat(12), date: asIsoDateTime("2026-11-22T09:00:00+07:00"), name: "Bưởi", text };
}

test("an erased comment is in no object of the repository, and other comments stay", async () => {
	const folder = new DeskFolder();
	const store = await folder.open();
	const article = asArticleId(articleId);
	const said = (...comments: ReturnType<typeof comment>[]) =>
		store.changeComments(article, () => comments, chi);
	await said(comment("a", "Lời bí mật."));
	await said(comment("a", "Lời bí mật."), comment("b", "Lời ở lại."));
	await expect(eraseComment(folder.options, article, "a".repeat(12))).rejects.toThrow("Gỡ");
	await said(comment("b", "Lời ở lại."));
	await store.close();
	const before = folder.git("rev-parse", "main^{tree}");
	expect(await eraseComment(folder.options, article, "a".repeat(12))).toMatchObject({ commits: 3 });
	expect(folder.git("rev-parse", "main^{tree}")).toBe(before);
	const objects = folder.git("cat-file", "--batch-all-objects", "--batch");
	expect(objects).not.toMatch(/bí mật/i);
	expect(objects).toContain("Lời ở lại.");
	expect(folder.git("fsck", "--full", "--strict")).toBe("");
	expect(folder.git("status", "--porcelain")).toBe("");
});
