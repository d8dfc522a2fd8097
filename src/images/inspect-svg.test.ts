import { describe, expect, test } from "vitest";
import { inspectSvg as inspectBytes } from "./inspect-svg.ts";
import { strings } from "./strings.ts";

const svg = "http://www.w3.org/2000/svg";
const xhtml = "http://www.w3.org/1999/xhtml";
const xlink = 'xmlns:l="http://www.w3.org/1999/xlink"';
const image = (address: string) => `<image href="${address}"/>`;
const otherImage = (address: string) => `<image ${xlink} l:href="${address}"/>`;
const drawing = (attributes: string, content = "<path d='M0 0h9v9z'/>") =>
	`<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`;
const inspectSvg = (text: string) => inspectBytes(Buffer.from(text));
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
	])("reads the size from $name", ({ attributes, expected: [width, height] }) => {
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
		{ name: "a handler", content: '<path onclick="alert(1)"/>' },
		{ name: "a handler in capitals", content: '<path ONLOAD="alert(1)"/>' },
		{ name: "a script address", content: '<use href="javascript:alert(1)"/>' },
		{ name: "a disguised script address", content: '<use href="java&#115;cript:alert(1)"/>' },
		{ name: "a script address with a space before it", content: '<use href=" &#9;javascript:alert(1)"/>' },
		{ name: "an animated address", content: '<set attributeName="href" to="x"/>' },
		{ name: "an animated handler", content: '<animate attributeName="onload" to="x"/>' },
		{ name: "a script in a style", content: '<path style="fill:url(#a);x:expression(1)"/>' },
	])("refuses $name", ({ content }) => {
		expect(inspectSvg(drawing(box, content))).toBe(strings.svg.script);
	});

	test.each([
		{ name: "a picture from elsewhere", content: image("https://example.org/a.png") },
		{ name: "a picture from elsewhere under another prefix", content: otherImage("//example.org/a.png") },
		{ name: "a font from elsewhere", content: "<style>a{src:url( '//example.org/f')}</style>" },
		{ name: "a style sheet", content: "<style>@import 'a.css'</style>" },
		{ name: "a style sheet behind a comment", content: "<style>/* */@im/**/port 'a.css'</style>" },
		{ name: "an embedded SVG", content: '<image href="data:image/svg+xml,a"/>' },
		{ name: "a set of pictures", content: "<style>a{fill:image-set('//example.org/a.png' 1x)}</style>" },
		{ name: "an escaped function", content: "<style>a{fill:u\\72l(//example.org/a)}</style>" },
		{ name: "an escaped at-rule", content: "<style>@\\69mport '//example.org/a.css';</style>" },
		{
			name: "an address behind a hundred spaces",
			content: `<style>a{fill:url(${" ".repeat(120)}//example.org/a)}</style>`,
		},
		{
			name: "an address between strings that look like a comment",
			content: `<style>a{content:"/*"}b{fill:url(//example.org/a)}c{content:"*/"}</style>`,
		},
		{
			name: "an address between addresses that look like a comment",
			content: '<path style="marker:url(#/*);mask:url(//example.org/a);fill:url(#*/)"/>',
		},
		{ name: "an address in an attribute", content: '<path fill="url(https://example.org/a)"/>' },
		{
			name: "an address that is animated in",
			content: '<set attributeName="fill" to="url(//a.example/b)"/>',
		},
		{ name: "another base", content: '<g xml:base="https://example.org/"/>' },
		{ name: "a style sheet beside it", content: "<?xml-stylesheet href='a.css'?>" },
	])("refuses $name", ({ content }) => {
		expect(inspectSvg(drawing(box, content))).toBe(strings.svg.external);
	});

	test.each([
		{ name: "a script under another prefix", content: `<s:script xmlns:s="${svg}">alert(1)</s:script>` },
		{ name: "a script", content: "<script>alert(1)</script>" },
		{ name: "embedded HTML", content: "<foreignObject><p>a</p></foreignObject>" },
		{ name: "a page that leads elsewhere", content: `<h:meta xmlns:h="${xhtml}" http-equiv="refresh"/>` },
		{ name: "a script of HTML in a title", content: `<title><script xmlns="${xhtml}">a</script></title>` },
		{ name: "a link", content: '<a href="#b"><path d="M0 0"/></a>' },
		{ name: "an attribute that calls out", content: '<path ping="https://example.org/"/>' },
		{
			name: "a listener",
			content: '<ev:listener xmlns:ev="http://www.w3.org/2001/xml-events" event="load"/>',
		},
		{ name: "elements in a style sheet", content: "<style><x/></style>" },
		{ name: "an element that nobody knows", content: "<marquee/>" },
	])("refuses $name", ({ content }) => {
		expect(inspectSvg(drawing(box, content))).toMatchObject({
			message: expect.stringContaining("không được dùng"),
		});
	});

	test.each([
		{
			name: "an external doctype",
			text: `<!DOCTYPE svg SYSTEM "https://example.org/a.dtd">${drawing(box).slice(22)}`,
		},
		{ name: "entities", text: `<!DOCTYPE svg [<!ENTITY a "b">]>${drawing(box).slice(22)}` },
	])("refuses $name", ({ text }) => {
		expect(inspectSvg(text)).toBe(strings.svg.external);
	});

	test("rejects files that are not XML or not UTF-8", () => {
		expect(inspectSvg("<svg><path/onload=alert(1)></svg>")).toBe(strings.svg.malformed);
		expect(inspectSvg("")).toBe(strings.svg.malformed);
		expect(inspectBytes(Buffer.from(`\ufeff${drawing(box)}`, "utf16le"))).toBe(strings.svg.encoding);
		expect(inspectSvg(drawing(box).replace("?>", ' encoding="utf-7"?>'))).toBe(strings.svg.encoding);
	});

	test("accepts what drawing programs write around a drawing", () => {
		const doctype =
			'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
		const inkscape =
			'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:xlink="http://www.w3.org/1999/xlink"';
		const content = [
			'<inkscape:grid type="xygrid"/><metadata>a</metadata><g inkscape:label="Lớp (1)" id="a(1)">',
			'<path style="fill:#a00;transform:rotate(3deg)" d="M0 0h9"/><use xlink:href="#a"/></g>',
			"<style><![CDATA[ .a { fill: url(#b) } @media (min-width: 9px) { .a:not(.b) { opacity: 1 } } ]]></style>",
		].join("");
		const text = `<?xml version="1.0" encoding="UTF-8"?>${doctype}<!-- made -->${drawing(`${box} ${inkscape}`, content).slice(22)}`;
		expect(inspectSvg(text)).toEqual({ width: 40, height: 20 });
	});

	test.each([
		`<svg width="${" ".repeat(200_000)}`,
		"<!doctype ".repeat(100_000),
		`<svg xmlns="${svg}"><style>${"a".repeat(1_000_000)}(</style></svg>`,
		`<svg xmlns="${svg}">${"<g>".repeat(100_000)}`,
		`<svg xmlns="${svg}"><style>${"url(".repeat(200_000)}</style></svg>`,
		`<svg xmlns="${svg}" ${Array.from({ length: 50_000 }, (_, at) => `data-${at}="a"`).join(" ")}/>`,
		`<svg xmlns="${svg}" ${Array.from({ length: 50_000 }, (_, at) => `xmlns:a${at}="a"`).join(" ")}/>`,
	])("reads what is made to be slow (%#)", (text) => {
		expect(inspectSvg(text)).toHaveProperty("message");
	});

	test.each([{ attributes: "" }, { attributes: 'viewBox="0 0 0 10"' }, { attributes: 'viewBox="a b"' }])(
		"finds no size in <svg $attributes>",
		({ attributes }) => {
			expect(inspectSvg(drawing(attributes))).toBe(strings.svg.noSize);
		},
	);
});
