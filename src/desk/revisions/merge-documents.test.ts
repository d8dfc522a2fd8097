import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentParts, joinParts } from "./document-parts.ts";
import { keepUnedited, mergeDocuments } from "./merge-documents.ts";
import { mergeLines } from "./merge-lines.ts";

const base = `---
# Ghi chú của kỹ thuật viên
title: "Hội nghị sơ kết"   # tiêu đề
date: 2026-11-20T08:00:00+07:00
author: nguyen-van-an
tags:
- Hội nghị
- 'Dân vận khéo'
summary: >-
  Sáng 20/11, Ban tổ chức
  hội nghị.
---

Đoạn một.

Đoạn hai.

Đoạn ba.
`;
const file = "articles/2026/11/20-hoi-nghi.md";

describe("a document in parts", () => {
	test("gives the same bytes when it is joined", () => {
		const parts = documentParts(file, base);
		expect(parts && joinParts(parts)).toBe(base);
		expect(parts?.blocks.map(({ name }) => name)).toEqual(["title", "date", "author", "tags", "summary"]);
	});

	test("keeps comments and carriage returns", () => {
		for (const text of [
			"---\r\n# a\r\ntitle: x\r\n# b\r\nsummary:\r\n---\r\nThân\r\n",
			"---\n---\nThân",
			"---\n# chỉ ghi chú\n---\n",
		]) {
			const parts = documentParts(file, text);
			expect(parts && joinParts(parts)).toBe(text);
		}
	});

	test("needs front matter that is complete and has its fields on separate lines", () => {
		for (const text of [
			"Không có gì",
			"---\ntitle: x\n",
			"---\n{title: x, date: y}\n---\n",
			"---\ntitle: [\n---\n",
		])
			expect(documentParts(file, text)).toBeUndefined();
	});
});

describe("a form's text", () => {
	test("without a change keeps every byte", () => {
		const sent = base
			.replace("# Ghi chú của kỹ thuật viên\n", "")
			.replace('"Hội nghị sơ kết"   # tiêu đề', "Hội nghị sơ kết")
			.replace("- Hội nghị\n- 'Dân vận khéo'", "  - Hội nghị\n  - Dân vận khéo")
			.replace(">-\n  Sáng 20/11, Ban tổ chức\n  hội nghị.", "Sáng 20/11, Ban tổ chức hội nghị.")
			.trimEnd();
		expect(sent).not.toBe(base);
		expect(keepUnedited(file, base, sent)).toBe(base);
	});

	test("changes the field that was edited and no other", () => {
		const sent = base.replace('"Hội nghị sơ kết"   # tiêu đề', "Hội nghị tổng kết").replaceAll("'", "");
		expect(keepUnedited(file, base, sent)).toBe(
			base.replace('"Hội nghị sơ kết"   # tiêu đề', "Hội nghị tổng kết"),
		);
	});

	test("keeps values whose spelling differs but whose meaning is the same", () => {
		const written = base.replace("author: nguyen-van-an\n", "author: [nguyen-van-an]\ndraft: false\n");
		expect(keepUnedited(file, written, base)).toBe(written);
		const sent = base.replace("author: nguyen-van-an\n", "author: nguyen-van-an\ndraft: true\n");
		expect(keepUnedited(file, written, sent)).toBe(written.replace("draft: false", "draft: true"));
	});

	test("adds a field in the form's order, and removes one", () => {
		const sent = base
			.replace("author: nguyen-van-an\n", "author: nguyen-van-an\nprovince: hue\n")
			.replace(/summary[\s\S]*?hội nghị\.\n/, "");
		expect(keepUnedited(file, base, sent)).toBe(sent);
	});
});

