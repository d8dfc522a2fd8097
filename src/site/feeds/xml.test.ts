import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseXml } from "../../../test/support/parse-xml.ts";
import { element, escapeXml, textElement, xmlDocument } from "./xml.ts";

describe("escapeXml", () => {
	test.each([
		{
			name: "markup",
			text: `<a href="x">'&'</a>`,
			expected: "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;",
		},
		{ name: "control characters", text: "a\u0000b\u0008c\u001Fd\u000B", expected: "abcd" },
		{ name: "tab and line feed", text: "a\tb\nc", expected: "a\tb\nc" },
		{ name: "carriage returns", text: "a\r\nb", expected: "a&#13;\nb" },
		{ name: "lone surrogates", text: "a\uD83Cb\uDF3Ec", expected: "abc" },
		{ name: "non-characters", text: "a\uFFFEb\uFFFF", expected: "ab" },
		{ name: "emoji", text: "lúa 🌾", expected: "lúa 🌾" },
	])("writes $name", ({ text, expected }) => {
		expect(escapeXml(text)).toBe(expected);
	});
});

describe("element", () => {
	test("keeps any legal text and attribute unchanged", () => {
		const written = fc.string({ unit: "binary" });
		fc.assert(
			fc.property(written, written, (text, value) => {
				const parsed = parseXml(xmlDocument(element("a", { b: value }, text)));
				expect(parsed.text).toBe(legalPart(text));
				expect(parsed.attributes).toEqual({ b: legalPart(value) });
			}),
		);
	});

	test("leaves out attributes and children that are undefined", () => {
		expect(element("a", { b: undefined, c: "1" }, [undefined, textElement("d", undefined)])).toBe(
			'<a c="1"/>',
		);
	});

	test("nests children on lines of their own", () => {
		expect(element("a", {}, [element("b", {}, "x"), element("c", {})])).toBe("<a>\n<b>x</b>\n<c/>\n</a>");
	});
});

function legalPart(text: string): string {
	return [...text]
		.filter((character) => {
			const code = character.codePointAt(0) ?? 0;
			const control = code < 0x20 && ![0x9, 0xa, 0xd].includes(code);
			return !control && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
		})
		.join("");
}
