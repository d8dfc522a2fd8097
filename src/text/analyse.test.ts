import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "./analyse.ts";

/** Folded words; "|" stands where a sentence begins, brackets around a whole document number. */
function shape(text: string): string {
	return analyse(text)
		.map(({ folded, followsOn, isWhole }) => (isWhole ? `[${folded}]` : followsOn ? folded : `|${folded}`))
		.join(" ");
}

const anyText = fc.oneof(
	fc.string({ unit: "binary", maxLength: 60 }),
	fc.string({ unit: fc.constantFrom(..."đĐÐ ơỨộ–-./'’\u200B\u0301aoyZ19.?\n👍"), maxLength: 60 }),
);

describe("analyse", () => {
	test.each([
		["a phrase", "Ban Dân vận Tỉnh ủy", "|ban dan van tinh uy"],
		["sentences", "Một hai. Ba bốn! Năm", "|mot hai |ba bon |nam"],
		["paragraphs", "một\nhai", "|mot |hai"],
		["commas, colons and brackets, which part no sentence", "Huế: một, (hai)", "|hue mot hai"],
		["a short form with its full stop", "TP. Huế", "|tp hue"],
		["words that were glued", "căng tin.Hai", "|cang tin hai"],
		["dots", "vân vân… Rồi", "|van van |roi"],
		["a document number, whole as well", "số 15/2020/NĐ-CP nêu", "|so 15 2020 nd cp [15/2020/nd-cp] neu"],
		["another dash in it", "25–NQ/TW", "|25 nq tw [25-nq/tw]"],
		["no number in a date or a sum", "18/10 và 1.200", "|18 10 va 1 200"],
		["no number without digits", "HĐND-UBND", "|hdnd ubnd"],
		["every dash alike", "Bà Rịa – Vũng Tàu, Bà Rịa-Vũng Tàu", "|ba ria vung tau ba ria vung tau"],
		["apostrophes in words", "Ea H’leo và M'gar", "|ea hleo va mgar"],
		["quotation marks", "‘dân vận khéo’", "|dan van kheo"],
		["invisible characters", "dân\u200B v\u00ADận", "|dan van"],
		["letters beyond the first plane", "𝐚 b", "|𝐚 b"],
		["nothing", " – … ", ""],
	])("cuts %s", (_, text, expected) => {
		expect(shape(text)).toBe(expected);
	});

	test("tells where each word stands in the text as it was given", () => {
		const text = "Tỉnh ủy “Đồng\u00A0Nai”".normalize("NFD");
		expect(analyse(text).map(({ start, end }) => text.slice(start, end).normalize("NFC"))).toEqual([
			"Tỉnh",
			"ủy",
			"Đồng",
			"Nai",
		]);
	});

	test("puts words in order, apart, none empty", () => {
		fc.assert(
			fc.property(anyText, (text) => {
				let before = 0;
				for (const { start, end, folded, isWhole } of analyse(text)) {
					expect(folded).not.toBe("");
					expect(end).toBeGreaterThan(start);
					if (isWhole) continue;
					expect(start).toBeGreaterThanOrEqual(before);
					before = end;
				}
				expect(before).toBeLessThanOrEqual(text.length);
			}),
		);
	});

	test("does not depend on the Unicode form", () => {
		const words = fc.array(fc.constantFrom("Đường", "quý", "hoà", "ở", "25-NQ/TW", "kỹ.", "–", "Ðà"), {
			maxLength: 12,
		});
		fc.assert(
			fc.property(words, (parts) => {
				const text = parts.join(" ");
				expect(shape(text.normalize("NFD"))).toBe(shape(text));
			}),
		);
	});

	test("finds in two texts what it finds in each", () => {
		fc.assert(
			fc.property(anyText, anyText, (one, other) => {
				expect(shape(`${one}\n${other}`)).toBe([shape(one), shape(other)].filter(Boolean).join(" "));
			}),
		);
	});
});
