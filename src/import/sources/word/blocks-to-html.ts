import { escapeHtml } from "../../escape-html.ts";
import { isTable, paragraphsOf, type WordBlock, type WordParagraph, type WordRun } from "./word-document.ts";

/** A document's text as HTML: paragraphs, headings, lists, tables, pictures with their captions, emphasis, links. */
export function blocksToHtml(all: readonly WordBlock[]): string {
	const parts: string[] = [];
	const notes = notesOf(all);
	const blocks = all
		.filter((block) => isTable(block) || block.note === undefined || !notes.has(block.note))
		.map((block) => withoutMarks(block, notes));
	for (let index = 0; index < blocks.length; index++) {
		const block = blocks[index];
		if (!block) break;
		if (isTable(block)) {
			parts.push(tableToHtml(block.rows));
			continue;
		}
		const caption = captionBelow(blocks, index);
		if (caption !== undefined) {
			parts.push(`<figure>${runsToHtml(block.runs)}<figcaption>${escapeHtml(caption)}</figcaption></figure>`);
			index += 1;
		} else if (block.isListItem) {
			let last = index;
			while (isListItem(blocks[last + 1])) last += 1;
			const items = blocks.slice(index, last + 1) as WordParagraph[];
			parts.push(`<ul>${items.map(({ runs }) => `<li>${runsToHtml(runs)}</li>`).join("")}</ul>`);
			index = last;
		} else parts.push(paragraphToHtml(block));
	}
	if (notes.size > 0) parts.push(notesToHtml(notes));
	return parts.filter((part) => part !== "").join("\n");
}

/** The notes that the text calls, in the order of their marks. */
function notesOf(blocks: readonly WordBlock[]): ReadonlyMap<string, readonly WordParagraph[]> {
	const paragraphs = paragraphsOf(blocks);
	const texts = new Map<string, WordParagraph[]>();
	for (const paragraph of paragraphs) {
		const { note } = paragraph;
		if (note === undefined || textOf(paragraph) === "") continue;
		const known = texts.get(note);
		if (known) known.push(paragraph);
		else texts.set(note, [paragraph]);
	}
	const called = paragraphs
		.filter(({ note }) => note === undefined)
		.flatMap(({ runs }) => runs.flatMap(({ noteMark }) => noteMark ?? []));
	return new Map(
		called.flatMap((mark) => {
			const text = texts.get(mark);
			return text ? [[mark, text] as const] : [];
		}),
	);
}

/** A mark without its note calls nothing. */
function withoutMarks(block: WordBlock, notes: ReadonlyMap<string, unknown>): WordBlock {
	const isKept = ({ noteMark }: WordRun) => noteMark === undefined || notes.has(noteMark);
	if (!isTable(block)) return { ...block, runs: block.runs.filter(isKept) };
	const rows = block.rows.map((row) =>
		row.map((cell) => cell.map((paragraph) => ({ ...paragraph, runs: paragraph.runs.filter(isKept) }))),
	);
	return { rows };
}

/** As our own pages have them. */
function notesToHtml(notes: ReadonlyMap<string, readonly WordParagraph[]>): string {
	const items = [...notes].map(
		([id, paragraphs]) =>
			`<li id="chu-thich-${id}">${paragraphs.map(({ runs }) => runsToHtml(runs).trim()).join("<br>")}</li>`,
	);
	return `<section class="footnotes"><ol>${items.join("")}</ol></section>`;
}

/** The caption of a picture that is alone in its paragraph: the text of the next one, if that looks like a caption. */
export function captionBelow(blocks: readonly WordBlock[], index: number): string | undefined {
	const [block, next] = [blocks[index], blocks[index + 1]];
	if (!block || !next || isTable(block) || isTable(next)) return undefined;
	const isPicture =
		block.runs.some(({ picture }) => picture !== undefined) && textOf(block) === "" && textOf(next) !== "";
	if (!isPicture) return undefined;
	const isItalic = next.runs.every(({ text, italic }) => italic === true || text.trim() === "");
	return next.isCaption || (isItalic && textOf(next).length <= 300) ? textOf(next) : undefined;
}

/** A paragraph's text, trimmed. */
export function textOf({ runs }: WordParagraph): string {
	return runs
		.map(({ text }) => text)
		.join("")
		.trim();
}

function isListItem(block: WordBlock | undefined): block is WordParagraph {
	return block !== undefined && !isTable(block) && block.isListItem === true && textOf(block) !== "";
}

function paragraphToHtml(paragraph: WordParagraph): string {
	const content = runsToHtml(paragraph.runs);
	if (content.trim() === "") return "";
	const { level } = paragraph;
	const tag = level === undefined || level < 1 ? "p" : `h${Math.min(6, level + 1)}`;
	return `<${tag}>${content}</${tag}>`;
}

function tableToHtml(rows: readonly (readonly (readonly WordParagraph[])[])[]): string {
	const cell = (paragraphs: readonly WordParagraph[]) =>
		`<td>${paragraphs
			.map(({ runs }) => runsToHtml(runs))
			.filter((content) => content.trim() !== "")
			.join("<br>")}</td>`;
	return `<table>${rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("")}</table>`;
}

/** Adjacent runs of the same format become one element. */
function runsToHtml(runs: readonly WordRun[]): string {
	const groups: { run: WordRun; text: string }[] = [];
	for (const run of runs) {
		const last = groups.at(-1);
		const isSame =
			last &&
			isPlain(run) &&
			isPlain(last.run) &&
			last.run.script === run.script &&
			last.run.link === run.link &&
			(last.run.bold ?? false) === (run.bold ?? false) &&
			(last.run.italic ?? false) === (run.italic ?? false);
		if (isSame) last.text += run.text;
		else groups.push({ run, text: run.text });
	}
	return groups.map(({ run, text }) => runToHtml(run, text)).join("");
}

function isPlain({ picture, noteMark }: WordRun): boolean {
	return picture === undefined && noteMark === undefined;
}

function runToHtml({ picture, noteMark, script, link, bold, italic }: WordRun, text: string): string {
	if (noteMark !== undefined) return `<sup><a href="#chu-thich-${noteMark}">${noteMark}</a></sup>`;
	if (picture !== undefined) return `<img src="${escapeHtml(picture)}" alt="">`;
	let html = escapeHtml(text).replaceAll("\n", "<br>");
	if (text.trim() === "") return html;
	if (script !== undefined) html = `<${script}>${html}</${script}>`;
	if (italic) html = `<em>${html}</em>`;
	if (bold) html = `<strong>${html}</strong>`;
	return link === undefined ? html : `<a href="${escapeHtml(link)}">${html}</a>`;
}
