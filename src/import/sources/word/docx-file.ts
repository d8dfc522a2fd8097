import { SourceError } from "../../source.ts";
import { readProperties } from "./document-properties.ts";
import { type DocxStyle, readDocxBody } from "./docx-body.ts";
import { OfficeArchive } from "./office-archive.ts";
import { readOfficeXml } from "./office-xml.ts";
import { strings } from "./strings.ts";
import { type WordBlock, type WordDocument, WordError } from "./word-document.ts";

const noStyles: ReadonlyMap<string, DocxStyle> = new Map();

/**
 * A Word file of 2007 or later (.docx) with fonts, tables, links and pictures. Notes follow the text.
 *
 * Source: ECMA-376, part 1, 17 (WordprocessingML).
 *
 * @throws {WordError} if it is broken, protected or not a .docx file
 */
export async function readDocxFile(bytes: Buffer): Promise<WordDocument> {
	let isZip = false;
	try {
		return await OfficeArchive.read(bytes, (archive) => {
			isZip = true;
			return readArchive(archive);
		});
	} catch (error) {
		if (error instanceof SourceError)
			throw new WordError(isZip ? error.message : strings.brokenZip, { cause: error });
		throw error;
	}
}

async function readArchive(archive: OfficeArchive): Promise<WordDocument> {
	// Word on the web numbers it.
	const document = archive.names.find((name) => /^word\/document\d*\.xml$/.test(name)) ?? "";
	const main = await archive.part(document);
	if (!main) throw new WordError(strings.unknown);
	const styles = stylesOf(await archive.part("word/styles.xml"));
	const pictures = new Map<string, () => Promise<Uint8Array>>();
	const picture = (target: string) => {
		const name = target.startsWith("/") ? target.slice(1) : `word/${target}`;
		if (!archive.has(name)) return undefined;
		pictures.set(name, archive.later(name));
		return name;
	};
	const read = async (name: string, given?: Buffer): Promise<WordBlock[]> => {
		const content = given ?? (await archive.part(`word/${name}.xml`));
		const targets = targetsOf(await archive.part(`word/_rels/${name}.xml.rels`));
		return content ? readDocxBody(content, { styles, targets, picture }) : [];
	};
	const around = archive.names
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
	return {
		blocks,
		aside,
		pictures,
		properties: readProperties(await archive.part("docProps/core.xml"), propertyNames),
	};
}

function stylesOf(bytes: Buffer | undefined): ReadonlyMap<string, DocxStyle> {
	if (!bytes) return noStyles;
	const styles = new Map<string, DocxStyle & { base?: string }>();
	let id = "";
	const change = (more: Partial<DocxStyle & { base: string }>) => {
		if (id !== "") styles.set(id, { ...(styles.get(id) ?? { name: "" }), ...more });
	};
	readOfficeXml(bytes, {
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
	readOfficeXml(bytes, {
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
