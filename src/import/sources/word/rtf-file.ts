import { decodeWindows1252 } from "../../encodings/index.ts";
import { BlockBuilder, type ParagraphFormat } from "./block-builder.ts";
import { type RtfToken, rtfTokens } from "./rtf-tokens.ts";
import { strings } from "./strings.ts";
import { type WordDocument, WordError, type WordRun } from "./word-document.ts";

/** The deepest nesting of groups; a deeper file is an attack. */
const deepest = 2_000;
const vietnameseCharset = 163;
const characters: Readonly<Record<string, string>> = {
	tab: "\t",
	line: "\n",
	emdash: "—",
	endash: "–",
	lquote: "‘",
	rquote: "’",
	ldblquote: "“",
	rdblquote: "”",
	bullet: "•",
	emspace: " ",
	enspace: " ",
};
const symbols: Readonly<Record<string, string>> = { "~": "\u00A0", _: "-", "\\": "\\", "{": "{", "}": "}" };
/** Destinations without text that are not marked with a star. */
const skippedWords = new Set(
	"colortbl filetbl revtbl template private xe tc txe rxe bkmkstart bkmkend nonesttables themedata datastore listtable listoverridetable generator".split(
		" ",
	),
);
const asideWords = new Set(
	"header headerl headerr headerf footer footerl footerr footerf annotation".split(" "),
);
const infoWords = new Set(["title", "author", "keywords", "creatim"]);

type Destination = "text" | "aside" | "skip" | "fonts" | "styles" | "info" | "instruction" | "picture";

interface State {
	destination: Destination;
	/** The document property that the text belongs to. */
	property: string;
	font: number;
	style: number;
	bold: boolean;
	italic: boolean;
	capitals: boolean;
	hidden: boolean;
	inTable: boolean;
	isListItem: boolean;
	/** Whether the text is within a field, such as a link. */
	isField: boolean;
	level: number | undefined;
	/** How many characters after a Unicode number are its fallback and are skipped. */
	fallback: number;
}

/**
 * A file in Rich Text Format (.rtf) with fonts, tables and pictures. Bytes are decoded as windows-1252, or as
 * windows-1258 if the font says so. Whether it was TCVN3 or VNI is detected later.
 *
 * Source: Rich Text Format Specification 1.9.1.
 *
 * @throws {WordError} if it is not an RTF file
 */
export function readRtfFile(bytes: Buffer): WordDocument {
	if (!isRtf(bytes)) throw new WordError(strings.unknown);
	const reader = new RtfReader();
	for (const token of rtfTokens(bytes)) reader.take(token);
	return reader.finish();
}

export function isRtf(bytes: Buffer): boolean {
	return bytes.subarray(0, 5).toString("latin1") === "{\\rtf";
}

