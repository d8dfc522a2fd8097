import { formatBytes } from "../../../text/index.ts";
import { SourceError } from "../../source.ts";
import { openZip, type ZipArchive } from "../archives/zip-archive.ts";
import { type DocxStyle, readDocxBody } from "./docx-body.ts";
import { readDocxXml } from "./docx-xml.ts";
import { strings } from "./strings.ts";
import { type WordBlock, type WordDocument, WordError } from "./word-document.ts";

/** The most uncompressed bytes of a part: ten times those of a thousand pages. */
const maxPartBytes = 64_000_000;
const noStyles: ReadonlyMap<string, DocxStyle> = new Map();

/**
 * A Word file of 2007 or later (.docx) with fonts, tables, links and pictures. Notes follow the text.
 *
 * Source: ECMA-376, part 1, 17 (WordprocessingML).
 *
 * @throws {WordError} if it is broken, protected or not a .docx file
 */
export async function readDocxFile(bytes: Buffer): Promise<WordDocument> {
	let zip: ZipArchive | undefined;
	try {
		zip = await openZip(bytes);
		return await readArchive(zip, bytes);
	} catch (error) {
		if (error instanceof SourceError)
			throw new WordError(zip ? error.message : strings.brokenZip, { cause: error });
		throw error;
	} finally {
		zip?.close();
	}
}

async function readArchive(zip: ZipArchive, bytes: Buffer): Promise<WordDocument> {
	const sizes = new Map(zip.entries.map(({ name, size }) => [name, size]));
	const part = async (name: string): Promise<Buffer | undefined> => {
		const size = sizes.get(name);
		if (size === undefined) return undefined;
		if (size > maxPartBytes) throw new WordError(strings.tooLarge(formatBytes(maxPartBytes)));
		return zip.read(name);
	};
	// Word on the web numbers it.
	const document = [...sizes.keys()].find((name) => /^word\/document\d*\.xml$/.test(name)) ?? "";
	const main = await part(document);
	if (!main) throw new WordError(strings.unknown);
	const styles = stylesOf(await part("word/styles.xml"));
	const pictures = new Map<string, () => Promise<Uint8Array>>();
	const picture = (target: string) => {
		const name = target.startsWith("/") ? target.slice(1) : `word/${target}`;
		if (!sizes.has(name)) return undefined;
		pictures.set(name, () => readLater(bytes, name));
		return name;
	};
	const read = async (name: string, given?: Buffer): Promise<WordBlock[]> => {
		const content = given ?? (await part(`word/${name}.xml`));
		const targets = targetsOf(await part(`word/_rels/${name}.xml.rels`));
		return content ? readDocxBody(content, { styles, targets, picture }) : [];
	};
	const around = [...sizes.keys()]
		.filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name))
		.sort()
		.map((name) => name.slice("word/".length, -".xml".length));
	const blocks = [
		...(await read(document.slice("word/".length, -".xml".length), main)),
		...(await read("footnotes")),
		...(await read("endnotes")),
	];
	const aside: WordBlock[] = [];
	for (const name of around) aside.push(...(await read(name)));
	return { blocks, aside, pictures, properties: propertiesOf(await part("docProps/core.xml")) };
}

/** Reads a picture later, when the archive has long been closed. */
async function readLater(bytes: Buffer, name: string): Promise<Uint8Array> {
	const zip = await openZip(bytes);
	try {
		return await zip.read(name);
	} finally {
		zip.close();
	}
}

function stylesOf(bytes: Buffer | undefined): ReadonlyMap<string, DocxStyle> {
	if (!bytes) return noStyles;
	const styles = new Map<string, DocxStyle & { base?: string }>();
	let id = "";
	const change = (more: Partial<DocxStyle & { base: string }>) => {
		if (id !== "") styles.set(id, { ...(styles.get(id) ?? { name: "" }), ...more });
	};
	readDocxXml(bytes, {
		open: (name, attribute) => {
			const value = attribute("val");
			if (name === "style") id = attribute("type") === "paragraph" ? (attribute("styleId") ?? "") : "";
			else if (name === "name") change({ name: value ?? "" });
			else if (name === "basedOn") change({ base: value ?? "" });
			else if (name === "caps") change({ capitals: value !== "0" && value !== "false" });
			else if (name === "rFonts") {
				const font = attribute("hAnsi") ?? attribute("ascii");
				if (font !== undefined) change({ font });
			}
		},
		close: (name) => {
			if (name === "style") id = "";
		},
		text: () => {},
	});
	const fontOf = (at: string, depth = 0): string | undefined => {
		const style = styles.get(at);
		if (!style || depth > 20) return undefined;
		return style.font ?? fontOf(style.base ?? "", depth + 1);
	};
	return new Map(
		[...styles].map(([key, style]) => {
			const font = fontOf(key);
			return [key, { ...style, ...(font === undefined ? {} : { font }) }];
		}),
	);
}

function targetsOf(bytes: Buffer | undefined): ReadonlyMap<string, string> {
	const targets = new Map<string, string>();
	if (!bytes) return targets;
	readDocxXml(bytes, {
		open: (name, attribute) => {
			const [id, target] = [attribute("Id"), attribute("Target")];
			if (name === "Relationship" && id !== undefined && target !== undefined) targets.set(id, target);
		},
		close: () => {},
		text: () => {},
	});
	return targets;
}

const propertyNames: ReadonlyMap<string, keyof WordDocument["properties"]> = new Map([
	["title", "title"],
	["creator", "author"],
	["keywords", "keywords"],
	["created", "created"],
]);

function propertiesOf(bytes: Buffer | undefined): WordDocument["properties"] {
	const properties: Partial<Record<keyof WordDocument["properties"], string>> = {};
	if (!bytes) return properties;
	let current: keyof WordDocument["properties"] | undefined;
	readDocxXml(bytes, {
		open: (name) => {
			current = propertyNames.get(name);
		},
		close: () => {
			current = undefined;
		},
		text: (text) => {
			if (current && text.trim() !== "") properties[current] = (properties[current] ?? "") + text;
		},
	});
	return properties;
}
