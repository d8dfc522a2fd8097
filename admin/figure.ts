import type { BlockEditorComponentOptions } from "decap-cms-core";
import { strings } from "../src/model/strings.ts";

interface Figure {
	readonly image?: string;
	readonly alt?: string;
	readonly caption?: string;
	readonly credit?: string;
}

/** A picture of the body with caption and credit: `![alt](22-x/anh.jpg "Caption | Credit")`, alone in a paragraph. */
export const figureComponent: BlockEditorComponentOptions = {
	id: "image",
	label: "Ảnh",
	fields: [
		{ name: "image", label: strings.image.src.title, widget: "image", ...{ choose_url: false } },
		{ name: "alt", label: strings.image.alt.title, widget: "string" },
		{ name: "caption", label: strings.image.caption.title, widget: "string" },
		{ name: "credit", label: strings.image.credit.title, widget: "string" },
	],
	pattern: /^!\[((?:\\.|[^\]\\])*)\]\(([^\s)]+)(?:\s+"((?:\\.|[^"\\])*)")?\)$/,
	fromBlock: (match): Figure => {
		const [caption, credit] = splitTitle(unescapeText(match[3] ?? ""));
		return { image: match[2] ?? "", alt: unescapeText(match[1] ?? ""), caption, credit };
	},
	toBlock: ({ image = "", alt = "", caption = "", credit = "" }: Figure) => {
		const title = credit ? `${caption} | ${credit}` : caption;
		const quoted = title ? ` "${oneLine(title).replace(/["\\]/g, "\\$&")}"` : "";
		return `![${oneLine(alt).replace(/[[\]\\]/g, "\\$&")}](${image}${quoted})`;
	},
	// The preview shows the body as the site renders it; nothing asks for this.
	toPreview: () => "",
};

/** The credit stands after the last upright stroke with a space, or nothing, before it. */
function splitTitle(title: string): [string, string] {
	const [match, caption = "", credit = ""] = /^(?:(.*) )?\|(.*)$/s.exec(title) ?? [];
	return match === undefined ? [title, ""] : [caption.trim(), credit.trim()];
}

function unescapeText(text: string): string {
	return text.replace(/\\([\\"[\]])/g, "$1");
}

function oneLine(text: string): string {
	return text.normalize("NFC").replace(/\s+/g, " ").trim();
}
