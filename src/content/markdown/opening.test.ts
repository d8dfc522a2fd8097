import { expect, test } from "vitest";
import { openingOf } from "./opening.ts";

const sentence = "Sáng 15/9, Ban Dân vận họp bàn việc chăm lo cho bà con vùng lũ.";

test.each([
	["the first paragraph", sentence, sentence],
	[
		"paragraphs behind headings, pictures and lists",
		`## Mở đầu\n\n![Mô tả](a.jpg "Chú thích")\n\n- một\n\n${sentence}`,
		sentence,
	],
	[
		"the words of links and marks",
		`Sáng **15/9**, [Ban Dân vận](https://a.vn/b) họp[^1].\n\n[^1]: Ghi chú.`,
		"Sáng 15/9, Ban Dân vận họp.",
	],
	["several paragraphs on one line", "Một.\n\nHai\nba.", "Một. Hai ba."],
	["nothing of a body without paragraphs", "- một\n- hai\n\n| a |\n|---|\n| b |", ""],
	["nothing of nothing", "", ""],
])("is %s", (_, body, expected) => {
	expect(openingOf(body)).toBe(expected);
});

test("ends with a sentence", () => {
	const opening = openingOf(`${sentence} ${sentence} ${sentence} ${sentence} ${sentence} ${sentence}`);
	expect(opening).toBe([sentence, sentence, sentence, sentence].join(" "));
});
