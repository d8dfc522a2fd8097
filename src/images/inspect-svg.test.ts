import { describe, expect, test } from "vitest";
import { inspectSvg } from "./inspect-svg.ts";
import { strings } from "./strings.ts";

const drawing = (attributes: string, content = "<path d='M0 0h9v9z'/>") =>
	`<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`;
const box = 'viewBox="0 0 40 20"';

describe("inspectSvg", () => {
	test.each([
		{ name: "width and height", attributes: 'width="30" height="12px"', expected: [30, 12] },
		{ name: "the view box", attributes: 'viewBox="0 0 120.4 60"', expected: [120, 60] },
		{
			name: "the view box where the width is relative",
			attributes: `width="100%" ${box}`,
			expected: [40, 20],
		},
		{
			name: "the view box scaled to the one side given",
			attributes: `width="80" ${box}`,
			expected: [80, 40],
		},
	])("takes the size from $name", ({ attributes, expected: [width, height] }) => {
		expect(inspectSvg(drawing(attributes))).toEqual({ width, height });
	});

	test.each([
		{ name: "references within itself", content: '<use href="#a"/><path fill="url(#b)"/>' },
		{ name: "an embedded picture", content: '<image href="data:image/png;base64,AAAA"/>' },
		{ name: "words that look like handlers", content: "<title>on the river</title>" },
	])("accepts $name", ({ content }) => {
		expect(inspectSvg(drawing(box, content))).toEqual({ width: 40, height: 20 });
	});

	test.each([
		{ name: "a script", content: "<script>alert(1)</script>" },
		{ name: "a script with a prefix", content: "<s:script>alert(1)</s:script>" },
		{ name: "a handler", content: '<path onclick="alert(1)"/>' },
		{ name: "a handler after a slash", content: "<path/onload=alert(1)>" },
		{ name: "embedded HTML", content: "<foreignObject><p>a</p></foreignObject>" },
		{ name: "a script address", content: '<a href="javascript:alert(1)">a</a>' },
		{ name: "a disguised script address", content: '<a href="java&#115;cript:alert(1)">a</a>' },
		{ name: "an animated address", content: '<set attributeName="href" to="x"/>' },
	])("refuses $name", ({ content }) => {
		expect(inspectSvg(drawing(box, content))).toBe(strings.svg.script);
	});

	test.each([
		{ name: "a picture from elsewhere", content: '<image xlink:href="https://example.org/a.png"/>' },
		{ name: "a font from elsewhere", content: "<style>a{src:url( '//example.org/f')}</style>" },
		{ name: "a style sheet", content: "<style>@import 'a.css'</style>" },
		{ name: "an embedded SVG", content: '<image href="data:image/svg+xml,a"/>' },
	])("refuses $name", ({ content }) => {
		expect(inspectSvg(drawing(box, content))).toBe(strings.svg.external);
	});

	test.each([{ attributes: "" }, { attributes: 'viewBox="0 0 0 10"' }, { attributes: 'viewBox="a b"' }])(
		"misses a size in <svg $attributes>",
		({ attributes }) => {
			expect(inspectSvg(drawing(attributes))).toBe(strings.svg.noSize);
		},
	);
});
