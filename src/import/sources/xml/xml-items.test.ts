import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { childrenOf, childText, innerHtml, textOf } from "./xml-element.ts";
import { maxItemCharacters, type XmlItem, xmlItems, xmlText } from "./xml-items.ts";

async function itemsOf(text: string, names = ["item"], size = text.length): Promise<XmlItem[]> {
	async function* pieces() {
		for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
	}
	const items: XmlItem[] = [];
	for await (const item of xmlItems(pieces(), names)) items.push(item);
	return items;
}

const shown = (items: readonly XmlItem[]) =>
	items.map((item) => ("element" in item ? textOf(item.element) : item.broken));

describe("xmlItems", () => {
	test.each([1, 2, 3, 7, 1000])("finds items in chunks of %i characters", async (size) => {
		const text = `<?xml version="1.0"?><rss><channel><title>x</title><!-- <item>không</item> -->
			<item a="1"><title>Một</title></item><item/><item><b><![CDATA[Hai </item> <item> &amp;]]></b></item>
			<items>không</items><item ><title>Ba &amp; <!-- </item> --> bốn</title></item ></channel></rss>`;
		expect(shown(await itemsOf(text, ["item"], size))).toEqual([
			"Một",
			"Hai </item> <item> &amp;",
			"Ba &  bốn",
		]);
	});

	test("does not end an item at a longer tag name", async () => {
		const text = "<author><author_id>1</author_id> Lan</author><author>Mai</author>";
		expect(shown(await itemsOf(text, ["author"]))).toEqual(["1 Lan", "Mai"]);
	});

	test("parses elements, attributes and text", async () => {
		const [item] = await itemsOf('<item><dc:creator x="1"> Lan </dc:creator><p>a<b>c</b></p><br/></item>');
		if (!item || "broken" in item) throw new Error("broken");
		expect(childText(item.element, "author", "dc:creator")).toBe("Lan");
		expect(childrenOf(item.element, "dc:creator")[0]?.attributes).toEqual({ x: "1" });
		expect(innerHtml(item.element)).toContain("<p>a<b>c</b></p><br>");
	});

	test("skips a broken item and continues", async () => {
		const items = await itemsOf("<item><a></b></item><item>hai</item><item><c></item><item>bốn</item>");
		expect(shown(items)).toEqual([
			expect.stringContaining("không phải XML hợp lệ"),
			"hai",
			expect.stringContaining("không phải XML hợp lệ"),
			"bốn",
		]);
	});

	test("never expands entities: neither files nor a billion laughs", async () => {
		const laughs = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
			"",
		);
		const text = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY l0 "ha">${laughs}]><rss><item>&x;</item><item>&l10;</item></rss>`;
		expect(shown(await itemsOf(text))).toEqual(["&x;", "&l10;"]);
	});

	test("keeps the text around characters that XML forbids", async () => {
		expect(shown(await itemsOf("<item>m\u0001ột\u000b &nbsp;hai</item>"))).toEqual(["một &nbsp;hai"]);
	});

	test("skips an item that is too large and continues", async () => {
		const huge = `<item>${"x".repeat(maxItemCharacters + 10)}</item><item>hai</item>`;
		expect(shown(await itemsOf(huge, ["item"], 1_000_000))).toEqual([
			expect.stringContaining("bỏ qua"),
			"hai",
		]);
	});

	test("skips an item with extreme nesting and continues", async () => {
		const deep = `<item>${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}</item><item>hai</item>`;
		expect(shown(await itemsOf(deep))).toEqual([expect.stringContaining("lớp XML"), "hai"]);
	});

	test("reports that a file ends within an item", async () => {
		expect(shown(await itemsOf("<item>một</item><item><![CDATA[hai"))).toEqual([
			"một",
			expect.stringContaining("hết giữa chừng"),
		]);
	});
});

describe("xmlText", () => {
	let directory = "";
	beforeAll(async () => {
		directory = await mkdtemp(join(tmpdir(), "xml-text-"));
	});
	afterAll(() => rm(directory, { recursive: true }));

	async function textOfFile(bytes: Buffer): Promise<string> {
		const path = join(directory, "x.xml");
		await writeFile(path, bytes);
		let text = "";
		for await (const piece of xmlText(path)) text += piece;
		return text;
	}

	test.each([
		{ name: "UTF-8", bytes: Buffer.from("<a>được</a>") },
		{ name: "UTF-8 with a mark", bytes: Buffer.from("\uFEFF<a>được</a>") },
		{ name: "gzip", bytes: gzipSync("<a>được</a>") },
		{ name: "UTF-16", bytes: Buffer.from("\uFEFF<a>được</a>", "utf16le") },
		{ name: "UTF-16 without a mark", bytes: Buffer.from("<a>được</a>", "utf16le") },
	])("reads $name", async ({ bytes }) => {
		expect(await textOfFile(bytes)).toBe("<a>được</a>");
	});

	test.each([
		{ name: "UTF-8 that declares UTF-16", declared: "utf-16", bytes: Buffer.from("<a>được</a>") },
		{ name: "UTF-8 that declares windows-1258", declared: "windows-1258", bytes: Buffer.from("<a>được</a>") },
		{
			name: "windows-1258 that declares UTF-8",
			declared: "utf-8",
			bytes: Buffer.from("<a>\xF0ýõòc</a>", "latin1"),
			read: "<a>ðýõòc</a>",
		},
	])(
		"believes the bytes, not what they declare: $name",
		async ({ declared, bytes, read = "<a>được</a>" }) => {
			const head = Buffer.from(`<?xml version="1.0" encoding="${declared}"?>`);
			expect(await textOfFile(Buffer.concat([head, bytes]))).toContain(read);
		},
	);

	test("uses the declared encoding, and replaces broken bytes", async () => {
		const latin = Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>\u00e9</a>', "latin1");
		expect(await textOfFile(latin)).toContain("<a>é</a>");
		const broken = Buffer.concat([Buffer.from("<a>được</a>\n<a>"), Buffer.from([0xff, 0xfe, 0x78])]);
		expect(await textOfFile(broken)).toBe("<a>được</a>\n<a>\uFFFD\uFFFDx");
	});

	test("reports a missing file and a truncated archive", async () => {
		await expect(async () => {
			for await (const _ of xmlText(join(directory, "vắng.xml")));
		}).rejects.toThrow("Không tìm thấy");
		const archive = gzipSync(Buffer.from(Array.from({ length: 100_000 }, (_, n) => (n * 7919) % 251)));
		await expect(textOfFile(archive.subarray(0, archive.length - 30))).rejects.toThrow("Không đọc được");
	});
});
