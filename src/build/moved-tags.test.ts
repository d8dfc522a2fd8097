import { join } from "node:path";
import { expect, test } from "vitest";
import {
	articleText,
	type ContentFolder,
	soundFolder,
	writeContentFolder,
} from "../../test/support/content-folder.ts";
import { readPortal } from "../content/index.ts";
import { asIsoDateTime } from "../model/ids.ts";
import { problemsOfMovedTags } from "./moved-tags.ts";

const now = asIsoDateTime("2026-11-22T08:00:00+07:00");
const newer = { "articles/2026/11/20-bao.md": articleText(["tags: [Bão]"]) };
const backdated = {
	"articles/2026/11/19-bao.md": articleText(["date: 2026-11-19T08:00:00+07:00", "tags: [Lúa, Báo]"]),
};

/** Of content beside a published site whose tag page `/tu-khoa/bao/` is that of "Bão". */
async function problemsOf(files: ContentFolder, published = "Bão") {
	const api = JSON.stringify({ tags: [{ slug: "bao", name: published }] });
	const directory = writeContentFolder({ ...soundFolder, ...files, "media/site/api/tags.json": api });
	const { portal } = await readPortal({ directory, now });
	if (!portal) throw new Error("nothing is wrong with the content");
	return problemsOfMovedTags(portal, {
		contentDirectory: directory,
		outputDirectory: join(directory, "media/site"),
	});
}

test("names the article whose tag would take the address of a published one, and the file that prevents it", async () => {
	expect(await problemsOf({ ...newer, ...backdated })).toEqual([
		{
			file: "articles/2026/11/19-bao.md",
			line: 5,
			field: "tags[1]",
			message: "từ khóa “Báo” sẽ lấy địa chỉ /tu-khoa/bao/, mà cổng tin đang dùng cho “Bão”",
			remedy: "thêm tệp tags/bao.yml có một dòng: name: Bão",
		},
	]);
});

test.each([
	{ name: "where a file decides", files: { ...newer, ...backdated, "tags/bao.yml": "name: Bão\n" } },
	{
		name: "where a file moves the address on purpose",
		files: { ...newer, ...backdated, "tags/bao.yml": "name: Báo\n" },
	},
	{ name: "of a tag that nobody uses any more", files: backdated },
	{ name: "where the first one keeps its address", files: { ...newer, ...backdated }, published: "Báo" },
])("finds nothing $name", async ({ files, published }) => {
	expect(await problemsOf(files, published)).toEqual([]);
});
