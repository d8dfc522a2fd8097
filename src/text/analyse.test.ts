import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "./analyse.ts";

/** The folded words. "|" marks the beginning of a sentence, brackets a document number. */
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
		["a document number, whole as well", "theo 15/2020/NĐ-CP nêu", "|theo 15 2020 nd cp [152020ndcp] neu"],
		["another dash in it", "25–NQ/TW", "|25 nq tw [25nqtw]"],
		["no dash in it", "43kl/tw", "|43 kl tw [43kltw]"],
		["a zero in front of it", "05-NQ/TU", "|5 nq tu [5nqtu]"],
		["no number in a date", "18/10", "|18 10"],
		["thousands", "4.200 hộ, 1.234.567 đồng", "|4200 ho 1234567 dong"],
		["no thousands in a date or an address", "22.11.2026, 10.1.2.3000", "|22 11 2026 10 1 2 3000"],
		["a zero before a digit", "ngày 02/9, 007 và 0", "|ngay 2 9 007 va 0"],
		["where letters and digits meet", "covid19 và Covid-19", "|covid 19 va covid 19"],
		["raised and full-width digits", "10m² ４２", "|10 m 2 [10m2] 42"],
		[
			"the sign of a number",
			"Kết luận số 24, số: 5, so 7, số nhà, cơ sở 2",
			"|ket luan 24 5 7 so nha co so 2",
		],
		["the sign of a number in another line", "số\n5", "|so |5"],
		["letters held together by full stops", "U.B.N.D và Q.Bình v.v.", "|ubnd va q binh vv"],
		["short forms of Trung ương", "BCH T.Ư Đảng, TƯ Đảng; NQ/TƯ; t.ư", "|bch tw dang tw dang |nq tw |tw"],
		["the end of a word in capitals", "ĐẦU TƯ CÔNG; TƯ TƯỞNG; đầu tư", "|dau tu cong |tu tuong |dau tu"],
		["no number without digits", "HĐND-UBND", "|hdnd ubnd"],
		["every dash alike", "Bà Rịa – Vũng Tàu, Bà Rịa-Vũng Tàu", "|ba ria vung tau ba ria vung tau"],
		["apostrophes in words", "Ea H’leo và M'gar", "|ea hleo va mgar"],
		["quotation marks", "‘dân vận khéo’", "|dan van kheo"],
		["invisible characters", "dân\u200B v\u00ADận", "|dan van"],
		["letters beyond the first plane", "𝐚 b 𐍈", "|a b 𐍈"],
		["nothing", " – … ", ""],
	])("splits %s", (_, text, expected) => {
		expect(shape(text)).toBe(expected);
	});

	test("gives each word's place in the original text", () => {
		const text = "Tỉnh ủy “Đồng\u00A0Nai”".normalize("NFD");
		expect(analyse(text).map(({ start, end }) => text.slice(start, end).normalize("NFC"))).toEqual([
			"Tỉnh",
			"ủy",
			"Đồng",
			"Nai",
		]);
	});

	test("gives words in order, without overlap and never empty", () => {
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
		const words = fc.array(
			fc.constantFrom(
				"Đường",
				"quý",
				"hoà",
				"ở",
				"25-NQ/TW",
				"kỹ.",
				"–",
				"Ðà",
				"T.Ư",
				"TƯ",
				"số",
				"4.200",
				"02",
			),
			{
				maxLength: 12,
			},
		);
		fc.assert(
			fc.property(words, (parts) => {
				const text = parts.join(" ");
				expect(shape(text.normalize("NFD"))).toBe(shape(text));
			}),
		);
	});

	test("finds in two joined texts what it finds in each", () => {
		fc.assert(
			fc.property(anyText, anyText, (one, other) => {
				expect(shape(`${one}\n${other}`)).toBe([shape(one), shape(other)].filter(Boolean).join(" "));
			}),
		);
	});
});
