import { describe, expect, test } from "vitest";
import { judgeLoneLine } from "./captions.ts";

describe("judgeLoneLine", () => {
	test.each([
		["Quang cảnh buổi họp", "caption"],
		["Ông Lâm Văn Suối phát biểu kết luận", "caption"],
		["Trưởng thôn trình bày cách ghi sổ.", "caption"],
		["Cầu mới của thôn. Ảnh: Lan Anh", "caption"],
		["II. Kết quả", "heading"],
		["BA VIỆC LÀM NGAY", "heading"],
		["Đất vườn thành đường làng", "unsure"],
	])("classifies “%s” as %s", (line, judged) => {
		expect(judgeLoneLine(line)).toBe(judged);
	});

	test.each([
		"Ông Đinh Văn Cói, Phó Trưởng ban, chủ trì buổi họp.",
		"Bà con góp công. Xã góp xi măng. Đường xong trong một tháng.",
		"Các việc đã làm:",
	])("classifies “%s” as a paragraph", (line) => {
		expect(judgeLoneLine(line)).toBeUndefined();
	});
});
