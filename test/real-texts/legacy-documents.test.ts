/** Real documents of 2002–2009 in TCVN3 and VNI fonts, compared with their text in Unicode. */
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { describe, expect, test } from "vitest";
import { repairText } from "../../src/import/encodings/index.ts";
import { readWordFile } from "../../src/import/sources/word/read-word-file.ts";
import { repairBlocks } from "../../src/import/sources/word/repair-document.ts";
import { plainText } from "../../src/import/sources/word/word-document.ts";
import { isWholeCollection, realText, sampled } from "../support/real-texts.ts";

const folder = realText("corpus/legacy/docs");
const documents = join(folder, "corpus/public-domain");
const least = 0.995;
/** The number of differences at which the comparison of a document stops. */
const mostDifferences = 20_000;

/** Documents whose transcript is wrong: it includes tracked deletions. */
const struckOut = new Set(["2004-1ED4D_Francois_Godement-Thoikyquado.doc"]);

describe("real documents in TCVN3 and VNI", () => {
	test("Word files come out as their transcripts have them", async () => {
		const shares = new Map<string, number>();
		for (const encoding of ["tcvn3", "vni"]) {
			const names = (await readdir(join(documents, encoding))).filter((name) => /\.(?:doc|rtf)$/.test(name));
			for (const name of sampled(names.sort(), 6)) {
				const { blocks, aside } = await readWordFile(await readFile(join(documents, encoding, name)));
				const truth = await readFile(join(folder, "ground-truth", name.replace(/\.\w+$/, ".txt")), "utf8");
				shares.set(name, shareOfEqual(plainText(repairBlocks([...blocks, ...aside]).blocks), truth));
			}
		}
		const lines = [...shares].map(([name, share]) => `${(share * 100).toFixed(2).padStart(6)} %  ${name}`);
		console.log(lines.join("\n"));
		expect(shares.size).toBeGreaterThan(isWholeCollection ? 50 : 8);
		const low = [...shares].filter(([name, share]) => share < least && !struckOut.has(name));
		expect(low).toEqual([]);
	}, 300_000);
});

const articles = realText("corpus/articles.jsonl.gz");
describe("real articles in Unicode", () => {
	test("are left as they are, but for what was read as windows-1252", async () => {
		let count = 0;
		const changed: string[] = [];
		const lines = createInterface({ input: createReadStream(articles).pipe(createGunzip()) });
		for await (const line of lines) {
			count += 1;
			if (!isWholeCollection && count % 12 !== 0) continue;
			const article: Readonly<Record<string, unknown>> = JSON.parse(line);
			for (const field of ["title", "summary", "body"]) {
				const text = article[field];
				if (typeof text !== "string") continue;
				const kinds = repairText(text).changes.map(({ kind }) => kind);
				// Messages name only the place, never the text.
				if (kinds.some((kind) => kind !== "entities" && kind !== "twice-encoded"))
					changed.push(`${count} ${field}`);
			}
		}
		expect(count).toBeGreaterThan(10_000);
		expect(changed).toEqual([]);
	}, 120_000);
});

/** Field instructions, which Word does not show, and the lines that the transcripts draw between cells. */
const notText = /\b(?:PAGE|EMBED\s+\S+|SHAPE\s+\\\*\s+MERGEFORMAT)\b|\|/g;

/**
 * The share of the transcript's characters that our text has in the same order. White space is ignored, as tables are
 * laid out differently. Case is ignored, as the transcripts do not know which fonts draw small letters as capitals.
 */
function shareOfEqual(ours: string, truth: string): number {
	const [a, b] = [comparable(ours), comparable(truth.replace(notText, ""))];
	return longestCommon(a, b) / b.length;
}

function comparable(text: string): string {
	return text.normalize("NFC").toLowerCase().replace(/\|/g, "").replace(/\s+/g, "");
}

/** The length of the longest common subsequence, by Myers' algorithm; 0 if there are more than `mostDifferences`. */
function longestCommon(a: string, b: string): number {
	const most = Math.min(a.length + b.length, mostDifferences);
	const middle = most + 1;
	const reach = new Int32Array(2 * most + 3);
	for (let differences = 0; differences <= most; differences++) {
		for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
			const left = reach[middle + diagonal - 1] ?? 0;
			const above = reach[middle + diagonal + 1] ?? 0;
			let x = diagonal === -differences || (diagonal !== differences && left < above) ? above : left + 1;
			while (x < a.length && x - diagonal < b.length && a.charCodeAt(x) === b.charCodeAt(x - diagonal)) x++;
			reach[middle + diagonal] = x;
			if (x >= a.length && x - diagonal >= b.length) return (a.length + b.length - differences) / 2;
		}
	}
	return 0;
}
