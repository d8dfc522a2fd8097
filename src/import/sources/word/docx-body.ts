import { BlockBuilder, type ParagraphFormat } from "./block-builder.ts";
import { type Attribute, type ElementRule, readOfficeXml } from "./office-xml.ts";
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

type RunFormat = Omit<WordRun, "text"> & { readonly isHidden?: boolean };

/** Word's marks of the parts of a field. */
const fieldMarks: ReadonlyMap<string, string> = new Map([
	["begin", "\u0013"],
	["separate", "\u0014"],
	["end", "\u0015"],
]);
const scripts: ReadonlyMap<string, RunFormat> = new Map([
	["superscript", { script: "sup" }],
	["subscript", { script: "sub" }],
] as const);

/** Reads the text of document.xml, of notes or of headers. Hidden text and tracked deletions are left out. */
export function readDocxBody(bytes: Buffer, context: DocxContext): WordBlock[] {
	const body = new Body(context);
	readOfficeXml(bytes, {
		open: (name, attribute) => elements.get(name)?.open?.(body, attribute),
		close: (name) => elements.get(name)?.close?.(body),
		text: (text) => body.addContent(text),
	});
	return body.finish();
}

/** What has been read, and what the open elements say about the text that comes next. */
class Body {
	readonly #builder = new BlockBuilder();
	readonly #context: DocxContext;
	/** Open elements that decide what others mean. */
	readonly #within = new Set<string>();
	/** Addresses of the open links, the innermost last. */
	readonly #links: (string | undefined)[] = [];
	#paragraph: ParagraphFormat & { readonly style?: DocxStyle; readonly isJoined?: boolean } = {};
	#run: RunFormat = {};
	#note: string | undefined;
	#isRowDeleted = false;
	/** How many tracked deletions, cells and repeated drawings are open. */
	#deletions = 0;
	#cells = 0;
	#repeats = 0;

	constructor(context: DocxContext) {
		this.#context = context;
	}

	finish(): WordBlock[] {
		return this.#builder.finish();
	}

	enter(element: string): void {
		this.#within.add(element);
	}

	leave(element: string): void {
		this.#within.delete(element);
	}

	/** Adds what stands between two tags: text, or the white space of the file. */
	addContent(text: string): void {
		if (this.#within.has("t") || this.#within.has("instrText")) this.addText(text);
	}

	addText(text: string): void {
		const { isHidden, ...run } = this.#run;
		if (isHidden || this.#deletions > 0 || this.#repeats > 0) return;
		const { style } = this.#paragraph;
		const link = this.#links.findLast((address) => address !== undefined);
		this.#builder.add({
			...(style?.font === undefined ? {} : { font: style.font }),
			...(style?.capitals ? { capitals: true } : {}),
			...run,
			text: withSigns(text, run.font ?? style?.font),
			...(link === undefined ? {} : { link }),
		});
	}