describe("two versions of one text", () => {
	test("are merged if they changed different fields or paragraphs", () => {
		const yours = base.replace("Hội nghị sơ kết", "Hội nghị tổng kết").replace("Đoạn một.", "Đoạn thứ nhất.");
		const theirs = base.replace("nguyen-van-an", "tran-thi-binh").replace("Đoạn ba.", "Đoạn cuối.");
		expect(mergeDocuments(file, base, yours, theirs).text).toBe(
			yours.replace("nguyen-van-an", "tran-thi-binh").replace("Đoạn ba.", "Đoạn cuối."),
		);
	});

	test("conflict in exactly the fields that both changed", () => {
		const yours = base.replace("Hội nghị sơ kết", "A của tôi").replace("Đoạn hai.", "Đoạn hai của tôi.");
		const theirs = base
			.replace("Hội nghị sơ kết", "B của chị")
			.replace("Đoạn hai.", "Đoạn hai của chị.")
			.replace("nguyen-van-an", "tran-thi-binh");
		const { conflicts } = mergeDocuments(file, base, yours, theirs);
		expect(conflicts?.map(({ field }) => field)).toEqual(["title", "body"]);
		expect(conflicts?.[0]).toMatchObject({ yours: expect.stringContaining("A của tôi") });
	});

	test("agree if both made the same change", () => {
		const same = base.replace("Đoạn hai.", "Đoạn giữa.").replace("nguyen-van-an", "tran-thi-binh");
		expect(mergeDocuments(file, base, same, same).text).toBe(same);
	});

	test("get the later of two times of change", () => {
		const at = (hour: string) => base.replace("author:", `updated: 2026-11-21T${hour}:00:00+07:00\nauthor:`);
		expect(mergeDocuments(file, base, at("08"), at("09")).text).toBe(at("09"));
		expect(mergeDocuments(file, base, at("09"), at("08")).text).toBe(at("09"));
	});

	test("are compared as a whole if one cannot be parsed", () => {
		const broken = base.replace("title:", "title: [");
		expect(mergeDocuments(file, base, broken, base.replace("Đoạn ba", "Đoạn cuối")).text).toBe(
			broken.replace("Đoạn ba", "Đoạn cuối"),
		);
		expect(mergeDocuments(file, base, broken, base.replace("title:", "tiêu đề:")).conflicts).toMatchObject([
			{ field: "text" },
		]);
	});

	test("lose nothing if they changed different fields and lines", () => {
		const word = fc.stringMatching(/^[a-zà-ỹ]{1,8}$/u);
		const edits = fc.uniqueArray(fc.nat(19), { minLength: 2, maxLength: 12 });
		fc.assert(
			fc.property(edits, fc.nat(11), word, word, (places, cut, one, other) => {
				const lines = Array.from({ length: 20 }, (_, at) => `Đoạn ${at}`);
				const fields = Array.from({ length: 20 }, (_, at) => `truong${at}: x`);
				const text = (mine: ReadonlySet<number>, said: string) =>
					["---", ...fields.map((field, at) => (mine.has(at) ? `truong${at}: y${said}` : field)), "---", ""]
						.concat(lines.flatMap((line, at) => [mine.has(at) ? `${line} ${said}` : line, ""]))
						.join("\n");
				const yours = new Set(places.slice(0, cut));
				const theirs = new Set(places.slice(cut));
				const merged = mergeDocuments(file, text(new Set(), ""), text(yours, one), text(theirs, other)).text;
				for (const at of yours) {
					expect(merged).toContain(`truong${at}: y${one}\n`);
					expect(merged).toContain(`Đoạn ${at} ${one}\n`);
				}
				for (const at of theirs) {
					expect(merged).toContain(`truong${at}: y${other}\n`);
					expect(merged).toContain(`Đoạn ${at} ${other}\n`);
				}
			}),
		);
	});
});

test("texts with one line repeated many times are merged in linear time", () => {
	const lines = Array.from({ length: 40_000 }, (_, at) => (at % 2 === 0 ? "" : "x"));
	const middle = (said: string) => [...lines, said, ...lines].join("\n");
	expect(mergeLines(middle("giữa"), `đầu\n${middle("giữa")}`, `${middle("giữa")}\ncuối`)).toBe(
		`đầu\n${middle("giữa")}\ncuối`,
	);
	expect(
		mergeLines(lines.join("\n"), ["a", ...lines].join("\n"), [...lines, "b"].join("\n")),
	).toBeUndefined();
});
