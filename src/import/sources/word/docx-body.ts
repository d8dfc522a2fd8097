import { BlockBuilder, type ParagraphFormat } from "./block-builder.ts";
import { readDocxXml } from "./docx-xml.ts";
import { signOf, withSigns } from "./symbol-fonts.ts";
import type { WordBlock, WordRun } from "./word-document.ts";

/** The parts of a style in styles.xml that matter here. */
export interface DocxStyle {
	readonly name: string;
	readonly font?: string;
	readonly capitals?: boolean;
}

export interface DocxContext {
	readonly styles: ReadonlyMap<string, DocxStyle>;
	/** Targets of links and pictures by relationship id. */
	readonly targets: ReadonlyMap<string, string>;
	/** Gives the reference of a picture in the document; undefined if the archive lacks it. */
	readonly picture: (target: string) => string | undefined;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Reads the text of document.xml, of notes or of headers. Hidden text and tracked deletions are left out. */
export function readDocxBody(bytes: Buffer, context: DocxContext): WordBlock[] {
	const builder = new BlockBuilder();
	let run: Writable<Omit<WordRun, "text">> = {};
	let paragraph: Writable<ParagraphFormat> & { style?: DocxStyle; isJoined?: boolean } = {};
	let note: string | undefined;
	let isHidden = false;
	let isText = false;
	let isInstruction = false;
	let isRunFormat = false;
	let isParagraphFormat = false;
	let isRowFormat = false;
	let isRowDeleted = false;
	let deleted = 0;
	let cells = 0;
	let fallbacks = 0;
	const links: (string | undefined)[] = [];

	const add = (text: string) => {
		if (isHidden || deleted > 0 || fallbacks > 0) return;
		const style = paragraph.style;
		const link = links.findLast((address) => address !== undefined);
		builder.add({
			...(style?.font === undefined ? {} : { font: style.font }),
			...(style?.capitals ? { capitals: true } : {}),
			...run,
			text: withSigns(text, run.font ?? style?.font),
			...(link === undefined ? {} : { link }),
		});
	};
	const addPicture = (id: string | undefined) => {
		if (fallbacks > 0) return;
		const reference = context.picture(context.targets.get(id ?? "") ?? "");
		if (reference !== undefined) builder.add({ text: "", picture: reference });
	};
	const isOn = (value: string | undefined) => value !== "0" && value !== "false" && value !== "none";

	readDocxXml(bytes, {
		open: (name, attribute) => {
			const value = attribute("val");
			switch (name) {
				case "p":
					paragraph = {};
					break;
				case "pPr":
					isParagraphFormat = true;
					break;
				case "trPr":
					isRowFormat = true;
					break;
				case "tr":
					isRowDeleted = false;
					break;
				case "footnote":
				case "endnote":
					note = noteId(name, attribute("id"));
					break;
				case "footnoteReference":
				case "endnoteReference":
					if (deleted === 0) builder.add({ text: "", noteMark: noteId(name, attribute("id")) });
					break;
				case "vertAlign":
					if (isRunFormat && value === "superscript") run.script = "sup";
					else if (isRunFormat && value === "subscript") run.script = "sub";
					break;
				case "sym":
					add(signOf(attribute("font") ?? "", Number.parseInt(attribute("char") ?? "20", 16)));
					break;
				case "pStyle": {
					const style = context.styles.get(value ?? "");
					paragraph = { ...paragraph, ...formatOfStyle(style?.name ?? ""), ...(style ? { style } : {}) };
					break;
				}
				case "outlineLvl":
					if (Number(value) < 6) paragraph.level = Number(value) + 1;
					break;
				case "numPr":
					paragraph.isListItem = true;
					break;
				case "r":
					run = {};
					isHidden = false;
					break;
				case "rPr":
					isRunFormat = true;
					break;
				case "rFonts": {
					const font = attribute("hAnsi") ?? attribute("ascii");
					if (isRunFormat && font !== undefined) run.font = font;
					break;
				}
				case "b":
					if (isRunFormat) run.bold = isOn(value);
					break;
				case "i":
					if (isRunFormat) run.italic = isOn(value);
					break;
				case "caps":
					if (isRunFormat) run.capitals = isOn(value);
					break;
				case "vanish":
					if (isRunFormat) isHidden = isOn(value);
					break;
				case "t":
					isText = true;
					break;
				case "instrText":
					isInstruction = true;
					break;
				case "fldChar":
					add({ begin: "\u0013", separate: "\u0014", end: "\u0015" }[attribute("fldCharType") ?? ""] ?? "");
					break;
				case "tab":
					if (!isRunFormat) add("\t");
					break;
				case "br":
				case "cr":
					add("\n");
					break;
				case "noBreakHyphen":
					add("-");
					break;
				case "hyperlink":
					links.push(context.targets.get(attribute("id") ?? ""));
					break;
				case "blip":
					addPicture(attribute("embed"));
					break;
				case "imagedata":
					addPicture(attribute("id"));
					break;
				case "del":
				case "moveFrom":
					deleted += 1;
					// Its mark alone is deleted, so its text goes on in the next one.
					if (isParagraphFormat) paragraph.isJoined = true;
					if (isRowFormat) isRowDeleted = true;
					break;
				// The same drawing again, for old versions of Word.
				case "Fallback":
					fallbacks += 1;
					break;
				case "tc":
					cells += 1;
					break;
			}
		},
		close: (name) => {
			switch (name) {
				case "p": {
					const { style: _, isJoined, ...format } = paragraph;
					if (isJoined) {
						paragraph = {};
						break;
					}
					if (note !== undefined) format.note = note;
					if (cells > 0) builder.endCellParagraph(format);
					else builder.endParagraph(format);
					paragraph = {};
					break;
				}
				case "tc":
					cells -= 1;
					if (cells === 0) builder.closeCell();
					break;
				case "tr":
					if (cells > 0) break;
					if (isRowDeleted) builder.dropRow();
					else builder.endRow();
					break;
				case "pPr":
					isParagraphFormat = false;
					break;
				case "trPr":
					isRowFormat = false;
					break;
				case "footnote":
				case "endnote":
					note = undefined;
					break;
				case "r":
					run = {};
					isHidden = false;
					break;
				case "rPr":
					isRunFormat = false;
					break;
				case "t":
					isText = false;
					break;
				case "instrText":
					isInstruction = false;
					break;
				case "hyperlink":
					links.pop();
					break;
				case "del":
				case "moveFrom":
					deleted -= 1;
					break;
				case "Fallback":
					fallbacks -= 1;
					break;
			}
		},
		text: (text) => {
			if (isText || isInstruction) add(text);
		},
	});
	return builder.finish();
}

/** Footnotes and endnotes have ids of their own. */
function noteId(element: string, id = ""): string {
	return `${element.startsWith("end") ? "c" : ""}${id.replace(/\D/g, "")}`;
}

function formatOfStyle(name: string): ParagraphFormat {
	const heading = /^heading (\d)/i.exec(name)?.[1];
	if (heading !== undefined) return { level: Math.min(6, Number(heading)) };
	if (/^title$/i.test(name)) return { level: 0 };
	if (/^caption$/i.test(name)) return { isCaption: true };
	return /^list\b/i.test(name) ? { isListItem: true } : {};
}