	/** A tab within the format of a paragraph is a tab stop. */
	addTab(): void {
		if (!this.#within.has("pPr")) this.addText("\t");
	}

	addPicture(id: string | undefined): void {
		if (this.#repeats > 0) return;
		const reference = this.#context.picture(this.#targetOf(id) ?? "");
		if (reference !== undefined) this.#builder.add({ text: "", picture: reference });
	}

	addNoteMark(id: string): void {
		if (this.#deletions === 0) this.#builder.add({ text: "", noteMark: id });
	}

	startLink(id: string | undefined): void {
		this.#links.push(this.#targetOf(id));
	}

	endLink(): void {
		this.#links.pop();
	}

	startRun(): void {
		this.#run = {};
	}

	/** The same elements format runs, the marks of paragraphs and other things: only those in a run's format count. */
	formatRun(format: RunFormat): void {
		if (this.#within.has("rPr")) this.#run = { ...this.#run, ...format };
	}

	startParagraph(): void {
		this.#paragraph = {};
	}

	formatParagraph(format: ParagraphFormat): void {
		this.#paragraph = { ...this.#paragraph, ...format };
	}

	setStyle(id: string | undefined): void {
		const style = this.#context.styles.get(id ?? "");
		this.#paragraph = {
			...this.#paragraph,
			...formatOfStyle(style?.name ?? ""),
			...(style ? { style } : {}),
		};
	}

	endParagraph(): void {
		const { style: _, isJoined, ...format } = this.#paragraph;
		this.startParagraph();
		if (isJoined) return;
		const whole = this.#note === undefined ? format : { ...format, note: this.#note };
		if (this.#cells > 0) this.#builder.endCellParagraph(whole);
		else this.#builder.endParagraph(whole);
	}

	startNote(id: string): void {
		this.#note = id;
	}

	endNote(): void {
		this.#note = undefined;
	}

	startDeletion(): void {
		this.#deletions += 1;
		// Its mark alone is deleted, so its text goes on in the next one.
		if (this.#within.has("pPr")) this.#paragraph = { ...this.#paragraph, isJoined: true };
		if (this.#within.has("trPr")) this.#isRowDeleted = true;
	}

	endDeletion(): void {
		this.#deletions -= 1;
	}

	startRepeat(): void {
		this.#repeats += 1;
	}

	endRepeat(): void {
		this.#repeats -= 1;
	}

	startCell(): void {
		this.#cells += 1;
	}

	endCell(): void {
		this.#cells -= 1;
		if (this.#cells === 0) this.#builder.closeCell();
	}

	startRow(): void {
		this.#isRowDeleted = false;
	}

	endRow(): void {
		if (this.#cells > 0) return;
		if (this.#isRowDeleted) this.#builder.dropRow();
		else this.#builder.endRow();
	}

	#targetOf(id: string | undefined): string | undefined {
		return this.#context.targets.get(id ?? "");
	}
}

const elements: ReadonlyMap<string, ElementRule<Body>> = new Map(
	Object.entries<ElementRule<Body>>({
		p: { open: (body) => body.startParagraph(), close: (body) => body.endParagraph() },
		pPr: surrounding("pPr"),
		pStyle: { open: (body, attribute) => body.setStyle(attribute("val")) },
		outlineLvl: {
			open: (body, attribute) => body.formatParagraph(formatOfOutline(Number(attribute("val")))),
		},
		numPr: { open: (body) => body.formatParagraph({ isListItem: true }) },
		r: { open: (body) => body.startRun(), close: (body) => body.startRun() },
		rPr: surrounding("rPr"),
		rFonts: runFormat((attribute) => formatOfFont(attribute("hAnsi") ?? attribute("ascii"))),
		b: runFormat((attribute) => ({ bold: isOn(attribute("val")) })),
		i: runFormat((attribute) => ({ italic: isOn(attribute("val")) })),
		caps: runFormat((attribute) => ({ capitals: isOn(attribute("val")) })),
		vanish: runFormat((attribute) => ({ isHidden: isOn(attribute("val")) })),
		vertAlign: runFormat((attribute) => scripts.get(attribute("val") ?? "") ?? {}),
		t: surrounding("t"),
		instrText: surrounding("instrText"),
		fldChar: text((attribute) => fieldMarks.get(attribute("fldCharType") ?? "") ?? ""),
		sym: text((attribute) => signOf(attribute("font") ?? "", Number.parseInt(attribute("char") ?? "20", 16))),
		tab: { open: (body) => body.addTab() },
		br: text(() => "\n"),
		cr: text(() => "\n"),
		noBreakHyphen: text(() => "-"),
		hyperlink: {
			open: (body, attribute) => body.startLink(attribute("id")),
			close: (body) => body.endLink(),
		},
		blip: { open: (body, attribute) => body.addPicture(attribute("embed")) },
		imagedata: { open: (body, attribute) => body.addPicture(attribute("id")) },
		// The same drawing again, for old versions of Word.
		Fallback: { open: (body) => body.startRepeat(), close: (body) => body.endRepeat() },
		tc: { open: (body) => body.startCell(), close: (body) => body.endCell() },
		tr: { open: (body) => body.startRow(), close: (body) => body.endRow() },
		trPr: surrounding("trPr"),
		footnote: note(""),
		endnote: note("c"),
		footnoteReference: noteMark(""),
		endnoteReference: noteMark("c"),
		del: deletion(),
		moveFrom: deletion(),
	}),
);

/** An element that decides what others mean. */
function surrounding(element: string): ElementRule<Body> {
	return { open: (body) => body.enter(element), close: (body) => body.leave(element) };
}

function runFormat(read: (attribute: Attribute) => RunFormat): ElementRule<Body> {
	return { open: (body, attribute) => body.formatRun(read(attribute)) };
}

/** An element that stands for text. */
function text(read: (attribute: Attribute) => string): ElementRule<Body> {
	return { open: (body, attribute) => body.addText(read(attribute)) };
}

/** Footnotes and endnotes have ids of their own, so one kind has a prefix. */
function note(prefix: string): ElementRule<Body> {
	return {
		open: (body, attribute) => body.startNote(noteId(prefix, attribute)),
		close: (body) => body.endNote(),
	};
}

function noteMark(prefix: string): ElementRule<Body> {
	return { open: (body, attribute) => body.addNoteMark(noteId(prefix, attribute)) };
}

function noteId(prefix: string, attribute: Attribute): string {
	return `${prefix}${(attribute("id") ?? "").replace(/\D/g, "")}`;
}

function deletion(): ElementRule<Body> {
	return { open: (body) => body.startDeletion(), close: (body) => body.endDeletion() };
}

/** Properties without a value are on. */
function isOn(value: string | undefined): boolean {
	return value !== "0" && value !== "false" && value !== "none";
}

function formatOfFont(font: string | undefined): RunFormat {
	return font === undefined ? {} : { font };
}

function formatOfOutline(level: number): ParagraphFormat {
	return level < 6 ? { level: level + 1 } : {};
}

function formatOfStyle(name: string): ParagraphFormat {
	const heading = /^heading (\d)/i.exec(name)?.[1];
	if (heading !== undefined) return { level: Math.min(6, Number(heading)) };
	if (/^title$/i.test(name)) return { level: 0 };
	if (/^caption$/i.test(name)) return { isCaption: true };
	return /^list\b/i.test(name) ? { isListItem: true } : {};
}
