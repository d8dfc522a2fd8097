import { detectLegacy, type LegacyEncoding, legacyFont, repairText } from "../../encodings/index.ts";
import {
	isTable,
	paragraphsOf,
	plainText,
	type WordBlock,
	type WordParagraph,
	type WordRun,
} from "./word-document.ts";

/** A document in Unicode, and the number of paragraphs converted from each encoding. */
export interface RepairedBlocks {
	readonly blocks: readonly WordBlock[];
	readonly converted: ReadonlyMap<LegacyEncoding, number>;
}

/**
 * Converts text in TCVN3, VNI and similar encodings, paragraph by paragraph and within a paragraph by font. Where a few
 * words are ambiguous, all text in the same font decides, then the whole document. A document pasted from two sources
 * may have two encodings.
 */
export function repairBlocks(blocks: readonly WordBlock[]): RepairedBlocks {
	const encodingOf = encodingsByFont(blocks);
	const converted = new Map<LegacyEncoding, number>();
	const repairParagraph = (paragraph: WordParagraph): WordParagraph => {
		const kinds = new Set<LegacyEncoding>();
		const runs = groupByFont(paragraph.runs).flatMap((group) =>
			repairGroup(group, encodingOf(group[0]?.font), kinds),
		);
		for (const kind of kinds) converted.set(kind, (converted.get(kind) ?? 0) + 1);
		return { ...paragraph, runs };
	};
	const repaired = blocks.map((block) =>
		isTable(block)
			? { rows: block.rows.map((row) => row.map((cell) => cell.map(repairParagraph))) }
			: repairParagraph(block),
	);
	return { blocks: repaired, converted };
}

/** The encoding of the text in each font: detected by statistics, and trusted if the font's name agrees. */
function encodingsByFont(
	blocks: readonly WordBlock[],
): (font: string | undefined) => LegacyEncoding | undefined {
	const texts = new Map<string | undefined, string[]>();
	for (const { font, text } of paragraphsOf(blocks).flatMap(({ runs }) => runs)) {
		const known = texts.get(font);
		if (known) known.push(text);
		else texts.set(font, [text]);
	}
	const whole = detectLegacy(plainText(blocks))?.encoding;
	const found = new Map(
		[...texts].map(([font, parts]) => {
			const encoding = detectLegacy(parts.join("\n"))?.encoding;
			return [font, encoding === legacyFont(font ?? "")?.encoding ? encoding : undefined];
		}),
	);
	return (font) => found.get(font) ?? whole;
}

/** Groups adjacent runs of one font: a word may be half bold, but is judged as a whole. */
function groupByFont(runs: readonly WordRun[]): WordRun[][] {
	const groups: WordRun[][] = [];
	for (const run of runs) {
		const last = groups.at(-1);
		if (last && last[0]?.font === run.font) last.push(run);
		else groups.push([run]);
	}
	return groups;
}

function repairGroup(
	group: readonly WordRun[],
	encoding: LegacyEncoding | undefined,
	kinds: Set<LegacyEncoding>,
): WordRun[] {
	const font = group[0]?.font;
	const hints = { ...(font === undefined ? {} : { font }), ...(encoding === undefined ? {} : { encoding }) };
	const whole = repairText(group.map(({ text }) => text).join(""), hints);
	for (const { kind } of whole.changes) if (kind !== "entities") kinds.add(kind);
	const pieces =
		whole.changes.length === 0 ? undefined : group.map(({ text }) => repairText(text, hints).text);
	// Most conversions work run by run. Where the results do not add up, the group becomes one run.
	if (pieces && pieces.join("") !== whole.text) {
		const withoutText = group.slice(1).filter(({ text }) => text === "");
		return [{ ...group[0], text: whole.text }, ...withoutText];
	}
	return group.map((run, index) => {
		const text = pieces?.[index] ?? run.text;
		return { ...run, text: run.capitals === true ? text.toUpperCase() : text };
	});
}
