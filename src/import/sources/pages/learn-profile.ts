import { dump } from "js-yaml";
import { SourceError } from "../../source.ts";
import { selectorsOf } from "./element-selectors.ts";
import { findMainText } from "./find-main-text.ts";
import { readDateLine } from "./furniture.ts";
import { blocksOf, textOf, tidyBlocks } from "./page-blocks.ts";
import { isSameText } from "./page-title.ts";
import { parsePage } from "./parse-page.ts";
import { parseProfile } from "./profile.ts";
import { readPage } from "./read-page.ts";
import { repairPage } from "./repair-page.ts";
import { strings } from "./strings.ts";

/** How many pages to learn from: one page cannot show what repeats, and more than twenty add nothing. */
export const samplePages = { least: 2, most: 20 };
/** The share of pages on which a selector must be right. */
const enough = 0.6;
/** The most that a selector for the body may find, as a multiple of the main text's length. */
const longerBody = 1.3;

/** A page and what was guessed about it. */
interface Sample {
	readonly document: Document;
	readonly title: string;
	readonly lead: string;
	readonly author: string;
	readonly main: Element;
	readonly mainText: string;
}

/** A selector and the number of pages on which it is right. */
interface Finding {
	readonly selector: string;
	readonly pages: number;
}

/**
 * Proposes a profile from a few pages of one portal, for a person to check. Selectors are guessed from each page and
 * tried on the others. Those that are right on most pages are kept. What repeats within the main text is furniture.
 *
 * @returns YAML for `parseProfile`; a comment on each line says on how many pages it was right
 * @throws {SourceError} where there are too few pages that look like articles
 */
export function learnProfile(pages: readonly string[]): string {
	const samples = pages.slice(0, samplePages.most).flatMap((html) => sampleOf(html) ?? []);
	if (samples.length < samplePages.least) throw new SourceError(strings.tooFewSamples(samplePages.least));
	const findings: readonly (readonly [string, readonly Finding[]])[] = [
		["title", best(samples, titleElements, isTitle)],
		["date", best(samples, dateElements, isDate)],
		["lead", best(samples, ({ document, lead }) => elementsSaying(document, lead), isLead)],
		["author", best(samples, ({ document, author }) => elementsSaying(document, author), isAuthor)],
		["body", best(samples, ({ main }) => [main], isBody)],
		["remove", furniture(samples)],
	];
	const lines = findings.map(([field, found]) => lineOf(field, found, samples.length));
	const yaml = [...strings.learnedHead(samples.length), "", ...lines].join("\n");
	parseProfile("profile.yml", Buffer.from(yaml));
	return `${yaml}\n`;
}

function sampleOf(html: string): Sample | undefined {
	const reading = readPage(html);
	if ("unreadable" in reading) return undefined;
	const document = parsePage(html);
	repairPage(document);
	for (const element of document.body.querySelectorAll("script, style, noscript, template")) element.remove();
	tidyBlocks(document.body);
	const main = findMainText(document)?.element;
	if (!main) return undefined;
	const { title, lead = "", authors = [], organisation } = reading.article;
	const author = organisation === undefined ? (authors[0] ?? "") : "";
	return { document, title, lead, author, main, mainText: textOf(main) };
}

/** The selectors of the elements that the pages offer, sorted by the number of pages on which they are right. */
function best(
	samples: readonly Sample[],
	offered: (sample: Sample) => readonly Element[],
	isRight: (element: Element, sample: Sample) => boolean,
): Finding[] {
	const candidates = new Set(samples.flatMap((sample) => offered(sample).flatMap(selectorsOf)));
	const rated = [...candidates].map((selector, order) => {
		const pages = samples.filter((sample) => {
			const [first, ...others] = sample.document.querySelectorAll(selector);
			return first !== undefined && isRight(first, sample) && others.length < 3;
		}).length;
		return { selector, pages, order };
	});
	const [top] = rated.sort(
		(a, b) =>
			b.pages - a.pages || a.selector.split(" ").length - b.selector.split(" ").length || a.order - b.order,
	);
	return top && top.pages >= samples.length * enough ? [top] : [];
}

function elementsSaying(document: Document, text: string): Element[] {
	if (text === "") return [];
	return [...document.body.querySelectorAll("*")].filter((element) => isSameText(textOf(element), text));
}

function titleElements({ document, title }: Sample): Element[] {
	return elementsSaying(document, title);
}

function isTitle(element: Element, { title }: Sample): boolean {
	return isSameText(textOf(element), title);
}

/** Elements with little more than a date. */
function dateElements({ document }: Sample): Element[] {
	return [...document.body.querySelectorAll("*")].filter(
		(element) => readDateLine(textOf(element)) !== undefined,
	);
}

function isDate(element: Element): boolean {
	return readDateLine(textOf(element)) !== undefined;
}

function isLead(element: Element, { lead }: Sample): boolean {
	return lead !== "" && isSameText(textOf(element), lead);
}

function isAuthor(element: Element, { author }: Sample): boolean {
	return author !== "" && isSameText(textOf(element), author);
}

function isBody(element: Element, { main, mainText }: Sample): boolean {
	return (
		element === main || (element.contains(main) && textOf(element).length <= mainText.length * longerBody)
	);
}

/** Text that the main text of most pages has, word for word. */
function furniture(samples: readonly Sample[]): Finding[] {
	const pagesByText = new Map<string, number>();
	for (const { main } of samples)
		for (const text of new Set(blocksOf(main).map((block) => block.text)))
			if (text !== "") pagesByText.set(text, (pagesByText.get(text) ?? 0) + 1);
	const repeats = (text: string) => (pagesByText.get(text) ?? 0) >= Math.max(2, samples.length * enough);
	const selectors = new Set(
		samples.flatMap(({ main }) =>
			blocksOf(main)
				.filter(({ text }) => repeats(text))
				.flatMap(({ element }) => selectorsOf(element).filter((selector) => !selector.includes(" "))),
		),
	);
	const found = [...selectors].filter((selector) =>
		samples.every(({ main }) =>
			[...main.querySelectorAll(selector)].every((element) =>
				blocksOf(element).every(({ text }) => repeats(text)),
			),
		),
	);
	const shortest = found.filter(
		(selector) => !found.some((other) => other !== selector && selector.endsWith(other)),
	);
	return shortest.map((selector) => ({
		selector,
		pages: samples.filter(({ main }) => main.querySelector(selector) !== null).length,
	}));
}

function lineOf(field: string, found: readonly Finding[], all: number): string {
	const selectors = found.map(({ selector }) => selector);
	if (selectors.length === 0) return `# ${field}: ${strings.notLearned}`;
	const value = dump(selectors.length === 1 ? selectors[0] : selectors, {
		flowLevel: 0,
		lineWidth: -1,
	}).trim();
	return `${field}: ${value} # ${strings.learnedOn(Math.min(...found.map(({ pages }) => pages)), all)}`;
}
