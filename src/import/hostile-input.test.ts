/** Text that is made to be slow to parse. These tests never end if a parser takes quadratic time. */
import { expect, test } from "vitest";
import { draftBody } from "./draft-body.ts";
import { decodeEntities, repairHtml } from "./encodings/index.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { fileTypeOf } from "./file-type.ts";
import { settleLinks } from "./links.ts";
import { markdownOfHtml, withCredit } from "./markdown-of-html.ts";
import { readPage as readTextPage } from "./plain-text/read-page.ts";
import { readDate } from "./read-date.ts";
import { Repairer } from "./repairer.ts";
import { SourceError } from "./source.ts";
import { sourceForms } from "./sources/index.ts";
import { replaceShortcodes } from "./sources/markdown/shortcodes.ts";
import { decodePage } from "./sources/pages/decode-page.ts";
import { endsText, isFurniture, readDateLine, readViews } from "./sources/pages/furniture.ts";
import { isSameText } from "./sources/pages/page-title.ts";
import { readPage } from "./sources/pages/read-page.ts";
import { linksIn, picturesIn } from "./sources/referenced-files.ts";
import { sqlRows } from "./sources/tables/sql-dump.ts";
import { expandShortcodes } from "./sources/wordpress/shortcodes.ts";
import { xmlItems } from "./sources/xml/xml-items.ts";

/** So long that a parser with quadratic time would never end. */
const length = 200_000;
/** Shorter, as building a tree of elements takes a thousand times as long as scanning text. */
const pageLength = 8_000;

/** Pieces that are repeated to make long texts. */
const units = [
	...[
		"<!-- a -->",
		"<!-- wp:paragraph -->\n<p>x</p>\n<!-- /wp:paragraph -->\n",
		"<!--",
		"-->",
		"<?xml a",
		"<!DOCTYPE svg",
	],
	...[
		"<",
		"<p>",
		"<p",
		"<img ",
		"<img src='",
		'<a href="',
		"<body ",
		"<html ",
		"<br>",
		"</",
		"<script ",
		"<![CDATA[",
	],
	...[
		"[",
		"]",
		"](",
		"![](",
		"[x](/y) ![",
		"[caption ",
		"[caption]",
		"[caption] [embed ",
		"[embed ",
		"[gallery ",
		"[abc]",
	],
	...["{{<", "{{< x ", "{{< x a=b ", '{{< x "', "{%", "{% x ", "{% x '", "a=b ", "{{ '"],
	...[
		" ",
		"\n",
		"\n ",
		"\t",
		"\u00A0",
		".",
		". ",
		",",
		";",
		"|",
		" | ",
		"/",
		"/ ",
		"» ",
		"» a ",
		"-",
		"- ",
		"=",
		"#",
		"# ",
	],
	...["&", "&a", "&#", "\\", "\\\n", "*", "**", "_", "`", "~", '"', "'", "(", ")", "1. ", "1/1/"],
	...[
		"Ảnh: ",
		"(Ảnh: ",
		"© ",
		"Nguồn: ",
		"Theo ",
		"tags: ",
		"lượt xem: 1",
		"ngày ",
		"Thứ ",
		"Cập nhật ",
		"đã ",
	],
	...["CREATE TABLE a (\n", "INSERT INTO a VALUES (", "/*\n", "/* ", "GO", "--", "';", "\n\n)"],
];
/** Pieces that make few elements. */
const plainUnits = ["-->", ".", " ", ", ", "[", "&", "/ ", "» ", "<body ", "<html "];

async function* once(text: string) {
	yield text;
}

async function drain(items: AsyncIterable<unknown>): Promise<void> {
	for await (const _ of items);
}

const readers: Readonly<Record<string, (text: string) => unknown>> = {
	"the forms' recognition": (text) => {
		const head = Buffer.from(text).subarray(0, 65_536);
		for (const form of sourceForms) form.recognises({ path: "x", isFolder: false, names: [], head });
	},
	"the type of a file": (text) => fileTypeOf(Buffer.from(text), "x.svg"),
	"a page of text": (text) => readTextPage(text),
	"bytes of a page": (text) => decodePage(Buffer.from(text)),
	"Markdown that came so": (text) =>
		draftBody({ markdown: text }, { placed: [], isStated: false, link: () => undefined }, new Repairer()),
	"plain text": (text) => escapeMarkdown(text),
	"links that are settled": (text) => settleLinks(text, ["/y", "/a"], () => undefined),
	"WordPress's shortcodes": (text) => expandShortcodes(text, () => undefined),
	"Hugo's and Jekyll's shortcodes": (text) => replaceShortcodes(text),
	"files that markup names": (text) => [picturesIn(text), linksIn(text)],
	"markup in old encodings": (text) => repairHtml(text),
	"character references": (text) => decodeEntities(text),
	"lines of a page": (text) => [
		readDate(text),
		readDateLine(text),
		readViews(text),
		endsText(text),
		isFurniture(text),
		isSameText(text, "x"),
		withCredit(text.replace(/\s+/g, " ")),
	],
	"an SQL dump": (text) => drain(sqlRows(once(text), () => true)),
	XML: (text) => drain(xmlItems(once(`<item>${text}`), ["item"])),
};
const pageReaders: Readonly<Record<string, (text: string) => unknown>> = {
	"a saved page": (text) => readPage(text),
	"HTML as Markdown": (text) => markdownOfHtml(text),
};

/** Input that is too deep or has too many elements is rejected before a tree is built. */
async function readEach(
	read: (text: string) => unknown,
	repeated: readonly string[],
	characters: number,
): Promise<void> {
	for (const unit of repeated) {
		let outcome: unknown = "read";
		try {
			await read(`${unit.repeat(characters / unit.length)}x`);
		} catch (error) {
			outcome = error;
		}
		expect(outcome === "read" || outcome instanceof SourceError, `${unit}: ${outcome}`).toBe(true);
	}
}

const timeout = 120_000;

test.each(Object.entries(readers))("%s: read in time that grows with its length", { timeout }, (_, read) =>
	readEach(read, units, length),
);

test.each(Object.entries(pageReaders))(
	"%s: read in time that grows with its length",
	{ timeout },
	async (_, read) => {
		await readEach(read, units, pageLength);
		await readEach(read, plainUnits, length);
	},
);
