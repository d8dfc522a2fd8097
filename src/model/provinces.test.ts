import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../text/index.ts";
import { asIsoDay, asSlug } from "./ids.ts";
import { ProvinceChangeError } from "./province-history.ts";
import { createProvinces, fullNameOf, provinces } from "./provinces.ts";

const today = asIsoDay("2026-11-22");
const anyDay = fc.integer({ min: 0, max: 19_000 }).map((count) => asIsoDay(addDays("1979-01-01", count)));
const anyUnit = fc.constantFrom(...provinces.units);

function unitOf(slug: string, day: string) {
	const unit = provinces.at(asSlug(slug), asIsoDay(day));
	if (!unit) throw new Error(`No province ${slug} on ${day}`);
	return unit;
}

function namesOn(day: string, rank: "city" | "province"): string[] {
	return provinces
		.on(asIsoDay(day))
		.filter((unit) => unit.rank === rank)
		.map((unit) => unit.name);
}

describe("on", () => {
	test.each([
		["1976-07-02", 38, 3],
		["1978-12-28", 38, 3],
		["1978-12-29", 39, 3],
		["1979-01-01", 39, 3],
		["1979-05-29", 39, 3],
		["1979-05-30", 40, 4],
		["1989-06-29", 40, 4],
		["1989-06-30", 44, 4],
		["1991-08-12", 49, 3],
		["1991-12-26", 53, 3],
		["1996-12-31", 53, 3],
		["1997-01-01", 61, 4],
		["2003-12-31", 61, 4],
		["2004-01-01", 64, 5],
		["2008-07-31", 64, 5],
		["2008-08-01", 63, 5],
		["2024-12-31", 63, 5],
		["2025-01-01", 63, 6],
		["2025-06-30", 63, 6],
		["2025-07-01", 34, 6],
		["2026-04-29", 34, 6],
		["2026-04-30", 34, 7],
		["2026-08-31", 34, 7],
		["2026-09-01", 34, 8],
		["2026-09-19", 34, 8],
		["2026-09-20", 34, 9],
		[today, 34, 9],
	])("on %s there are %i units, %i of them cities", (day, units, cities) => {
		expect(provinces.on(asIsoDay(day))).toHaveLength(units);
		expect(namesOn(day, "city")).toHaveLength(cities);
	});

	test("names the cities of today", () => {
		expect(namesOn(today, "city")).toEqual([
			"Bắc Ninh",
			"Cần Thơ",
			"Đà Nẵng",
			"Đồng Nai",
			"Hà Nội",
			"Hải Phòng",
			"Hồ Chí Minh",
			"Huế",
			"Quảng Ninh",
		]);
	});

	test("keeps eleven units across 1 July 2025", () => {
		const before = new Set(provinces.on(asIsoDay("2025-06-30")));
		const unchanged = provinces.on(asIsoDay("2025-07-01")).filter((unit) => before.has(unit));
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

describe("units", () => {
	test("have unique keys, by which they are found", () => {
		expect(new Set(provinces.units.map((unit) => unit.key)).size).toBe(provinces.units.length);
		for (const unit of provinces.units) expect(provinces.byKey(unit.key)).toBe(unit);
	});

	test("are linked both ways, without a gap in time", () => {
		for (const unit of provinces.units) {
			for (const key of unit.successors) {
				const successor = provinces.byKey(key);
				expect(successor?.predecessors).toContain(unit.key);
				expect(successor?.from).toBe(addDays(unit.to ?? "", 1));
			}
			for (const key of unit.predecessors) expect(provinces.byKey(key)?.successors).toContain(unit.key);
		}
	});

	test("end with a successor and begin with an act", () => {
		for (const unit of provinces.units) {
			expect(unit.successors.length > 0).toBe(unit.to !== undefined);
			expect(unit.act !== undefined).toBe(unit.from !== undefined);
			if (unit.from !== undefined && unit.to !== undefined) expect(unit.from <= unit.to).toBe(true);
		}
	});

	test("with the same slug never exist on the same day", () => {
		fc.assert(
			fc.property(anyDay, (day) => {
				const slugs = provinces.on(day).map((unit) => unit.slug);
				expect(new Set(slugs).size).toBe(slugs.length);
			}),
		);
	});

	test("lead to a unit of every later day, and only to their successors", () => {
		fc.assert(
			fc.property(anyUnit, anyDay, (unit, day) => {
				const begun = unit.from === undefined || unit.from <= day;
				const reached = provinces.current(unit, day);
				expect(reached.length > 0).toBe(begun);
				for (const { key } of reached) {
					expect([unit.key, ...provinces.later(unit).map((later) => later.key)]).toContain(key);
				}
			}),
		);
	});
});

describe("at", () => {
	test.each([
		["cao-lang", "1978-12-28", "cao-lang@"],
		["cao-lang", "1978-12-29", undefined],
		["lang-son", "1978-12-28", undefined],
		["lang-son", "1978-12-29", "lang-son@1978-12-29"],
		["dong-nai", "2025-06-30", "dong-nai@"],
		["dong-nai", "2025-07-01", "dong-nai@2025-07-01"],
		["dong-nai", "2026-04-29", "dong-nai@2025-07-01"],
		["dong-nai", "2026-04-30", "dong-nai@2026-04-30"],
		["binh-phuoc", "2025-06-30", "binh-phuoc@1997-01-01"],
		["binh-phuoc", "2025-07-01", undefined],
		["thua-thien-hue", "2024-12-31", "thua-thien-hue@1989-06-30"],
		["hue", "2024-12-31", undefined],
		["hue", "2025-07-01", "hue@2025-01-01"],
		["ha-tay", "2008-07-31", "ha-tay@1991-08-12"],
		["ha-noi", "2008-07-31", "ha-noi@"],
		["ha-noi", "2026-11-22", "ha-noi@2008-08-01"],
		["atlantis", "2026-11-22", undefined],
	])("%s on %s is %s", (slug, day, key) => {
		expect(provinces.at(asSlug(slug), asIsoDay(day))?.key).toBe(key);
	});
});

describe("current", () => {
	test.each([
		["binh-phuoc", "thành phố Đồng Nai"],
		["dong-nai", "thành phố Đồng Nai"],
		["ba-ria-vung-tau", "Thành phố Hồ Chí Minh"],
		["ha-tay", "thành phố Hà Nội"],
		["thua-thien-hue", "thành phố Huế"],
		["hoa-binh", "tỉnh Phú Thọ"],
		["phu-yen", "tỉnh Đắk Lắk"],
		["cao-bang", "tỉnh Cao Bằng"],
	])("%s of 2008 is now %s", (slug, expected) => {
		expect(provinces.current(unitOf(slug, "2008-01-01"), today).map(fullNameOf)).toEqual([expected]);
	});

	test("stops at the given day", () => {
		const [unit] = provinces.current(unitOf("binh-phuoc", "2008-01-01"), asIsoDay("2026-04-29"));
		expect(unit && fullNameOf(unit)).toBe("tỉnh Đồng Nai");
	});
});

describe("gathered", () => {
	const slugsGathered = (slug: string, day: string) => [
		...new Set([...provinces.gathered(asSlug(slug), asIsoDay(day))].map((key) => key.split("@")[0])),
	];

	test.each([
		["dong-nai", today, ["dong-nai", "binh-phuoc", "song-be"]],
		["dong-nai", "2025-06-30", ["dong-nai"]],
		["bac-ninh", today, ["bac-ninh", "bac-giang", "ha-bac"]],
		["hue", today, ["hue", "thua-thien-hue", "binh-tri-thien"]],
		["binh-phuoc", today, ["binh-phuoc", "song-be"]],
		["cao-bang", today, ["cao-bang", "cao-lang"]],
		["hue", "2024-12-31", []],
		["atlantis", today, []],
	])("the page of %s on %s gathers %j", (slug, day, expected) => {
		expect(slugsGathered(slug, day)).toEqual(expected);
	});

	test("includes a divided unit whose name a part kept only as it was before the division", () => {
		const gathered = provinces.gathered(asSlug("lam-dong"), today);
		expect(gathered).toContain(unitOf("dak-lak", "2003-12-31").key);
		expect(gathered).not.toContain(unitOf("dak-lak", "2004-01-01").key);
		expect(provinces.gathered(asSlug("dak-lak"), today)).toContain(unitOf("dak-lak", "2003-12-31").key);
	});

	test("assigns every unit to the page of one of today's units", () => {
		const all = new Set(provinces.on(today).flatMap((unit) => [...provinces.gathered(unit.slug, today)]));
		expect(provinces.units.filter(({ key }) => !all.has(key))).toEqual([]);
	});
});

test("later units are a unit's successors, not units with the same name", () => {
	const laterSlugs = (slug: string, day: string) =>
		provinces.later(unitOf(slug, day)).map((unit) => unit.slug);
	expect(laterSlugs("binh-phuoc", "2010-01-01")).toEqual(["dong-nai", "dong-nai"]);
	expect(laterSlugs("hau-giang", "2010-01-01")).toEqual(["can-tho"]);
	expect(laterSlugs("hau-giang", "1990-01-01")).toEqual(expect.arrayContaining(["can-tho", "soc-trang"]));
	expect(laterSlugs("dong-nai", today)).toEqual([]);
});

describe("createProvinces", () => {
	const change = { day: "2027-01-01", act: "99/2026/QH16" } as const;

	test("accepts a portal's own changes after the built-in ones", () => {
		const extended = createProvinces([
			{ ...change, from: ["Tây Ninh", "Đồng Tháp"], to: [{ name: "Tây Ninh", rank: "city" }] },
		]);
		const day = asIsoDay("2027-01-01");
		expect(extended.on(day)).toHaveLength(33);
		const former = extended.at(asSlug("dong-thap"), today);
		expect(former && extended.current(former, day).map(fullNameOf)).toEqual(["thành phố Tây Ninh"]);
		expect(provinces.at(asSlug("dong-thap"), day)?.to).toBeUndefined();
	});

	test.each([
		["unknown", { from: ["Atlantis"], to: [{ name: "Tây Ninh", rank: "city" }] }],
		["taken", { from: ["Tây Ninh"], to: [{ name: "Cà Mau", rank: "city" }] }],
		["taken", { from: ["Tây Ninh"], to: [{ name: "Ca Mâu", rank: "city" }] }],
		["unchanged", { from: ["Tây Ninh"], to: [{ name: "Tây Ninh", rank: "province" }] }],
	] as const)("rejects a name that is %s", (reason, names) => {
		expect(() => createProvinces([{ ...change, ...names }])).toThrow(ProvinceChangeError);
		expect(() => createProvinces([{ ...change, ...names }])).toThrow(reason);
	});

	test("counts a change once that is built in too, and refuses a second one of the same day", () => {
		const known = {
			day: "2026-09-01",
			act: "NQ 36",
			from: ["Quảng Ninh"],
			to: [{ name: "Quảng Ninh", rank: "city" as const }],
		};
		expect(createProvinces([known]).units).toEqual(provinces.units);
		const other = { ...known, to: [{ name: "Hạ Long", rank: "city" as const }] };
		expect(() => createProvinces([other])).toThrow("twice");
	});

	test("follows units that are merged and divided a hundred times", () => {
		const changes = Array.from({ length: 100 }, (_, at) => ({
			day: addDays("2027-01-01", at),
			act: "1/2026/QH16",
			from: at === 0 ? ["Cao Bằng"] : [`Phần ${at} a`, `Phần ${at} b`],
			to: ["a", "b"].map((part) => ({ name: `Phần ${at + 1} ${part}`, rank: "city" as const })),
		}));
		const extended = createProvinces(changes);
		const first = extended.at(asSlug("cao-bang"), today);
		const last = asIsoDay("2030-01-01");
		expect(first && extended.later(first)).toHaveLength(200);
		expect(first && extended.current(first, last)).toHaveLength(2);
		expect(extended.gathered(asSlug("phan-100-a"), last).size).toBe(201);
	});
});

describe("names", () => {
	test("include the rank", () => {
		const unit = unitOf("dong-nai", "2025-06-30");
		expect(fullNameOf(unit)).toBe("tỉnh Đồng Nai");
		expect(fullNameOf(unitOf("hue", today))).toBe("thành phố Huế");
	});

	test("are in alphabetical order", () => {
		expect(provinces.slugs).toHaveLength(86);
		expect(provinces.slugs.slice(0, 4)).toEqual(["an-giang", "ba-ria-vung-tau", "bac-lieu", "bac-giang"]);
		expect(provinces.withSlug(asSlug("dong-nai")).map((unit) => unit.from)).toEqual([
			undefined,
			"2025-07-01",
			"2026-04-30",
		]);
	});
});

describe("find", () => {
	test.each([
		["Đồng Nai", "dong-nai@2026-04-30"],
		["tinh dong nai", "dong-nai@2026-04-30"],
		["TP. HCM", "ho-chi-minh@2025-07-01"],
		["TPHCM", "ho-chi-minh@2025-07-01"],
		["Thành phố Hồ Chí Minh", "ho-chi-minh@2025-07-01"],
		["Bà Rịa–Vũng Tàu", "ba-ria-vung-tau@1991-08-12"],
		["Khánh Hoà", "khanh-hoa@2025-07-01"],
		["Đắc Lắc", "dak-lak@2025-07-01"],
		["Thừa Thiên - Huế", "thua-thien-hue@1989-06-30"],
		["huế".normalize("NFD"), "hue@2025-01-01"],
		["Hanoi", "ha-noi@2008-08-01"],
		["Gia Lai - KonTum", "gia-lai-kon-tum@"],
		["Thủ đô Hà Nội", "ha-noi@2008-08-01"],
		["T.P Hồ Chí Minh", "ho-chi-minh@2025-07-01"],
		["Ho Chi Minh City", "ho-chi-minh@2025-07-01"],
		["T. Bình Dương", "binh-duong@1997-01-01"],
		["Hà Tây (cũ)", "ha-tay@1991-08-12"],
		["Đắc Lắk", "dak-lak@2025-07-01"],
		["Tỉnh", undefined],
		["Atlantis", undefined],
		["", undefined],
	])("%s is %s", (text, key) => {
		expect(provinces.find(text)?.key).toBe(key);
	});

	test("finds every unit's slug by its name, its full name and each alias", () => {
		for (const unit of provinces.units) {
			for (const text of [unit.name, unit.slug, fullNameOf(unit), ...unit.aliases]) {
				expect(provinces.find(text)?.slug).toBe(unit.slug);
			}
		}
	});
});
