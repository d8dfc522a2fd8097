import type { LostText } from "../markdown/references.ts";
import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import type { TextCheck } from "./context.ts";

type Wording = Pick<ContentProblem, "message" | "remedy">;

/** Text that readers would not see, or would see as signs of Markdown. */
export const checkLostText: TextCheck = ({ file, bodyLine }, { lost }) =>
	lost
		.filter(({ kind }) => !isSeen.has(kind))
		.map((text) => ({ file, line: bodyLine + text.line - 1, field: "body", ...wordingOf(text) }));

/** They hide nothing, and old articles have many of them. */
const isSeen: ReadonlySet<LostText["kind"]> = new Set(["emphasis", "signs"]);

/** Signs of Markdown that readers would see, or that made something else of a text. */
export const warnOfSigns: TextCheck = ({ file, bodyLine }, { lost }) =>
	lost
		.filter(({ kind }) => isSeen.has(kind))
		.map((text) => ({ file, line: bodyLine + text.line - 1, field: "body", ...wordingOf(text) }));

/** Links within a body to a heading that it does not have. */
export const checkAnchors: TextCheck = ({ file, bodyLine }, { links, anchors }) =>
	links
		.filter(({ href }) => href.startsWith("#") && !isAnchor(href.slice(1), anchors))
		.map(({ href, line }) => ({
			file,
			line: bodyLine + line - 1,
			field: "body",
			...strings.anchorMissing(href, [...anchors].slice(0, 5)),
		}));

/** Of every page: its beginning, its text and its footnotes. */
const anchorsOfPage = /^(?:|top|noi-dung|(?:xem-)?chu-thich-\d+(?:-\d+)?)$/;

/** Whether a link within a page may name it. @param anchors of the page's headings */
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
	}
}
