import { describe, expect, test } from "vitest";
import { articleText, soundFolder, writeContentFolder } from "../../../test/support/content-folder.ts";
import { asIsoDateTime } from "../../model/ids.ts";
import { formatProblems, formatWarnings, readPortal } from "../index.ts";

const now = asIsoDateTime("2026-11-22T08:00:00+07:00");
const file = "articles/2026/11/20-hoi-nghi.md";

async function read(lines: string) {
	const directory = writeContentFolder({ ...soundFolder, [file]: articleText(lines.split("\n")) });
	const { problems, warnings } = await readPortal({ directory, now });
	return { told: formatProblems(problems), warned: formatWarnings(warnings) };
}

describe("a list that is written otherwise than YAML reads it", () => {
	test.each([
		"tags:\n-Bão\n-Lũ",
		"tags:\n  - Bão\n- Lũ",
		"tags:\n  -Bão\n  - Lũ",
		"tags:\n– Bão\n– Lũ",
		"tags:\n  • Bão\n  • Lũ",
		"tags:\n* Bão\n* Lũ",
		"tags:\nBão\nLũ",
		"tags:\n  Bão,\n  Lũ",
		"tags:\n  1. Bão\n  2. Lũ",
		"tags: - Bão\n- Lũ",
		"tags: - Bão - Lũ",
		"tags:\n  - Bão\n\t- Lũ",
		"tags:\n  - Bão\n  Lũ",
		"tags: Bão，Lũ",
		"tags: [Bão, Lũ",
		"tags: Bão, Lũ]",
		"tags: [Bão, Lũ].",
		"tags: [Bão,, Lũ]",
		"tags: ['Bão', 'Lũ]",
		"tags: '[Bão, Lũ]'",
		"tags: (Bão, Lũ)",
		"tags: |\n  Bão\n  Lũ",
	])("is told how to write %j", async (lines) => {
		const { told } = await read(lines);
		expect(told).toContain(`content/${file}:5`);
		expect(told).toMatch(/viết `?tags: \[Bão, Lũ\]/);
		expect((await read("tags: [Bão, Lũ]")).told).toContain("Không có vấn đề nào");
	});

	test.each([
		["tags:\n- Bão\n - Lũ", "dòng “- Lũ” dính vào mục trên"],
		["tags:\n  - Bão\n    – Lũ", "dòng “– Lũ” dính vào mục trên"],
		["formerAddresses:\n- /a.html\n - /b.html", "dòng “- /b.html” dính vào mục trên"],
		["tags: {Bão, Lũ}", "chữ “Bão” bị bỏ"],
		["tags:\n  - Bão:\n  - Lũ", "chữ “Bão” bị bỏ"],
		["tags:\n- Bão\n summary: Tóm tắt", "lẽ ra sát đầu dòng. Cách sửa: viết summary: Tóm tắt"],
		["attachments:\n- file: a.pdf\n title: Tệp", "lẽ ra thụt vào 2 ô. Cách sửa: viết title: Tệp"],
		["attachments:\n  file: a.pdf\n  title: Tệp", "như `- file: …`"],
		["image:\nsrc: a.jpg\nalt: Ảnh", "viết `src` ở dưới `image:`, thụt vào hai ô"],
		["image:\n  - src: a.jpg\n  - alt: Ảnh", "bỏ các dấu gạch ngang"],
	])("is a problem where text would be lost: %j", async (lines, problem) => {
		expect((await read(lines)).told).toContain(problem);
	});

	test.each([
		["tags:\n  - Bão\n    Lũ", "hai dòng thành một mục: “Bão Lũ”"],
		["tags: [Bão； Lũ]", "thành một mục: “Bão”, “Lũ”"],
		["tags:\n  - Bão, Lũ", "“Bão, Lũ” thành một từ khóa"],
		["tags:\n  - 1. Bão", "viết `Bão`"],
		["tags: [“Bão”]", "viết `Bão`"],
	])("is a warning where it may be meant: %j", async (lines, warning) => {
		const { told, warned } = await read(lines);
		expect(told).toContain("Không có vấn đề nào");
		expect(warned).toContain(warning);
	});

	test.each([
		"tags: [Bão - Lũ, 1,5 triệu, C++, A/B]",
		"tags:\n- Bão\n\n- Lũ\nsummary: Một\n  - hai",
		"image:\n  src:\n  alt:\nsource:\n  name: Báo A\n  link:",
		"corrections: []\nrelated:\n",
	])("is not %j", async (lines) => {
		const { told, warned } = await read(lines);
		expect({ told, warned }).toEqual({ told: "Không có vấn đề nào.\n", warned: "" });
	});
});
