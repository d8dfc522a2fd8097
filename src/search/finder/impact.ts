/**
 * How much a document is about a term, as the index keeps it: a level that also says whether the title has the term.
 */
import { impactBits } from "./format.ts";

/** Lower levels mean that the title does not have the term. */
const titleLevel = 10;
/** The smallest impact of a term in the lead or body, and the distance from there to the largest. */
const least = 0.25;
const range = 0.65;
/** The saturation parameter (k1) of BM25 in a document of usual length. */
export const saturation = 1.2;

/** @param impact of the term in everything but the title: from 0, if it does not occur there, to 1 */
export function levelOf(impact: number, isInTitle: boolean): number {
	if (isInTitle && impact === 0) return titleLevel;
	const [first, last] = isInTitle ? [titleLevel + 1, 2 ** impactBits - 1] : [0, titleLevel - 1];
	const step = Math.floor(((impact - least) / range) * (last - first + 1));
	return Math.max(first, Math.min(last, first + step));
}

export function isInTitle(level: number): boolean {
	return level >= titleLevel;
}

/** Bit 1 for a term that occurs only in the title, bit 2 for one that does not occur in the title, 0 for both. */
export function standingOf(level: number): number {
	return level === titleLevel ? 1 : isInTitle(level) ? 0 : 2;
}

/** The combined bits of two terms of which one occurs only in the title and the other only outside it. */
export const apart = 3;

/**
 * The impact that a level means, from 0 to 1. @param titleWeight what an occurrence in the title counts, where one in
 * the body counts 1
 */
export function impactOf(level: number, titleWeight: number): number {
	if (!isInTitle(level)) return middleOf(level, titleLevel);
	const steps = 2 ** impactBits - titleLevel - 1;
	const rest = level === titleLevel ? 0 : middleOf(level - titleLevel - 1, steps);
	const weight = (saturation * rest) / (1 - rest) + titleWeight;
	return weight / (weight + saturation);
}

function middleOf(step: number, steps: number): number {
	return least + (range * (step + 0.5)) / steps;
}
