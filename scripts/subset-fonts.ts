/**
 * Makes the site's fonts: from the whole fonts, files that hold the Vietnamese alphabet and its punctuation and
 * nothing else. The results are committed, so this runs only when a font or the list of characters changes:
 *
 *     npm pack @expo-google-fonts/source-serif-4@0.4.1 @expo-google-fonts/be-vietnam-pro@0.4.1 @expo-google-fonts/inter@0.4.2
 *     (unpack them into FOLDER)
 *     npx tsx scripts/subset-fonts.ts FOLDER
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import subsetFont from "subset-font";

const outputDirectory = path.join(import.meta.dirname, "../src/site/styles/fonts");
/** Share cards are drawn by a library that reads TrueType only. */
const cardDirectory = path.join(import.meta.dirname, "../src/images/fonts");

/** Every Vietnamese vowel under every tone, and the consonants; both cases, precomposed. */
function vietnameseAlphabet(): string {
	const tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
	const vowels = [..."aăâeêioôơuưy"].flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize("NFC")));
	const lower = `${vowels.join("")}đ`;
	return lower + lower.toUpperCase();
}

const basicLatin = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index));
const punctuation = "\u00a0\u2009\u202f‘’“”«»‹›…–—·•°%€₫§©®№→←↑↓×÷±²³½";
/** Text that was typed decomposed still has to be read. */
const combiningMarks = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323";

const characters = basicLatin + vietnameseAlphabet() + punctuation + combiningMarks;

/** Marks on letters, kerning, ligatures, and figures of one width for columns of dates. */
const features = ["ccmp", "locl", "mark", "mkmk", "kern", "liga", "tnum"];

/** Of dates and times: Be Vietnam Pro has no figures of one width. */
const figures = "0123456789";

interface Font {
	readonly source: string;
	readonly name: string;
	readonly isOnCards: boolean;
	/** @default the whole alphabet */
	readonly characters?: string;
}

const fonts: readonly Font[] = [
	{ source: "SourceSerif4_400Regular.ttf", name: "source-serif-400", isOnCards: false },
	{ source: "SourceSerif4_600SemiBold.ttf", name: "source-serif-600", isOnCards: true },
	{ source: "BeVietnamPro_400Regular.ttf", name: "be-vietnam-400", isOnCards: true },
	{ source: "BeVietnamPro_600SemiBold.ttf", name: "be-vietnam-600", isOnCards: false },
	{ source: "Inter_400Regular.ttf", name: "figures-400", isOnCards: false, characters: figures },
	{ source: "Inter_600SemiBold.ttf", name: "figures-600", isOnCards: false, characters: figures },
];

const { positionals } = parseArgs({ allowPositionals: true });
const [sourceDirectory] = positionals;
if (!sourceDirectory)
	throw new Error("Usage: npx tsx scripts/subset-fonts.ts FOLDER (holding the whole fonts)");

const sources = await readdir(sourceDirectory, { recursive: true });

function find(fileName: string): string {
	const found = sources.find((file) => path.basename(file) === fileName);
	if (!found) throw new Error(`${fileName} is not in ${sourceDirectory}; see the head of this file`);
	return path.join(sourceDirectory ?? "", found);
}

for (const { source, name, isOnCards, characters: own = characters } of fonts) {
	const whole = await readFile(find(source));
	const options = { keepFeatures: features, noHinting: true };
	const subset = await subsetFont(whole, own, { ...options, targetFormat: "woff2" });
	await writeFile(path.join(outputDirectory, `${name}.woff2`), subset);
	console.log(`${name}.woff2 ${subset.length} bytes`);
	if (!isOnCards) continue;
	const card = await subsetFont(whole, own, { ...options, targetFormat: "sfnt" });
	await writeFile(path.join(cardDirectory, `${name}.ttf`), card);
}
