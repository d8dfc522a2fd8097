import { describe, expect, test } from "vitest";
import { asIsoDay } from "../model/ids.ts";
import { defaultAnswer, faultOf, readAnswers } from "./questions.ts";

const day = asIsoDay("2026-11-22");

describe("readAnswers", () => {
	test("derives defaults for missing answers from the answers before them", () => {
		expect(readAnswers({ name: "Tin xã Minh", province: "tp hue" }, day)).toMatchObject({
			name: "Tin xã Minh",
			province: { slug: "hue" },
			committee: "Ban Tuyên giáo và Dân vận Thành ủy Huế",
			address: "https://tin-xa-minh.example",
			logo: "",
		});
		expect(readAnswers({}, day)).not.toHaveProperty("faults");
		expect(defaultAnswer("committee", { province: "Phú Thọ" }, day)).toBe(
			"Ban Tuyên giáo và Dân vận Tỉnh ủy Phú Thọ",
		);
	});

	test("repairs typed text", () => {
		const typed = { name: "  Tin\u00A0xã Minh Hòa ".normalize("NFD"), address: "tin.minhhoa.vn/" };
		expect(readAnswers(typed, day)).toMatchObject({
			name: "Tin xã Minh Hòa",
			address: "https://tin.minhhoa.vn",
		});
	});

	test("reports all faults at once", () => {
		const wrong = readAnswers({ name: "A", province: "Bac Nihn", committee: "?!", address: "tin" }, day);
		expect(wrong).toEqual({
			faults: [
				{ name: "name", message: expect.any(String), remedy: "nhập lại" },
				{
					name: "province",
					message: "không có tỉnh, thành phố nào tên “Bac Nihn”",
					remedy: "có phải Bắc Ninh?",
				},
				{ name: "committee", message: expect.any(String), remedy: "nhập lại" },
				{
					name: "address",
					message: "“tin” không phải là địa chỉ web",
					remedy: "viết như https://tin.example.vn",
				},
			],
		});
	});
});

describe("faultOf", () => {
	test("names the province that a former one is part of now", () => {
		expect(faultOf("province", "Yên Bái", day)).toEqual({
			message: "“tỉnh Yên Bái” không còn là đơn vị cấp tỉnh từ ngày 01/07/2025",
			remedy: "nay thuộc tỉnh Lào Cai; hãy nhập tên này",
		});
	});

	test.each(["javascript:alert(1)", "https://", "http://a b.vn", "ftp://tin.vn", "số 6, phố Huế"])(
		"rejects %s as an address",
		(address) => expect(faultOf("address", address, day)).toBeDefined(),
	);

	test.each(["https://tin.example.vn", "tin.example.vn", "http://tin.xn--vit-nam-8z9b.vn:8080"])(
		"accepts %s",
		(address) => expect(faultOf("address", address, day)).toBeUndefined(),
	);
});
