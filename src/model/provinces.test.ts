import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../text/index.ts";
import { asIsoDay, asSlug } from "./ids.ts";
import {
	capitalisedNameOf,
	currentUnits,
	findProvince,
	fullNameOf,
	gatheredSlugs,
	laterSlugs,
	provinceOn,
	provinceSlugs,
	provinceUnits,
	unitByKey,
	unitsOn,
	unitsWithSlug,
} from "./provinces.ts";

const today = asIsoDay("2026-11-22");
const anyDay = fc.integer({ min: 0, max: 9500 }).map((count) => asIsoDay(addDays("2004-01-01", count)));
const anyUnit = fc.constantFrom(...provinceUnits);

function unitOf(slug: string, day: string) {
	const unit = provinceOn(asSlug(slug), asIsoDay(day));
	if (!unit) throw new Error(`No province ${slug} on ${day}`);
	return unit;
}

function namesOn(day: string, rank: "city" | "province"): string[] {
	return unitsOn(asIsoDay(day))
		.filter((unit) => unit.rank === rank)
		.map((unit) => unit.name);
}

describe("unitsOn", () => {
	test.each([
		["2004-01-01", 64, 5],
		["2008-07-31", 64, 5],
		["2008-08-01", 63, 5],
		["2024-12-31", 63, 5],
		["2025-01-01", 63, 6],
		["2025-06-30", 63, 6],
		["2025-07-01", 34, 6],
		["2026-04-29", 34, 6],
		["2026-04-30", 34, 7],
		[today, 34, 7],
	])("on %s there are %i units, %i of them cities", (day, units, cities) => {
		expect(unitsOn(asIsoDay(day))).toHaveLength(units);
		expect(namesOn(day, "city")).toHaveLength(cities);
	});

	test("names the cities of today", () => {
		expect(namesOn(today, "city")).toEqual([
			"Cần Thơ",
			"Đà Nẵng",
			"Đồng Nai",
			"Hà Nội",
			"Hải Phòng",
			"Hồ Chí Minh",
			"Huế",
		]);
	});

	test("goes on with eleven units across 1 July 2025", () => {
		const before = new Set(unitsOn(asIsoDay("2025-06-30")));
		const unchanged = unitsOn(asIsoDay("2025-07-01")).filter((unit) => before.has(unit));
		expect(unchanged.map((unit) => unit.slug)).toEqual([
			"cao-bang",
			"dien-bien",
			"ha-noi",
			"ha-tinh",
			"hue",
			"lai-chau",
			"lang-son",
			"nghe-an",
			"quang-ninh",
			"son-la",
			"thanh-hoa",
		]);
	});
});

describe("provinceUnits", () => {
	test("have keys of their own, by which they are found", () => {
		expect(new Set(provinceUnits.map((unit) => unit.key)).size).toBe(provinceUnits.length);
		for (const unit of provinceUnits) expect(unitByKey(unit.key)).toBe(unit);
	});

	test("are linked both ways, without a gap in time", () => {
		for (const unit of provinceUnits) {
			for (const key of unit.successors) {
				const successor = unitByKey(key);
				expect(successor?.predecessors).toContain(unit.key);
				expect(successor?.from).toBe(addDays(unit.to ?? "", 1));
			}
			for (const key of unit.predecessors) expect(unitByKey(key)?.successors).toContain(unit.key);
		}
	});

	test("end with a successor and begin with an act", () => {
		for (const unit of provinceUnits) {
			expect(unit.successors.length > 0).toBe(unit.to !== undefined);
			expect(unit.act !== undefined).toBe(unit.from !== undefined);
			if (unit.from !== undefined && unit.to !== undefined) expect(unit.from <= unit.to).toBe(true);
		}
	});

	test("of one slug never exist on the same day", () => {
		fc.assert(
			fc.property(anyDay, (day) => {
				const slugs = unitsOn(day).map((unit) => unit.slug);
				expect(new Set(slugs).size).toBe(slugs.length);
			}),
		);
	});

	test("reach exactly one unit of any later day", () => {
		fc.assert(
			fc.property(anyUnit, anyDay, (unit, day) => {
				const begun = unit.from === undefined || unit.from <= day;
				expect(currentUnits(unit, day)).toHaveLength(begun ? 1 : 0);
			}),
		);
		for (const unit of provinceUnits) expect(currentUnits(unit, today)).toHaveLength(1);
	});
});

describe("provinceOn", () => {
	test.each([
		["dong-nai", "2025-06-30", "dong-nai@"],
		["dong-nai", "2025-07-01", "dong-nai@2025-07-01"],
		["dong-nai", "2026-04-29", "dong-nai@2025-07-01"],
		["dong-nai", "2026-04-30", "dong-nai@2026-04-30"],
		["binh-phuoc", "2025-06-30", "binh-phuoc@"],
		["binh-phuoc", "2025-07-01", undefined],
		["thua-thien-hue", "2024-12-31", "thua-thien-hue@"],
		["hue", "2024-12-31", undefined],
		["hue", "2025-07-01", "hue@2025-01-01"],
		["ha-tay", "2008-07-31", "ha-tay@"],
		["ha-noi", "2008-07-31", "ha-noi@"],
		["ha-noi", "2026-11-22", "ha-noi@2008-08-01"],
		["atlantis", "2026-11-22", undefined],
	])("%s on %s is %s", (slug, day, key) => {
		expect(provinceOn(asSlug(slug), asIsoDay(day))?.key).toBe(key);
	});
});

