import fc from "fast-check";
import { expect, test } from "vitest";
import type { Slug } from "../model/ids.ts";
import { spellingKey } from "../text/index.ts";
import { resolveTags } from "./tags.ts";

const slugsOf = (names: readonly string[], described: Parameters<typeof resolveTags>[1] = []) => {
	const { tagBySpelling } = resolveTags(
		names.map((name) => ({ tags: [name] })),
		described,
	);
	return names.map((name) => tagBySpelling.get(spellingKey(name)));
};

test.each([
	[
		["Bão", "Báo"],
		["bao", "bao-2"],
	],
	[
		["Đường sắt", "Dương sắt", "đường sắt"],
		["duong-sat", "duong-sat-2", "duong-sat"],
	],
	[
		["C#", "C++", "C"],
		["c", "c-2", "c-3"],
	],
	[
		["Báo", "Báo 2", "Bão", "Bao 2"],
		["bao", "bao-2", "bao-3", "bao-2-2"],
	],
	[
		["Văn hoá", "VĂN HÓA", "Kỹ thuật", "kĩ thuật"],
		["van-hoa", "van-hoa", "ky-thuat", "ky-thuat"],
	],
	[
		["Straße", "Œuvre", "ＡＢＣ"],
		["strasse", "oeuvre", "abc"],
	],
])("the tags %j get the slugs %j", (names, slugs) => {
	expect(slugsOf(names)).toEqual(slugs);
});

test("a tag with a file has that file's slug, as have its synonyms", () => {
	const storm = { slug: "bao-2" as Slug, name: "Bão", synonyms: ["Bão lũ"] };
	expect(slugsOf(["Báo", "bão", "Bão lũ", "Bảo"], [storm])).toEqual(["bao", "bao-2", "bao-2", "bao-3"]);
});

test("later articles change no slug, and no two tags share one", () => {
	const name = fc.constantFrom(
		"Bão",
		"Báo",
		"bao",
		"BÃO",
		"Bao 2",
		"Báo-2",
		"C#",
		"C++",
		"c",
		"Kỹ",
		"kĩ",
		"Ky",
		"C 2",
	);
	fc.assert(
		fc.property(fc.array(name, { maxLength: 12 }), fc.array(name, { maxLength: 6 }), (before, added) => {
			const known = slugsOf(before);
			const after = slugsOf([...before, ...added]);
			expect(after.slice(0, before.length)).toEqual(known);
			const bySlug = new Map<string | undefined, string>();
			for (const [place, slug] of after.entries()) {
				const key = spellingKey([...before, ...added][place] ?? "");
				expect(bySlug.get(slug) ?? key).toBe(key);
				bySlug.set(slug, key);
			}
		}),
	);
});
