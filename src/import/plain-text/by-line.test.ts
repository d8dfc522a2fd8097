import { describe, expect, test } from "vitest";
import { readByLine } from "./by-line.ts";

describe("readByLine", () => {
	test.each([
		[
			"Tô Văn Chèo (Trung tâm Văn hóa huyện)",
			{ author: "Tô Văn Chèo", organisation: "Trung tâm Văn hóa huyện" },
		],
		["Phạm Thị Cỏ Lau (dai.example)", { author: "Phạm Thị Cỏ Lau", organisation: "dai.example" }],
		["Hà Thị Nắng, Ban Dân vận Tỉnh ủy", { author: "Hà Thị Nắng", organisation: "Ban Dân vận Tỉnh ủy" }],
		["Văn phòng – Ban Dân vận Tỉnh ủy", { author: "Văn phòng – Ban Dân vận Tỉnh ủy" }],
		["Tin, ảnh: Giáp Thị Mây", { author: "Giáp Thị Mây" }],
		["Mây Lan – Thân Lúa", { author: "Mây Lan – Thân Lúa" }],
		["Giáp Mây", { author: "Giáp Mây" }],
		["Theo Báo Bản", { author: "Báo Bản" }],
		["Tin, ảnh: Giáp Thị Mây.", { author: "Giáp Thị Mây" }],
	])("reads “%s”", (line, byLine) => {
		expect(readByLine(line)).toEqual(byLine);
	});

	test.each([
		"Ban Dân vận Huyện ủy tổ chức giao ban",
		"Bà con họp ở nhà văn hóa.",
		"Quang cảnh buổi họp",
		"Mây",
		"Theo kế hoạch, mỗi thôn làm xong một đoạn kênh trước mùa mưa.",
		"Theo tính toán của xã, mỗi vụ đỡ được một lần bơm",
		"Theo Trưởng thôn Mây Lan, đường mới rộng hơn đường cũ.",
		"Thực hiện: đắp bờ trước mùa mưa, trồng cây sau mùa mưa, rồi chia nhau trông coi.",
		`${"Lan ".repeat(40)}`,
	])("does not take “%s” for a by-line", (line) => {
		expect(readByLine(line)).toBeUndefined();
	});
});
