import { describe, expect, test } from "vitest";
import {
	articleText,
	type ContentFolder,
	soundFolder,
	writeContentFolder,
} from "../../test/support/content-folder.ts";
import { asIsoDateTime } from "../model/ids.ts";
import { formatProblems, readPortal } from "./index.ts";

const now = asIsoDateTime("2026-11-22T08:00:00+07:00");
const folder = "articles/2026/11";
const file = `${folder}/22-bai.md`;

async function told(files: ContentFolder): Promise<string> {
	const directory = writeContentFolder({ ...soundFolder, ...files });
	const { problems } = await readPortal({ directory, now });
	for (const { file: named, remedy } of problems)
		expect([named, remedy].every((text) => text.length > 0)).toBe(true);
	return formatProblems(problems);
}

test("a wrong item of a list hides none of the others", async () => {
	const text = await told({
		[file]: articleText([
			"author:",
			"  - Không Phải Mã",
			"  - khong-ai-ca",
			"related:",
			"  - khong-phai-ma",
			"  - 2026/11/01-khong-co-bai",
			"attachments:",
			"  - title: Thiếu tệp",
			"  - file: khong-co.pdf",
			"    title: Tệp",
			"formerAddresses:",
			"  - khong-co-gach",
			"  - /tim-kiem/",
		]),
	});
	for (const place of ["author[0]", "author[1]", "related[0]", "related[1]", "attachments[0].file"])
		expect(text).toContain(place);
	for (const place of ["attachments[1]", "formerAddresses[0]", "formerAddresses[1]"])
		expect(text).toContain(place);
});

describe("the remedy of", () => {
	test.each([
		["an author by name", ["author: Nguyễn Văn An"], "author[0]", "viết `nguyen-van-an`"],
		["an author by name in a list", ["author:", "  - Nguyễn Văn An"], "author[0]", "viết `nguyen-van-an`"],
		[
			"an author who has another id",
			["author: nguyen-van-ba"],
			"author[0]",
			"có phải bạn muốn viết `nguyen-van-an`?",
		],
		["an author whom nobody knows", ["author: Trần Thị Bình"], "author[0]", "`tran-thi-binh`"],
		["a province by name", ["province: Bắc Ninh"], "province", "viết `bac-ninh`"],
		["a province with its rank", ["province: Tỉnh Đồng Nai"], "province", "viết `dong-nai`"],
		["a committee by name", ["committee: Ban Dân vận"], "committee", "viết `ban-dan-van`"],
		[
			"a path from its folder",
			["image:", "  src: ./22-bai/anh.jpg", "  alt: A"],
			"image.src",
			"viết `22-bai/anh.jpg`",
		],
		[
			"a path by way of others",
			["image:", "  src: ../11/22-bai/anh.jpg", "  alt: A"],
			"image.src",
			"viết `22-bai/anh.jpg`",
		],
		[
			"a path of Windows",
			["image:", "  src: 22-bai\\anh.jpg", "  alt: A"],
			"image.src",
			"viết `22-bai/anh.jpg`",
		],
	])("%s", async (_, lines, field, remedy) => {
		const text = await told({ [file]: articleText(lines), [`${folder}/22-bai/anh.jpg`]: "a" });
		expect(text).toContain(` · ${field}: `);
		expect(text).toContain(remedy);
		expect(text).not.toContain("thiếu trường bắt buộc");
	});

	test.each([
		"./22-bai/anh.jpg",
		"../11/22-bai/anh.jpg",
		"22-bai\\anh.jpg",
		"/content/articles/2026/11/22-bai/anh.jpg",
	])("the picture %s in a body", async (written) => {
		const text = await told({
			[file]: articleText([], `![a](<${written}>)`),
			[`${folder}/22-bai/anh.jpg`]: "a",
		});
		expect(text).toContain(`content/${file}:6 · body`);
		expect(text).toContain("viết `22-bai/anh.jpg`");
	});

	test("a picture of an iPhone", async () => {
		const text = await told({
			[file]: articleText([], "![a](22-bai/a.HEIC)"),
			[`${folder}/22-bai/a.HEIC`]: "a",
		});
		expect(text).toContain("HEIC");
		expect(text).toContain("Tương thích nhất");
	});

	test.each([
		["22-bài.md", "tệp 22-bai.md đã có"],
		["22-bai.sync-conflict-20261122-080000-ABCDEFG.md", "bản sao của 22-bai.md"],
		["22-bai (An's conflicted copy 2026-11-22).md", "bản sao của 22-bai.md"],
		["22-bai-DESKTOP-4F7K2.md", "bản sao của 22-bai.md"],
		["22-bai - Copy.md", "bản sao của 22-bai.md"],
		["22-bai - Copy (2).md", "bản sao của 22-bai.md"],
		["22-bai - Bản sao.md", "bản sao của 22-bai.md"],
		["22-bai (1).md", "bản sao của 22-bai.md"],
		["Copy of 22-bai.md", "bản sao của 22-bai.md"],
		["22-bai 2.md", "bản sao của 22-bai.md"],
		["22-bai.MD", "bản sao của 22-bai.md"],
		["22-bai.markdown", "bản sao của 22-bai.md"],
		["22-bai.md.txt", "bản sao của 22-bai.md"],
		["22-khác.md", "đổi tên thành 22-khac.md"],
		["22-khac.MD", "đổi tên thành 22-khac.md"],
		["22-word.md.txt", "đổi tên thành 22-word.md"],
		["22-khac (1).md", "đổi tên thành 22-khac.md"],
	])("a file called %s", async (name, remedy) => {
		const text = await told({ [file]: articleText(), [`${folder}/${name}`]: articleText() });
		expect(text).toContain(`content/${folder}/${name}: `);
		expect(text).toContain(remedy);
		if (!remedy.startsWith("đổi tên")) expect(text).not.toContain("đổi tên thành 22-bai.md");
	});

	test.each([
		["site.yaml", "đổi tên thành site.yml", true],
		["authors/tran-thi-binh.yaml", "đổi tên thành tran-thi-binh.yml", false],
		["pages/lien-he.markdown", "đổi tên thành lien-he.md", false],
	])("a file called %s in its folder", async (name, remedy, replacesSite) => {
		const { "site.yml": site, ...others } = soundFolder;
		const directory = writeContentFolder({
			...(replacesSite ? others : soundFolder),
			[name]: replacesSite ? (site ?? "") : "name: A\n",
		});
		const { problems } = await readPortal({ directory, now });
		expect(formatProblems(problems)).toContain(remedy);
	});

	test.each([
		["an article", file],
		["an author", "authors/tran-thi-binh.yml"],
	])("a pointer of Git LFS in place of %s", async (_, path) => {
		const text = await told({ [path]: "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n" });
		expect(text).toContain("git lfs pull");
	});

	test.each([
		['title: "a\nb: c'],
		["title: a: b"],
		["title: [a, b"],
		["title: @a"],
		["title: `a`"],
		["title: %a"],
		["title: *a"],
		["title: !x a"],
		["\ttitle: a"],
		['title: "\\q"'],
		["title:a"],
		["title: 'a' b"],
		["title: a\n b: c"],
		["- a\n- b"],
		["title: |9x\n a"],
		["title: a\ntitle: b"],
		["title: {a"],
		["? a"],
	])("YAML such as %j, in Vietnamese", async (yaml) => {
		const text = await told({ [file]: `---\n${yaml}\n---\nA\n` });
		expect(text).toContain(`content/${file}`);
		expect(text).not.toMatch(/\b(?:the|expected|unexpected|mapping|scalar|document|indentation|key)\b/i);
	});
});
