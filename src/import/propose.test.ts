import { describe, expect, test } from "vitest";
import { asIsoDateTime, asSlug } from "../model/ids.ts";
import { type Evidence, proposeCommittee, proposeProvince, proposeTags, sureEnough } from "./propose.ts";

const nothing: Evidence = {
	title: "Làm đường ở xã Tân Lập",
	lead: "",
	byLine: "",
	body: "",
	hosts: [],
	moment: asIsoDateTime("2020-05-06T07:08:00+07:00"),
};

describe("proposeProvince", () => {
	test.each([
		{ name: "the head of the title", evidence: { title: "Bình Phước: Làm đường" }, value: "binh-phuoc" },
		{ name: "the by-line", evidence: { byLine: "Ban Dân vận Tỉnh ủy Bắc Giang" }, value: "bac-giang" },
		{ name: "the lead", evidence: { lead: "Sáng nay, tỉnh Đắk Lắk họp." }, value: "dak-lak" },
		{ name: "a title in capitals", evidence: { title: "BẮC GIANG: LÀM ĐƯỜNG" }, value: "bac-giang" },
		{ name: "a rank in capitals", evidence: { title: "CHUYỆN Ở TỈNH BẮC GIANG" }, value: "bac-giang" },
		{
			name: "a name with another dash",
			evidence: { title: "Bà Rịa–Vũng Tàu: Làm đường" },
			value: "ba-ria-vung-tau",
		},
		{ name: "the address", evidence: { hosts: ["ninhbinh.example.vn"] }, value: "ninh-binh" },
		{
			name: "the rank of a city",
			evidence: { lead: "Tại TP Hồ Chí Minh, bà con họp." },
			value: "ho-chi-minh",
		},
	])("is certain by $name", ({ evidence, value }) => {
		const proposal = proposeProvince({ ...nothing, ...evidence });
		expect(proposal?.value).toBe(value);
		expect(proposal?.confidence).toBeGreaterThanOrEqual(sureEnough);
	});

	test.each([
		{ name: "a name that is a word", evidence: { title: "Chim Hòa Bình", body: "" } },
		{ name: "two provinces", evidence: { lead: "Tỉnh Bắc Giang và tỉnh Lạng Sơn ký kết." } },
		{ name: "a place in passing", evidence: { body: "Bà từng ở Hà Nam." } },
	])("is not certain by $name", ({ evidence }) => {
		expect(proposeProvince({ ...nothing, ...evidence })?.confidence ?? 0).toBeLessThan(sureEnough);
	});

	test("finds none without evidence, and none in the president's name", () => {
		expect(proposeProvince(nothing)).toBeUndefined();
		expect(proposeProvince({ ...nothing, body: "Học tập Chủ tịch Hồ Chí Minh." })).toBeUndefined();
		expect(proposeProvince({ ...nothing, title: "HỌC TẬP CHỦ TỊCH HỒ CHÍ MINH" })).toBeUndefined();
	});

	test("names the province of the article's day", () => {
		const evidence = { ...nothing, title: "Hà Tây: Làm đường" };
		expect(proposeProvince({ ...evidence, moment: asIsoDateTime("2007-05-06T00:00:00+07:00") })?.value).toBe(
			"ha-tay",
		);
		expect(
			proposeProvince({ ...evidence, moment: asIsoDateTime("2012-05-06T00:00:00+07:00") }),
		).toBeUndefined();
	});
});

describe("proposeCommittee", () => {
	const committee = {
		id: asSlug("ban-dan-van-bac-giang"),
		file: "committees/ban-dan-van-bac-giang.yml",
		name: "Ban Dân vận Tỉnh ủy Bắc Giang",
		formerNames: [],
		kind: "mass-mobilisation" as const,
		level: "province" as const,
		province: asSlug("bac-giang"),
		until: "2025-02-28" as never,
	};

	test("finds a committee by its full name, and by its name without the province within that province", () => {
		const named = { ...nothing, byLine: "Lan Anh; Ban Dân vận Tỉnh uỷ Bắc Giang" };
		expect(proposeCommittee(named, [committee], undefined)?.confidence).toBeGreaterThanOrEqual(sureEnough);
		const short = { ...nothing, byLine: "Văn phòng – Ban Dân vận Tỉnh ủy" };
		expect(proposeCommittee(short, [committee], asSlug("bac-giang"))?.value).toBe(committee.id);
		expect(proposeCommittee(short, [committee], asSlug("lang-son"))).toBeUndefined();
	});

	test("finds none that had ended by the day", () => {
		const evidence = {
			...nothing,
			byLine: committee.name,
			moment: asIsoDateTime("2025-03-01T00:00:00+07:00"),
		};
		expect(proposeCommittee(evidence, [committee], undefined)).toBeUndefined();
	});
});

describe("proposeTags", () => {
	test("proposes the portal's tags whose words are in title or lead", () => {
		const evidence = { ...nothing, lead: "Mô hình dân vận khéo ở thôn." };
		expect(proposeTags(evidence, ["Dân vận khéo", "Nước sạch", "Thôn"])).toEqual(["Dân vận khéo"]);
	});
});