describe("currentUnits", () => {
	test.each([
		["binh-phuoc", "thành phố Đồng Nai"],
		["dong-nai", "thành phố Đồng Nai"],
		["ba-ria-vung-tau", "thành phố Hồ Chí Minh"],
		["ha-tay", "thành phố Hà Nội"],
		["thua-thien-hue", "thành phố Huế"],
		["hoa-binh", "tỉnh Phú Thọ"],
		["phu-yen", "tỉnh Đắk Lắk"],
		["cao-bang", "tỉnh Cao Bằng"],
	])("%s of 2008 is now %s", (slug, expected) => {
		expect(currentUnits(unitOf(slug, "2008-01-01"), today).map(fullNameOf)).toEqual([expected]);
	});

	test("stops at the day that was asked for", () => {
		const [unit] = currentUnits(unitOf("binh-phuoc", "2008-01-01"), asIsoDay("2026-04-29"));
		expect(unit && fullNameOf(unit)).toBe("tỉnh Đồng Nai");
	});
});

describe("gatheredSlugs", () => {
	test.each([
		["dong-nai", today, ["dong-nai", "binh-phuoc"]],
		["dong-nai", "2025-06-30", ["dong-nai"]],
		["ho-chi-minh", today, ["ho-chi-minh", "ba-ria-vung-tau", "binh-duong"]],
		["phu-tho", today, ["phu-tho", "hoa-binh", "vinh-phuc"]],
		["hue", today, ["hue", "thua-thien-hue"]],
		["binh-phuoc", today, ["binh-phuoc"]],
		["cao-bang", today, ["cao-bang"]],
		["hue", "2024-12-31", []],
		["atlantis", today, []],
	])("the page of %s on %s gathers %j", (slug, day, expected) => {
		expect(gatheredSlugs(asSlug(slug), asIsoDay(day))).toEqual(expected);
	});

	test("gathers every slug on exactly one page of today's units", () => {
		const gathered = unitsOn(today).flatMap((unit) => gatheredSlugs(unit.slug, today));
		expect([...gathered].sort()).toEqual([...provinceSlugs].sort());
	});
});

test("later slugs are those of the units that took one in, and not its own", () => {
	expect(laterSlugs(asSlug("binh-phuoc"))).toEqual(["dong-nai"]);
	expect(laterSlugs(asSlug("dong-nai"))).toEqual([]);
	expect(laterSlugs(asSlug("ha-tay"))).toEqual(["ha-noi"]);
});

describe("names", () => {
	test("carry the rank", () => {
		const unit = unitOf("dong-nai", "2025-06-30");
		expect(fullNameOf(unit)).toBe("tỉnh Đồng Nai");
		expect(capitalisedNameOf(unit)).toBe("Tỉnh Đồng Nai");
		expect(capitalisedNameOf(unitOf("hue", today))).toBe("Thành phố Huế");
	});

	test("stand in the order of the alphabet", () => {
		expect(provinceSlugs).toHaveLength(65);
		expect(provinceSlugs.slice(0, 4)).toEqual(["an-giang", "ba-ria-vung-tau", "bac-lieu", "bac-giang"]);
		expect(unitsWithSlug(asSlug("dong-nai")).map((unit) => unit.from)).toEqual([
			undefined,
			"2025-07-01",
			"2026-04-30",
		]);
	});
});

describe("findProvince", () => {
	test.each([
		["Đồng Nai", "dong-nai@2026-04-30"],
		["tinh dong nai", "dong-nai@2026-04-30"],
		["TP. HCM", "ho-chi-minh@2025-07-01"],
		["TPHCM", "ho-chi-minh@2025-07-01"],
		["Thành phố Hồ Chí Minh", "ho-chi-minh@2025-07-01"],
		["Bà Rịa–Vũng Tàu", "ba-ria-vung-tau@"],
		["Khánh Hoà", "khanh-hoa@2025-07-01"],
		["Đắc Lắc", "dak-lak@2025-07-01"],
		["Thừa Thiên - Huế", "thua-thien-hue@"],
		["huế".normalize("NFD"), "hue@2025-01-01"],
		["Atlantis", undefined],
		["", undefined],
	])("%s is %s", (text, key) => {
		expect(findProvince(text)?.key).toBe(key);
	});

	test("finds every unit's slug by its name, its full name and each alias", () => {
		for (const unit of provinceUnits) {
			for (const text of [unit.name, unit.slug, fullNameOf(unit), ...unit.aliases]) {
				expect(findProvince(text)?.slug).toBe(unit.slug);
			}
		}
	});
});
