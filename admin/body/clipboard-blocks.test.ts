import { readdirSync, readFileSync } from "node:fs";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { readClipboardHtml } from "./clipboard-blocks.ts";
import { writeBlock } from "./write-block.ts";

const folder = "test/fixtures/clipboard";
const fixtures = readdirSync(folder).filter((name) => name.endsWith(".html"));

function read(html: string) {
	const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
	const { blocks, missingPictures } = readClipboardHtml(document.body as unknown as Element);
	return { markdown: blocks.map(writeBlock).join("\n\n"), missingPictures };
}

describe("readClipboardHtml", () => {
	test.each(fixtures)("%s becomes clean Markdown", (name) => {
		const html = readFileSync(`${folder}/${name}`, "utf8");
		const inner = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? html;
		expect(`${read(inner).markdown}\n`).toBe(
			readFileSync(`${folder}/${name.replace(/html$/, "md")}`, "utf8"),
		);
	});

	test.each([
		["word.html", 1],
		["google-docs.html", 1],
		["web-page.html", 1],
		["libreoffice.html", 0],
	])("counts the pictures that %s refers to without including them", (name, count) => {
		expect(read(readFileSync(`${folder}/${name}`, "utf8")).missingPictures).toBe(count);
	});

	test("turns a picture in the clipboard into a figure", () => {
		const { markdown, missingPictures } = read(
			'<p>Một <img src="data:image/png;base64,AAAA" alt="Bà con"> hai</p>',
		);
		expect(markdown).toBe("Một\n\n![Bà con](data:image/png;base64,AAAA)\n\nhai");
		expect(missingPictures).toBe(0);
	});

	test.each([
		[
			'<p>Họp <ins cite="mailto:An" datetime="2026-11-01">hai</ins><del cite="mailto:An" datetime="2026-11-01">ba</del> lần<span class="MsoCommentReference"><a class="msocomanchor" href="#_msocom_1">[TA1]</a></span>.</p><div style="mso-element:comment-list"><hr><p>Xem lại</p></div>',
			"Họp hai lần.",
		],
		[
			'<p><a href="https://l.facebook.com/l.php?u=https%3A%2F%2Ftin.example%2Fa%3Ffbclid%3DX&h=1">a</a></p>',
			"[a](https://tin.example/a)",
		],
		[
			'<p><a href="https://apc01.safelinks.protection.outlook.com/?url=https%3A%2F%2Ftin.example%2Fb&data=05">b</a></p>',
			"[b](https://tin.example/b)",
		],
		['<p>Vui <img alt="🎉" src="https://anh.invalid/1.png"></p>', "Vui 🎉"],
	])("leaves out what programs add: %s", (html, markdown) => {
		expect(read(html)).toEqual({ markdown, missingPictures: 0 });
	});

	test("never keeps a picture's address on another host", () => {
		expect(read('<p><img src="https://anh.invalid/a.jpg" alt="x"></p>').markdown).toBe("");
	});

	test("reads deep and long input in linear time", () => {
		const deep = `${"<div>".repeat(3000)}Sâu${"</div>".repeat(3000)}`;
		expect(read(deep).markdown).toBe("Sâu");
		expect(read("<b>a</b> ".repeat(20_000)).markdown.length).toBeGreaterThan(20_000);
	});
});
