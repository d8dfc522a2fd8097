import { SourceError } from "../../source.ts";
import { readProperties } from "./document-properties.ts";
import { type OdtStyle, readOdtBody } from "./odt-body.ts";
import { OfficeArchive } from "./office-archive.ts";
import { readOfficeXml } from "./office-xml.ts";
import { strings } from "./strings.ts";
import { type WordBlock, type WordDocument, WordError } from "./word-document.ts";

const deepestStyle = 20;

const firstName = { from: 30, to: 38 };

/** Whether a file is OpenDocument: the ZIP's first entry is called "mimetype", and another one has the text. */
export function isOpenDocument(bytes: Buffer): boolean {
	const name = bytes.toString("latin1", firstName.from, firstName.to);
	return bytes.toString("latin1", 0, 2) === "PK" && name === "mimetype" && bytes.includes("content.xml");
}

/**
 * A text of LibreOffice or OpenOffice (.odt).
 *
 * Source: ISO/IEC 26300-3 (OpenDocument, part 3).
 *
 * @throws {WordError} if it is broken or protected
 */
export async function readOdtFile(bytes: Buffer): Promise<WordDocument> {
	try {
		return await OfficeArchive.read(bytes, readArchive);
	} catch (error) {
		if (error instanceof SourceError) throw new WordError(strings.brokenText, { cause: error });
		throw error;
	}
}

async function readArchive(archive: OfficeArchive): Promise<WordDocument> {
	const manifest = await archive.part("META-INF/manifest.xml");
	if (manifest?.includes("encryption-data")) throw new WordError(strings.encryptedText);
	const content = await archive.part("content.xml");
	if (!content) throw new WordError(strings.brokenText);
	const layout = await archive.part("styles.xml");
	const styles = stylesIn([layout, content].filter((each) => each !== undefined));
	const pictures = new Map<string, () => Promise<Uint8Array>>();
	const picture = (href: string) => {
		const name = href.replace(/^\.\//, "");
		if (!archive.has(name)) return undefined;
		pictures.set(name, archive.later(name));
		return name;
	};
	const { blocks, aside } = readOdtBody(content, { styles, picture, root: "text" });
	const around: WordBlock[] = layout
		? [...readOdtBody(layout, { styles, picture: () => undefined, root: "master-styles" }).blocks]
		: [];
	return {
		blocks,
		aside: [...around, ...aside],
		pictures,
		properties: readProperties(await archive.part("meta.xml"), propertyNames),
	};
}

type Writable = { -readonly [Key in keyof OdtStyle]: OdtStyle[Key] };

/** The named and the automatic styles, with what they take over from others. */
function stylesIn(parts: readonly Buffer[]): ReadonlyMap<string, OdtStyle> {
	const styles = new Map<string, Writable>();
	for (const bytes of parts) {
		let style: Writable | undefined;
		readOfficeXml(bytes, {
			open: (name, attribute) => {
				if (name === "style") {
					const parent = attribute("parent-style-name");
					style = {
						name: attribute("display-name") ?? attribute("name") ?? "",
						...(parent === undefined ? {} : { parent }),
					};
					styles.set(`${attribute("family")} ${attribute("name")}`, style);
				} else if (name === "text-properties" && style) {
					const weight = attribute("font-weight");
					const slant = attribute("font-style");
					const position = attribute("text-position");
					const font = attribute("font-name") ?? attribute("font-family");
					if (weight !== undefined) style.bold = /bold|[6-9]00/.test(weight);
					if (slant !== undefined) style.italic = /italic|oblique/.test(slant);
					if (font !== undefined) style.font = font.replace(/^'|'$/g, "");
					if (attribute("text-transform") === "uppercase") style.capitals = true;
					if (attribute("display") === "none") style.isHidden = true;
					if (position !== undefined && !/^0%/.test(position))
						style.script = /^(?:sub|-)/.test(position) ? "sub" : "sup";
				}
			},
			close: (name) => {
				if (name === "style") style = undefined;
			},
			text: () => {},
		});
	}
	return new Map([...styles].map(([key, style]) => [key, inherited(key, style, styles)]));
}

function inherited(key: string, style: OdtStyle, styles: ReadonlyMap<string, OdtStyle>): OdtStyle {
	const family = key.slice(0, key.indexOf(" "));
	const names = [style.name];
	let whole = style;
	for (let depth = 0; whole.parent !== undefined && depth < deepestStyle; depth += 1) {
		const { parent, ...own } = whole;
		const base = styles.get(`${family} ${parent}`);
		names.push(base?.name ?? parent);
		// A name that says what the paragraph is comes from the nearest style that has one.
		whole = base ? { ...base, ...own } : own;
	}
	const telling = names.find((name) => /^(?:title|caption|illustration|figure|list|heading)\b/i.test(name));
	return { ...whole, name: (telling ?? style.name).replaceAll("_20_", " ") };
}

const propertyNames: ReadonlyMap<string, keyof WordDocument["properties"]> = new Map([
	["title", "title"],
	["initial-creator", "author"],
	["keyword", "keywords"],
	["creation-date", "created"],
]);
