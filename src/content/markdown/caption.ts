/** The parts of a picture's title in Markdown: `Caption text | Credit`. */
export interface Caption {
	readonly caption?: string;
	readonly credit?: string;
}

/** Splits a title. The credit follows the last vertical bar with a space before it. Either part may be missing. */
export function splitCaption(title: string): Caption {
	const stroke = title.lastIndexOf(" |");
	const isCreditOnly = stroke === -1 && title.startsWith("|");
	const caption = (stroke === -1 ? (isCreditOnly ? "" : title) : title.slice(0, stroke)).trim();
	const credit = (stroke === -1 ? (isCreditOnly ? title.slice(1) : "") : title.slice(stroke + 2)).trim();
	return { ...(caption !== "" && { caption }), ...(credit !== "" && { credit }) };
}
