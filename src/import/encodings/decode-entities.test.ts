import { describe, expect, test } from "vitest";
import { decodeEntities } from "./decode-entities.ts";

describe("decodeEntities", () => {
	test.each([
		{ name: "names of Latin letters", text: "D&ugrave; ho&agrave;ng &Ocirc;ng", plain: "Dù hoàng Ông" },
		{ name: "names of Vietnamese letters", text: "&Dstrok;&abreve;&utilde;", plain: "Đăũ" },
		{ name: "both ends of Latin-1", text: "&nbsp;&yuml;", plain: "\u00A0ÿ" },
		{ name: "numbers", text: "m&#7897;t h&#x1ECD;c", plain: "một học" },
		{ name: "marks", text: "&quot;A&quot; &amp; &lt;b&gt; &hellip;", plain: '"A" & <b> …' },
		{ name: "numbers of windows-1252", text: "&#147;A&#148; &#150; &#x85;", plain: "“A” – …" },
		{ name: "one level only", text: "&amp;lt;", plain: "&lt;" },
	])("decodes $name", ({ text, plain }) => {
		expect(decodeEntities(text).text).toBe(plain);
	});

	test.each(["R&D", "GD&ĐT; KH&CN;", "a &agrave b", "&#0;", "&#xD800;", "&#1114112;", "&constructor;"])(
		"leaves the ambiguous %s",
		(text) => {
			expect(decodeEntities(text)).toEqual({ text, decoded: [] });
		},
	);

	test("reports what it replaced", () => {
		expect(decodeEntities("&agrave; &XH; &#7897;").decoded).toEqual(["&agrave;", "&#7897;"]);
	});
});
