import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { slugify } from "./slugify.ts";

const slugPattern = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/;
const anyText = fc.oneof(
	fc.string({ unit: "binary", maxLength: 150 }),
	fc.string({ unit: fc.constantFrom(..."đĐÐ ơỨộặêỷ-–—'’\u200B\u0301aoyZ19./&"), maxLength: 150 }),
);

describe("slugify", () => {
	test.each([
		["Hội nghị sơ kết công tác dân vận", "hoi-nghi-so-ket-cong-tac-dan-van"],
		["Nghị định số 15/2020/NĐ-CP", "nghi-dinh-so-15-2020-nd-cp"],
		["  Bà Rịa – Vũng Tàu ", "ba-ria-vung-tau"],
		["“Dân vận khéo” ở Ea H’leo, Cư M'gar", "dan-van-kheo-o-ea-hleo-cu-mgar"],
		["GD&ÐT: 96,19%", "gd-dt-96-19"],
		["TP.HCM", "tp-hcm"],
		["dân\u200Bvận", "danvan"],
		["'trích' dẫn", "trich-dan"],
		["…", ""],
		["", ""],
	])("turns %j into %j", (text, expected) => {
		expect(slugify(text)).toBe(expected);
	});

	test.each([
		["after the last word that fits", "một hai ba", 8, "mot-hai"],
		["where a word ends just there", "một hai ba", 7, "mot-hai"],
		["not at all where all fits", "một hai ba", 10, "mot-hai-ba"],
		["at 80 characters unless told otherwise", `${"a".repeat(79)} b`, undefined, "a".repeat(79)],
		["nothing of 80 characters", `${"a".repeat(78)} b`, undefined, `${"a".repeat(78)}-b`],
		["within a first word that is too long", "abcdefghij kl", 5, "abcde"],
	])("truncates %s", (_, text, maxLength, expected) => {
		expect(slugify(text, maxLength)).toBe(expected);
	});

	test("gives a slug of at most the given length, or nothing", () => {
		fc.assert(
			fc.property(anyText, fc.integer({ min: 1, max: 100 }), (text, maxLength) => {
				const slug = slugify(text, maxLength);
				expect(slug).toMatch(slugPattern);
				expect(slug.length).toBeLessThanOrEqual(maxLength);
			}),
		);
	});

	test("is at most 80 characters unless told otherwise", () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(slugify(text).length).toBeLessThanOrEqual(80);
			}),
		);
	});

	test("is idempotent", () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(slugify(slugify(text))).toBe(slugify(text));
			}),
		);
	});

	test("does not depend on the Unicode form", () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(slugify(text.normalize("NFD"))).toBe(slugify(text.normalize("NFC")));
			}),
		);
	});
});
