import { BlockBuilder, type ParagraphFormat } from "./block-builder.ts";
import { type ElementRule, readOfficeXml } from "./office-xml.ts";
import { withSigns } from "./symbol-fonts.ts";
import type { WordBlock, WordRun } from "./word-document.ts";

/** A style of a paragraph or of text. */
export interface OdtStyle {
	readonly name: string;
	readonly parent?: string;
	readonly font?: string;
	readonly bold?: boolean;
	readonly italic?: boolean;
	readonly capitals?: boolean;
	readonly isHidden?: boolean;
	readonly script?: "sup" | "sub";
}

export interface OdtContext {
	/** By family and name: "paragraph P1". */
	readonly styles: ReadonlyMap<string, OdtStyle>;
	/** Gives the reference of a picture; undefined if the archive lacks it. */
	readonly picture: (href: string) => string | undefined;
	/** The element below which text is read: the document's text, or the pages' headers and footers. */
	readonly root: "text" | "master-styles";
}

/** Headings have the levels 1 to 6. */
const deepestLevel = 6;
/** The most cells or spaces that one element may stand for. */
const mostRepeated = 100;
/** Elements whose text readers of the document never see, or see beside it. */
const skipped = new Set([
	"tracked-changes",
	"sequence-decls",
	"note-citation",
	"ruby-text",
	"title",
	"desc",
	"forms",
]);

export interface OdtText {
	readonly blocks: WordBlock[];
	/** Comments. */
	readonly aside: WordBlock[];
}

/** Reads the text of an OpenDocument part. Tracked deletions and hidden text are left out; comments are apart. */
export function readOdtBody(bytes: Buffer, context: OdtContext): OdtText {
	const body = new Body(context);
	const { root } = context;
	let within = 0;
	let skipping = 0;
	readOfficeXml(bytes, {
		open: (name, attribute) => {
			if (name === root) within += 1;
			if (skipped.has(name)) skipping += 1;
			if (within > 0 && skipping === 0) elements.get(name)?.open?.(body, attribute);
		},
		close: (name) => {
			if (within > 0 && skipping === 0) elements.get(name)?.close?.(body);
			if (name === root) within -= 1;
			if (skipped.has(name)) skipping -= 1;
		},
		text: (text) => {
			if (within > 0 && skipping === 0) body.addText(text.replace(/\s+/g, " "));
		},
	});
	return body.finish();
}

interface Note {
	readonly id: string;
	/** The runs of each of its paragraphs. */
	readonly paragraphs: WordRun[][];
}

/** What has been read, and what the open elements say about the text that comes next. */
class Body {
	readonly #context: OdtContext;
	readonly #builder = new BlockBuilder();
	readonly #comments = new BlockBuilder();
	/** Open paragraphs with what belongs to them; a note or a frame within one has paragraphs of its own. */
	readonly #paragraphs: (ParagraphFormat & { style?: OdtStyle })[] = [];
	readonly #spans: (OdtStyle | undefined)[] = [];
	readonly #links: (string | undefined)[] = [];
	/** Text within notes waits for the end of the paragraph that calls them. */
	readonly #openNotes: Note[] = [];
	readonly #notes: Note[] = [];
	#noteCount = 0;
	/** How many comments, lists and cells are open. */
	#commenting = 0;
	#lists = 0;
	#cells = 0;
	/** How many cells the open one stands for. */
	#repeats = 1;

	constructor(context: OdtContext) {
		this.#context = context;
	}

	finish(): OdtText {
		const notes = this.#notes.flatMap(({ id, paragraphs }) =>
			paragraphs.map((runs): WordBlock => ({ runs, note: id })),
		);
		return { blocks: [...this.#builder.finish(), ...notes], aside: this.#comments.finish() };
	}

	addText(text: string): void {
		const paragraph = this.#paragraphs.at(-1);
		const style: Partial<OdtStyle> = Object.assign({}, paragraph?.style, ...this.#spans);
		if (!paragraph || style.isHidden) return;
		const { bold, italic, font, capitals, script } = style;
		const link = this.#links.findLast((href) => href !== undefined);
		this.#put({
			text: withSigns(text, font),
			...(font === undefined ? {} : { font }),
			...(bold ? { bold } : {}),
			...(italic ? { italic } : {}),
			...(capitals ? { capitals } : {}),
			...(script === undefined ? {} : { script }),
			...(link === undefined ? {} : { link }),
		});
	}

	addPicture(href: string): void {
		const picture = this.#context.picture(href);
		if (picture !== undefined) this.#put({ text: "", picture });
	}

