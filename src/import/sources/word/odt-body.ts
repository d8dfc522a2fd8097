import { BlockBuilder, type ParagraphFormat } from "./block-builder.ts";
import { readDocxXml } from "./docx-xml.ts";
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

/** Reads the text of an OpenDocument part. Tracked deletions and hidden text are left out; comments are apart. */
export function readOdtBody(
	bytes: Buffer,
	{ styles, picture, root }: OdtContext,
): { readonly blocks: WordBlock[]; readonly aside: WordBlock[] } {
	const builder = new BlockBuilder();
	const comments = new BlockBuilder();
	/** Open paragraphs with what belongs to them; a note or a frame within one has paragraphs of its own. */
	const paragraphs: (ParagraphFormat & { style?: OdtStyle })[] = [];
	const spans: (OdtStyle | undefined)[] = [];
	const links: (string | undefined)[] = [];
	/** Text within notes waits for the end of the paragraph that calls them. */
	const notes: { id: string; runs: WordRun[][] }[] = [];
	const finished: { id: string; runs: WordRun[][] }[] = [];
	let within = 0;
	let skipping = 0;
	let commenting = 0;
	let lists = 0;
	let cells = 0;
	let repeats = 1;
	let count = 0;

	const put = (run: WordRun) => {
		const note = notes.at(-1);
		if (commenting > 0) comments.add(run);
		else if (note) note.runs.at(-1)?.push(run);
		else builder.add(run);
	};
	const add = (text: string) => {
		const paragraph = paragraphs.at(-1)?.style;
		const merged: Partial<OdtStyle> = Object.assign({}, paragraph, ...spans);
		if (paragraphs.length === 0 || merged.isHidden || within === 0 || skipping > 0) return;
		const { bold, italic, font, capitals, script } = merged;
		const link = links.findLast((href) => href !== undefined);
		put({
			text: withSigns(text, font),
			...(font === undefined ? {} : { font }),
			...(bold ? { bold } : {}),
			...(italic ? { italic } : {}),
			...(capitals ? { capitals } : {}),
			...(script === undefined ? {} : { script }),
			...(link === undefined ? {} : { link }),
		});
	};
	const endParagraph = () => {
		const { style: _, ...format } = paragraphs.pop() ?? {};
		if (commenting > 0) comments.endParagraph(format);
		else if (notes.length > 0) return;
		else if (cells > 0) builder.endCellParagraph(format);
		else if (paragraphs.length === 0) builder.endParagraph(format);
		else builder.add({ text: "\n" });
	};

	readDocxXml(bytes, {
		open: (name, attribute) => {
			if (name === root) within += 1;
			if (skipped.has(name)) skipping += 1;
			if (within === 0 || skipping > 0) return;
			if (name === "p" || name === "h") {
				const style = styles.get(`paragraph ${attribute("style-name") ?? ""}`);
				const level = name === "h" ? Math.min(6, Number(attribute("outline-level") ?? 1) || 1) : undefined;
				paragraphs.push({
					...formatOf(style?.name ?? attribute("style-name") ?? ""),
					...(level === undefined ? {} : { level }),
					...(lists > 0 ? { isListItem: true } : {}),
					...(style ? { style } : {}),
				});
				notes.at(-1)?.runs.push([]);
			} else if (name === "span") spans.push(styles.get(`text ${attribute("style-name") ?? ""}`));
			else if (name === "a") links.push(attribute("href"));
			else if (name === "s") add(" ".repeat(Math.min(mostRepeated, Number(attribute("c") ?? 1) || 1)));
			else if (name === "tab") add("\t");
			else if (name === "line-break") add("\n");
			else if (name === "note") {
				count += 1;
				put({ text: "", noteMark: String(count) });
				notes.push({ id: String(count), runs: [] });
			} else if (name === "annotation") commenting += 1;
			else if (name === "list") lists += 1;
			else if (name === "table-cell") {
				cells += 1;
				repeats = Math.min(mostRepeated, Number(attribute("number-columns-repeated") ?? 1) || 1);
			} else if (name === "covered-table-cell" && cells === 0) builder.closeCell();
			else if (name === "image") {
				const reference = picture(attribute("href") ?? "");
				if (reference !== undefined) put({ text: "", picture: reference });
			}
		},
		close: (name) => {
			if (skipped.has(name)) {
				skipping -= 1;
				return;
			}
			if (within === 0 || skipping > 0) return;
			if (name === root) within -= 1;
			else if (name === "p" || name === "h") endParagraph();
			else if (name === "span") spans.pop();
			else if (name === "a") links.pop();
			else if (name === "note") {
				const note = notes.pop();
				if (note) finished.push(note);
			} else if (name === "annotation") commenting -= 1;
			else if (name === "list") lists -= 1;
			else if (name === "table-cell") {
				cells -= 1;
				if (cells === 0) for (let each = 0; each < repeats; each += 1) builder.closeCell();
				repeats = 1;
			} else if (name === "table-row" && cells === 0) builder.endRow();
		},
		text: (text) => add(text.replace(/\s+/g, " ")),
	});
	const called = finished.flatMap(({ id, runs }) =>
		runs.map((each): WordBlock => ({ runs: each, note: id })),
	);
	return { blocks: [...builder.finish(), ...called], aside: comments.finish() };
}

function formatOf(name: string): ParagraphFormat {
	if (/^title$/i.test(name)) return { level: 0 };
	const heading = /^heading (\d)/i.exec(name)?.[1];
	if (heading !== undefined) return { level: Math.min(6, Number(heading)) };
	return /^(?:caption|illustration|figure)$/i.test(name) ? { isCaption: true } : {};
}
