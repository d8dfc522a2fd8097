import type { WordBlock, WordParagraph, WordRun } from "./word-document.ts";

export type ParagraphFormat = Omit<WordParagraph, "runs">;

// biome-ignore lint/suspicious/noControlCharactersInRegex: Word marks fields with control characters
const fieldMarks = /([\u0013\u0014\u0015])/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: Word's marks of notes, objects and optional hyphens
const otherMarks = /[\u0000-\u0008\u000E-\u001F]/g;
const hyperlink = /HYPERLINK\s+(?:\\\w\s+)*"([^"]+)"/;

/** Builds a document from runs and the ends of paragraphs, cells and rows, in the order of the text. */
export class BlockBuilder {
	readonly #blocks: WordBlock[] = [];
	#runs: WordRun[] = [];
	#cell: WordParagraph[] = [];
	#row: WordParagraph[][] = [];
	#rows: WordParagraph[][][] = [];
	/** Open fields, the innermost last: their instructions, and whether their result has begun. */
	readonly #fields: { instruction: string; hasResult: boolean }[] = [];

	/** Adds text, which may contain Word's control characters for fields, line breaks and notes. */
	add(run: WordRun): void {
		if (run.picture !== undefined || run.noteMark !== undefined) {
			this.#runs.push(run);
			return;
		}
		for (const part of run.text.split(fieldMarks)) {
			const field = this.#fields.at(-1);
			if (part === "\u0013") this.#fields.push({ instruction: "", hasResult: false });
			else if (part === "\u0014" && field) field.hasResult = true;
			else if (part === "\u0015") this.#fields.pop();
			else if (field && !field.hasResult) field.instruction += part;
			else this.#addText({ ...run, text: part });
		}
	}

	endParagraph(format: ParagraphFormat): void {
		this.#endTable();
		this.#blocks.push({ ...format, runs: this.#takeRuns() });
	}

	endCellParagraph(format: ParagraphFormat): void {
		this.#cell.push({ ...format, runs: this.#takeRuns() });
	}

	endCell(format: ParagraphFormat): void {
		this.endCellParagraph(format);
		this.closeCell();
	}

	/** Ends a cell, after its last paragraph has ended. */
	closeCell(): void {
		this.#row.push(this.#cell);
		this.#cell = [];
	}

	/** Ends a row. The mark of a row's end adds no text. */
	endRow(): void {
		if (this.#row.length > 0) this.#rows.push(this.#row);
		this.#row = [];
	}

	/** Leaves out the row that has just been read. */
	dropRow(): void {
		this.#row = [];
	}

	finish(): WordBlock[] {
		if (this.#cell.length > 0) this.#row.push(this.#cell);
		this.#cell = [];
		this.#endTable();
		if (this.#runs.length > 0) this.#blocks.push({ runs: this.#takeRuns() });
		return this.#blocks;
	}

	#addText(run: WordRun): void {
		const text = run.text.replaceAll("\u000B", "\n").replace(otherMarks, "");
		if (text === "") return;
		const link = this.#fields
			.map(({ instruction }) => hyperlink.exec(instruction)?.[1])
			.findLast((address) => address !== undefined);
		this.#runs.push({ ...run, text, ...(link === undefined ? {} : { link }) });
	}

	#endTable(): void {
		if (this.#row.length > 0) this.endRow();
		if (this.#rows.length > 0) this.#blocks.push({ rows: this.#rows });
		this.#rows = [];
	}

	#takeRuns(): WordRun[] {
		const runs = this.#runs;
		this.#runs = [];
		return runs;
	}
}