	startParagraph(styleName: string, format: ParagraphFormat): void {
		const style = this.#context.styles.get(`paragraph ${styleName}`);
		this.#paragraphs.push({
			...formatOf(style?.name ?? styleName),
			...format,
			...(this.#lists > 0 ? { isListItem: true } : {}),
			...(style ? { style } : {}),
		});
		this.#openNotes.at(-1)?.paragraphs.push([]);
	}

	endParagraph(): void {
		const { style: _, ...format } = this.#paragraphs.pop() ?? {};
		if (this.#commenting > 0) this.#comments.endParagraph(format);
		else if (this.#openNotes.length > 0) return;
		else if (this.#cells > 0) this.#builder.endCellParagraph(format);
		else if (this.#paragraphs.length === 0) this.#builder.endParagraph(format);
		else this.#builder.add({ text: "\n" });
	}

	startSpan(styleName: string): void {
		this.#spans.push(this.#context.styles.get(`text ${styleName}`));
	}

	endSpan(): void {
		this.#spans.pop();
	}

	startLink(href: string | undefined): void {
		this.#links.push(href);
	}

	endLink(): void {
		this.#links.pop();
	}

	startNote(): void {
		this.#noteCount += 1;
		const id = String(this.#noteCount);
		this.#put({ text: "", noteMark: id });
		this.#openNotes.push({ id, paragraphs: [] });
	}

	endNote(): void {
		const note = this.#openNotes.pop();
		if (note) this.#notes.push(note);
	}

	startComment(): void {
		this.#commenting += 1;
	}

	endComment(): void {
		this.#commenting -= 1;
	}

	startList(): void {
		this.#lists += 1;
	}

	endList(): void {
		this.#lists -= 1;
	}

	startCell(repeats: number): void {
		this.#cells += 1;
		this.#repeats = repeats;
	}

	endCell(): void {
		this.#cells -= 1;
		if (this.#cells === 0) for (let each = 0; each < this.#repeats; each += 1) this.#builder.closeCell();
		this.#repeats = 1;
	}

	/** A cell that a merged one covers. */
	addCoveredCell(): void {
		if (this.#cells === 0) this.#builder.closeCell();
	}

	endRow(): void {
		if (this.#cells === 0) this.#builder.endRow();
	}

	#put(run: WordRun): void {
		const note = this.#openNotes.at(-1);
		if (this.#commenting > 0) this.#comments.add(run);
		else if (note) note.paragraphs.at(-1)?.push(run);
		else this.#builder.add(run);
	}
}

const elements: ReadonlyMap<string, ElementRule<Body>> = new Map(
	Object.entries<ElementRule<Body>>({
		p: {
			open: (body, attribute) => body.startParagraph(attribute("style-name") ?? "", {}),
			close: (body) => body.endParagraph(),
		},
		h: {
			open: (body, attribute) =>
				body.startParagraph(attribute("style-name") ?? "", {
					level: numberIn(attribute("outline-level"), deepestLevel),
				}),
			close: (body) => body.endParagraph(),
		},
		span: {
			open: (body, attribute) => body.startSpan(attribute("style-name") ?? ""),
			close: (body) => body.endSpan(),
		},
		a: {
			open: (body, attribute) => body.startLink(attribute("href")),
			close: (body) => body.endLink(),
		},
		s: { open: (body, attribute) => body.addText(" ".repeat(numberIn(attribute("c"), mostRepeated))) },
		tab: { open: (body) => body.addText("\t") },
		"line-break": { open: (body) => body.addText("\n") },
		note: { open: (body) => body.startNote(), close: (body) => body.endNote() },
		annotation: { open: (body) => body.startComment(), close: (body) => body.endComment() },
		list: { open: (body) => body.startList(), close: (body) => body.endList() },
		"table-cell": {
			open: (body, attribute) => body.startCell(numberIn(attribute("number-columns-repeated"), mostRepeated)),
			close: (body) => body.endCell(),
		},
		"covered-table-cell": { open: (body) => body.addCoveredCell() },
		"table-row": { close: (body) => body.endRow() },
		image: { open: (body, attribute) => body.addPicture(attribute("href") ?? "") },
	}),
);

/** A number from 1 to the most that is read; 1 where the file has none. */
function numberIn(written: string | undefined, most: number): number {
	return Math.max(1, Math.min(most, Math.trunc(Number(written)) || 1));
}

function formatOf(name: string): ParagraphFormat {
	if (/^title$/i.test(name)) return { level: 0 };
	const heading = /^heading (\d)/i.exec(name)?.[1];
	if (heading !== undefined) return { level: Math.min(deepestLevel, Number(heading)) };
	return /^(?:caption|illustration|figure)$/i.test(name) ? { isCaption: true } : {};
}
