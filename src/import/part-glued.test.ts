import { describe, expect, test } from "vitest";
import { endOfGluedCaption, partSentences } from "./part-glued.ts";

describe("partSentences", () => {
	test.each([
		{ text: "ở căng tin.Hai người", parted: "ở căng tin. Hai người" },
		{ text: "ra đồng!Nước lên", parted: "ra đồng! Nước lên" },
		{ text: "chính trị;việc xây dựng", parted: "chính trị; việc xây dựng" },
	])("separates “$text”", ({ text, parted }) => {
		expect(partSentences(text)).toEqual({ text: parted, places: [expect.any(String)] });
	});

	test.each([
		"TP.Hồ Chí Minh",
		"tintinh.vn và hoa.Com",
		"thư tới lan.huong@tinh.example",
		"số 15/2020/NĐ-CP",
		"3.Hai",
		"dạng kế.hoạch",
		"https://bao.example/tin.Hai",
		"facebook.Com",
	])("leaves “%s” unchanged", (text) => {
		expect(partSentences(text)).toEqual({ text, places: [] });
	});
});

describe("endOfGluedCaption", () => {
	test.each([
		{ paragraph: "Bà con đi họp ở xãPhát biểu tại đây, ông nói.", caption: "Bà con đi họp ở xã" },
		{ paragraph: "GÓP CÔNG LÀM ĐƯỜNGTrước đó, xã đã bàn.", caption: "GÓP CÔNG LÀM ĐƯỜNG" },
	])("finds “$caption”", ({ paragraph, caption }) => {
		expect(paragraph.slice(0, endOfGluedCaption(paragraph))).toBe(caption);
	});

	test.each([
		"Ngân hàng VietinBank cho vay",
		"Người dùng iPhone ở xã",
		"Đã họp. Sau đó đi xemPhát biểu",
		`${"chữ ".repeat(80)}nghịPhát`,
		"nghịPhát biểu",
	])("finds none in “%s”", (paragraph) => {
		expect(endOfGluedCaption(paragraph)).toBeUndefined();
	});
});
