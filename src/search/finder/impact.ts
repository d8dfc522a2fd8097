/**
 * How much a document is about a term, as the index keeps it: a level that also says whether the title has the term, and
 * how long that title is.
 */

/** Lower levels mean that the title does not have the term. */
const titleLevel = 10;
/** The smallest impact of a term in the lead or body, and the distance from there to the largest. */
const least = 0.25;
const range = 0.65;
/** The saturation parameter (k1) of BM25 in a document of usual length. */
export const saturation = 1.2;
/** The most words of a title of each class but the last, and how much a word of such a title counts. */
const shortTitles = [7, 10, 13];
const titleFactors = [1.6, 1.2, 0.95, 0.75];
/** The levels of a class of titles: the first for a term that only the title has, the others by impact. */
const levelsOfClass = 5;

/**
 * @param impact of the term in everything but the title: from 0, if it does not occur there, to 1
 * @param titleLength the number of words of the title, if that has the term, or 0
 */
export function levelOf(impact: number, titleLength: number): number {
	const title = titleLevel + shortTitles.filter((most) => titleLength > most).length * levelsOfClass;
	if (titleLength > 0 && impact === 0) return title;
	const [first, steps] = titleLength > 0 ? [title + 1, levelsOfClass - 1] : [0, titleLevel];
	const step = Math.floor(((impact - least) / range) * steps);
	return first + Math.max(0, Math.min(steps - 1, step));
}

export function isInTitle(level: number): boolean {
	return level >= titleLevel;
}

/** Bit 1 for a term that occurs only in the title, bit 2 for one that does not occur in the title, 0 for both. */
export function standingOf(level: number): number {
	return isInTitle(level) ? Number(stepOf(level) === 0) : 2;
}

/** The combined bits of two terms of which one occurs only in the title and the other only outside it. */
export const apart = 3;

/**
 * The impact that a level means, from 0 to 1. @param titleWeight what an occurrence in a title of usual length counts,
 * where one in the body counts 1
 */
export function impactOf(level: number, titleWeight: number): number {
	if (!isInTitle(level)) return middleOf(level, titleLevel);
	const rest = stepOf(level) === 0 ? 0 : middleOf(stepOf(level) - 1, levelsOfClass - 1);
	const factor = titleFactors[Math.floor((level - titleLevel) / levelsOfClass)] ?? 1;
	const weight = (saturation * rest) / (1 - rest) + titleWeight * factor;
	return weight / (weight + saturation);
}

/** The place of a level within its class of titles. */
function stepOf(level: number): number {
	return (level - titleLevel) % levelsOfClass;
}

function middleOf(step: number, steps: number): number {
	return least + (range * (step + 0.5)) / steps;
}
