import { describe, expect, test } from "vitest";
import { isShortTrungUong } from "./trung-uong.ts";

/** Asks about the word in square brackets. */
function isShort(marked: string): boolean {
	const start = marked.indexOf("[");
	const end = marked.indexOf("]") - 1;
	return isShortTrungUong(marked.replace(/[[\]]/g, ""), start, end);
}

describe('is short for "Trung ương"', () => {
	test.each([
		"[TƯ]",
		"[TƯ] Đảng",
		"Văn phòng [TƯ]",
		"Hướng dẫn 12 [TƯ], ngày 3",
		// With full stops it is no syllable, whatever is beside it.
		"BAN [T.Ư] ĐẢNG",
		"Thành ủy [t.ư]",
		// The letters of a document's sign are no syllable.
		"NGHỊ QUYẾT 25-NQ/[TƯ] ĐẢNG",
		"KẾT LUẬN 24-KL-[TƯ] ĐẢNG",
		// Another line is not beside it.
		"ĐẦU\n[TƯ]\nVẤN",
		"ĐẦU                 [TƯ]                 VẤN",
		"dẦu [TƯ] vẤN",
	])("%s", (marked) => {
		expect(isShort(marked)).toBe(true);
		expect(isShort(marked.normalize("NFD"))).toBe(true);
	});
});

describe("is a syllable or another word", () => {
	test.each([
		"ĐẦU [TƯ]",
		"ĐẦU [TƯ] CÔNG",
		"[TƯ] VẤN",
		"“ĐẦU” – “[TƯ]”",
		"ĐẦU-[TƯ]",
		"ĐẦU/[TƯ] công",
		"XÃ [TƯ] 5",
		"5 [TƯ], XÃ",
		"đầu [tư]",
		"thứ [Tư]",
		"[TTƯ]",
		"[TƯA]",
		"[tt.ư]",
		"[t.ưu]",
		"[SƯ]",
		"[TƯỞNG]",
	])("%s", (marked) => {
		expect(isShort(marked)).toBe(false);
		expect(isShort(marked.normalize("NFD"))).toBe(false);
	});
});
