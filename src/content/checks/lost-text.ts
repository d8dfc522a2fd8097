import type { LostText } from "../markdown/references.ts";
import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import type { TextCheck } from "./context.ts";

type Wording = Pick<ContentProblem, "message" | "remedy">;

/** Finds text that readers would not see, or would see as raw Markdown. */
export const checkLostText: TextCheck = ({ file, bodyLine }, { lost }) =>
	lost
		.filter(({ kind }) => !isSeen.has(kind))
		.map((text) => ({ file, line: bodyLine + text.line - 1, field: "body", ...wordingOf(text) }));

/** These kinds hide no text, and old articles have many of them, so they are only warnings. */
const isSeen: ReadonlySet<LostText["kind"]> = new Set(["emphasis", "signs"]);

/** Warns of raw Markdown that readers would see, or that changed the meaning of a text. */
export const warnOfSigns: TextCheck = ({ file, bodyLine }, { lost }) =>
	lost
		.filter(({ kind }) => isSeen.has(kind))
		.map((text) => ({ file, line: bodyLine + text.line - 1, field: "body", ...wordingOf(text) }));

/** Finds links within a body to a missing heading. */
export const checkAnchors: TextCheck = ({ file, bodyLine }, { links, anchors }) =>
	links
		.filter(({ href }) => href.startsWith("#") && !isAnchor(href.slice(1), anchors))
		.map(({ href, line }) => ({
			file,
			line: bodyLine + line - 1,
			field: "body",
			...strings.anchorMissing(href, [...anchors].slice(0, 5)),
		}));

/** The anchors of every page: its beginning, its text and its footnotes. */
const anchorsOfPage = /^(?:|top|noi-dung|(?:xem-)?chu-thich-\d+(?:-\d+)?)$/;

/**
 * Whether a page has an anchor.
 * @param anchors of the page's headings
 */
export function isAnchor(name: string, anchors: ReadonlySet<string>): boolean {
	return anchors.has(name) || anchorsOfPage.test(name);
}

function wordingOf(lost: LostText): Wording {
	switch (lost.kind) {
		case "link":
			return strings.leftOverLink(lost.text, lost.corrected);
		case "emphasis":
			return strings.leftOverStars(lost.text, lost.corrected);
		case "signs":
			return strings.leftOverSigns(lost.text, lost.meant);
		case "definition":
			return strings.lostDefinition(lost.label);
		case "footnote":
			return strings.lostFootnote(lost.label, lost.reason);
		case "cells":
			return strings.lostCells(lost.cells, lost.columns);
		case "depth":
			return strings.lostDepth;
	}
}