class RtfReader {
	readonly #builder = new BlockBuilder();
	readonly #aside = new BlockBuilder();
	readonly #pictures = new Map<string, () => Promise<Uint8Array>>();
	readonly #properties = new Map<string, string>();
	readonly #fonts = new Map<number, { name: string; charset: number }>();
	readonly #styles = new Map<number, string>();
	#stack: State[] = [];
	#state: State = {
		destination: "text",
		property: "",
		font: -1,
		style: 0,
		bold: false,
		italic: false,
		capitals: false,
		hidden: false,
		inTable: false,
		isListItem: false,
		isField: false,
		level: undefined,
		fallback: 1,
	};
	#defaultFont = 0;
	#skipped = 0;
	#isStarred = false;
	#hex = "";
	#pictureKind = "";
	#pictureBytes: Buffer | undefined;

	take(token: RtfToken): void {
		if (token.kind === "open") this.#open();
		else if (token.kind === "close") this.#close();
		else if (token.kind === "word") this.#word(token.word, token.number);
		else if (token.kind === "binary") this.#pictureBytes = token.bytes;
		else if (token.kind === "text") this.#text(token.text);
		else this.#symbol(token.symbol);
	}

	finish(): WordDocument {
		const property = (name: string) => this.#properties.get(name)?.trim() || undefined;
		const [title, author, keywords] = [property("title"), property("author"), property("keywords")];
		return {
			blocks: this.#builder.finish(),
			aside: this.#aside.finish(),
			pictures: this.#pictures,
			properties: {
				...(title === undefined ? {} : { title }),
				...(author === undefined ? {} : { author }),
				...(keywords === undefined ? {} : { keywords }),
				...this.#created(),
			},
		};
	}

	#open(): void {
		if (this.#stack.length >= deepest) throw new WordError(strings.broken);
		this.#stack.push({ ...this.#state });
	}

	#close(): void {
		const { destination, isField } = this.#state;
		const before = this.#stack.pop();
		if (!before) return;
		if (destination === "picture" && before.destination !== "picture") this.#endPicture();
		if (destination === "instruction" && before.destination !== "instruction") this.#addMark("\u0014");
		if (destination !== "instruction" && isField && !before.isField) this.#addMark("\u0015");
		if (destination === "aside" && before.destination !== "aside") this.#aside.endParagraph({});
		this.#state = before;
		this.#isStarred = false;
	}

	#symbol(symbol: string): void {
		if (symbol === "*") this.#isStarred = true;
		else if (symbol === "\r" || symbol === "\n") this.#word("par", undefined);
		else if (symbols[symbol] !== undefined) this.#characters(symbols[symbol]);
	}

	#word(word: string, number: number | undefined): void {
		const isStarred = this.#isStarred;
		this.#isStarred = false;
		const state = this.#state;
		if (this.#destination(word, isStarred) || state.destination === "skip") return;
		if (state.destination === "info" && /^(?:yr|mo|dy|hr|min)$/.test(word)) {
			this.#properties.set(`${state.property}-${word}`, String(number ?? 0));
		} else if (word === "u") this.#number(number ?? 0);
		else if (characters[word] !== undefined) this.#characters(characters[word]);
		else if (word === "par" || word === "sect" || word === "page") this.#endParagraph();
		else if (word === "cell" || word === "nestcell") this.#builderOf().endCell(this.#format());
		else if (word === "row" || word === "nestrow") this.#builderOf().endRow();
		else if (word === "fcharset") this.#setFont({ charset: number ?? 0 });
		else if (/^(?:jpegblip|pngblip)$/.test(word)) this.#pictureKind = word === "pngblip" ? "png" : "jpg";
		else this.#applyFormat(word, number);
	}

	#applyFormat(word: string, number: number | undefined): void {
		const state = this.#state;
		const isOn = number !== 0;
		if (word === "f") state.font = number ?? 0;
		else if (word === "deff") this.#defaultFont = number ?? 0;
		else if (word === "b") state.bold = isOn;
		else if (word === "i") state.italic = isOn;
		else if (word === "caps") state.capitals = isOn;
		else if (word === "v" || word === "deleted") state.hidden = isOn;
		else if (word === "uc") state.fallback = Math.min(Math.max(0, number ?? 1), 10);
		else if (word === "s") state.style = number ?? 0;
		else if (word === "outlinelevel") state.level = number;
		else if (word === "ls") state.isListItem = isOn;
		else if (word === "intbl") state.inTable = true;
		else if (word === "plain") {
			Object.assign(state, { font: -1, bold: false, italic: false, capitals: false, hidden: false });
		} else if (word === "pard") {
			Object.assign(state, { inTable: false, isListItem: false, level: undefined, style: 0 });
		}
	}

	/** Whether the word opens a destination. Unknown destinations with a star are skipped. */
	#destination(word: string, isStarred: boolean): boolean {
		const state = this.#state;
		if (state.destination === "skip") return true;
		if (word === "fonttbl") state.destination = "fonts";
		else if (word === "stylesheet") state.destination = "styles";
		else if (word === "info") state.destination = "info";
		else if (state.destination === "info" && infoWords.has(word)) state.property = word;
		else if (word === "fldinst") {
			this.#addMark("\u0013");
			state.destination = "instruction";
			state.isField = true;
			const field = this.#stack.at(-1);
			if (field) field.isField = true;
		} else if (word === "pict") {
			state.destination = "picture";
			this.#hex = "";
			this.#pictureKind = "";
			this.#pictureBytes = undefined;
		} else if (word === "listtext" || word === "pntext") {
			state.destination = "skip";
			const before = this.#stack.at(-1);
			if (before) before.isListItem = true;
		} else if (asideWords.has(word)) state.destination = "aside";
		else if (word === "shppict") return true;
		else if (
			skippedWords.has(word) ||
			word === "nonshppict" ||
			(isStarred && state.destination !== "fonts")
		) {
			state.destination = "skip";
		} else return false;
		return true;
	}

	#number(code: number): void {
		this.#characters(String.fromCharCode(code < 0 ? code + 0x10000 : code));
		this.#skipped = this.#state.fallback;
	}

	#text(text: string): void {
		const skipped = Math.min(this.#skipped, text.length);
		this.#skipped -= skipped;
		const bytes = Buffer.from(text.slice(skipped), "latin1");
		if (bytes.length === 0) return;
		if (this.#state.destination === "picture") this.#hex += bytes.toString("latin1");
		else this.#characters(this.#decode(bytes));
	}

	#decode(bytes: Buffer): string {
		const charset = this.#fonts.get(this.#fontNumber())?.charset;
		if (charset !== vietnameseCharset) return decodeWindows1252(bytes);
		return new TextDecoder("windows-1258").decode(bytes);
	}

	#characters(text: string): void {
		const { destination, property, hidden } = this.#state;
		if (destination === "fonts") this.#setFont({ name: text });
		else if (destination === "styles") {
			const { style } = this.#state;
			this.#styles.set(style, (this.#styles.get(style) ?? "") + text);
		} else if (destination === "info") {
			if (property !== "") this.#properties.set(property, (this.#properties.get(property) ?? "") + text);
		} else if (destination === "text" || destination === "instruction" || destination === "aside") {
			if (!hidden) this.#builderOf().add(this.#run(text));
		}
	}

	#setFont(change: { readonly name?: string; readonly charset?: number }): void {
		const { destination, font } = this.#state;
		if (destination !== "fonts") return;
		const known = this.#fonts.get(font) ?? { name: "", charset: 0 };
		const name = known.name + (change.name ?? "");
		this.#fonts.set(font, { name: name.replace(/;.*$/s, ""), charset: change.charset ?? known.charset });
	}

	#fontNumber(): number {
		return this.#state.font < 0 ? this.#defaultFont : this.#state.font;
	}

	#run(text: string): WordRun {
		const { bold, italic, capitals } = this.#state;
		const font = this.#fonts.get(this.#fontNumber())?.name;
		return {
			text,
			...(font ? { font } : {}),
			...(bold ? { bold } : {}),
			...(italic ? { italic } : {}),
			...(capitals ? { capitals } : {}),
		};
	}

	#addMark(mark: string): void {
		this.#builder.add({ text: mark });
	}

	#builderOf(): BlockBuilder {
		return this.#state.destination === "aside" ? this.#aside : this.#builder;
	}

	#endParagraph(): void {
		const { destination, inTable } = this.#state;
		if (destination !== "text" && destination !== "aside") return;
		if (inTable) this.#builderOf().endCellParagraph(this.#format());
		else this.#builderOf().endParagraph(this.#format());
	}

	#format(): ParagraphFormat {
		const { style, level, isListItem } = this.#state;
		const name = this.#styles.get(style)?.trim().replace(/;$/, "") ?? "";
		const heading = /^heading (\d)/i.exec(name)?.[1];
		const number = heading === undefined ? (level === undefined ? undefined : level + 1) : Number(heading);
		return {
			...(number === undefined || number > 6 ? {} : { level: number }),
			...(/^title$/i.test(name) ? { level: 0 } : {}),
			...(/^caption$/i.test(name) ? { isCaption: true } : {}),
			...(isListItem ? { isListItem } : {}),
		};
	}

	#endPicture(): void {
		if (this.#pictureKind === "") return;
		const hex = this.#hex.replace(/[^0-9a-f]/gi, "");
		const bytes = this.#pictureBytes ?? Buffer.from(hex, "hex");
		const reference = `word/${this.#pictures.size + 1}.${this.#pictureKind}`;
		this.#pictures.set(reference, async () => bytes);
		this.#builder.add({ text: "", picture: reference });
	}

	#created(): { readonly created?: string } {
		const part = (name: string, width = 2) =>
			(this.#properties.get(`creatim-${name}`) ?? "0").padStart(width, "0");
		if (!this.#properties.has("creatim-yr")) return {};
		return { created: `${part("yr", 4)}-${part("mo")}-${part("dy")}T${part("hr")}:${part("min")}:00` };
	}
}
