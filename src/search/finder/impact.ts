/** How strongly a document speaks of a term, as the index keeps it: a level that also tells whether its title does. */
import { impactBits } from "./format.ts";

/** Levels below this are of terms that the title does not have. */
const titleLevel = 10;
/** The smallest impact of a term that stands in lead or body, and how far beyond it the largest goes. */
const least = 0.25;
const range = 0.65;
/** What BM25 saturates by in a document of usual length. */
export const saturation = 1.2;

/** @param impact of the term in all but the title: from 0, where it does not stand there, to 1 */
export function levelOf(impact: number, isInTitle: boolean): number {
	if (isInTitle && impact === 0) return titleLevel;
	const [first, last] = isInTitle ? [titleLevel + 1, 2 ** impactBits - 1] : [0, titleLevel - 1];
	const step = Math.floor(((impact - least) / range) * (last - first + 1));
	return Math.max(first, Math.min(last, first + step));
}

export function isInTitle(level: number): boolean {
	return level >= titleLevel;
}

/** A bit for a term that stands in the title alone, another for one that does not stand there. */
export function standingOf(level: number): number {
	return level === titleLevel ? 1 : isInTitle(level) ? 0 : 2;
}

/** The standings of two terms that are no neighbours, put together. */
export const apart = 3;

/** The impact that a level stands for, from 0 to 1. @param titleWeight what the title counts beside once in the body */
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
