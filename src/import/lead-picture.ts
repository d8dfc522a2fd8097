import { articleLimits } from "../model/article.ts";
import { imageLimits } from "../model/image.ts";
import type { PlacedFile } from "./place-files.ts";

const firstPicture = /^!\[((?:\\.|[^\]\\])*)\]\((?:<([^<>\n]*)>|([^\s()]*))(?:\s+"((?:\\.|[^"\\])*)")?\)$/;

interface LeadPicture {
	readonly src: string;
	readonly alt: string;
	readonly caption?: string;
	readonly credit?: string;
}

/**
 * Finds the article's picture: the one that the source marks, otherwise the one at the beginning of the body, otherwise
 * the first that the body does not show. Other files that the body does not show are added at the end: pictures as
 * figures, everything else as attachments.
 *
 * @param shown references of the pictures that the body shows
 * @param title of the article, for a picture without a description
 * @param isStated whether the source has front matter in our format; then pictures stay where they are
 */
export function splitLeadPicture(
	markdown: string,
	placed: readonly PlacedFile[],
	shown: ReadonlySet<string>,
	title: string,
	isStated: boolean,
): {
	readonly image?: LeadPicture;
	readonly body: string;
	readonly attachments: readonly { readonly file: string; readonly title: string }[];
} {
	const attachments = placed
		.filter(({ kind }) => kind === "attachment")
		.map(({ file, path }) => ({
			file: path,
			title: cut(file.title ?? file.caption ?? nameOf(path), articleLimits.attachmentTitle),
		}));
	const pictures = placed.filter(({ kind }) => kind === "picture");
	const hidden = pictures.filter(({ file }) => !shown.has(file.reference));
	const first = isStated ? null : firstPicture.exec(markdown.split("\n\n", 1)[0] ?? "");
	const lead = pictures.find(({ file }) => file.isLead) ?? (first || isStated ? undefined : hidden[0]);
	const rest = hidden.filter((picture) => picture !== lead && picture.file.isLead !== true);
	const after = isStated ? [] : rest.map((picture) => figureOf(picture, title));
	const isFirst = lead === undefined || first === null || (first[2] ?? first[3]) === lead.path;
	if (first && isFirst) {
		const [, alt = "", pointed, plain, caption] = first;
		const body = [markdown.slice(first[0].length).trim(), ...after]
			.filter((part) => part !== "")
			.join("\n\n");
		return {
			image: withCaption(pointed ?? plain ?? "", unescaped(alt) || title, unescaped(caption ?? "")),
			body,
			attachments,
		};
	}
	const body = [markdown, ...after].filter((part) => part.trim() !== "").join("\n\n");
	if (!lead) return { body, attachments };
	const { alt, caption = "", credit } = lead.file;
	const text = credit === undefined || caption.includes(" |") ? caption : `${caption} | ${credit}`;
	return { image: withCaption(lead.path, alt ?? (caption || title), text), body, attachments };
}

/** @param caption with the photographer after a vertical bar, as in a picture's title in Markdown */
function withCaption(src: string, alt: string, caption: string): LeadPicture {
	const stroke = caption.lastIndexOf(" |");
	const text = (stroke === -1 ? caption : caption.slice(0, stroke)).trim();
	const credit = stroke === -1 ? "" : caption.slice(stroke + 2).trim();
	return {
		src,
		alt: cut(alt, imageLimits.alt),
		...(text === "" ? {} : { caption: cut(text, imageLimits.caption) }),
		...(credit === "" ? {} : { credit: cut(credit, imageLimits.credit) }),
	};
}

function figureOf({ file, path }: PlacedFile, title: string): string {
	const caption = file.credit === undefined ? file.caption : `${file.caption ?? ""} | ${file.credit}`.trim();
	const quoted = caption === undefined ? "" : ` "${caption.replace(/[\\"]/g, "\\$&")}"`;
	const alt = (file.alt ?? file.caption ?? title).replace(/[\\[\]]/g, "\\$&");
	return `![${alt}](${/[\s()]/.test(path) ? `<${path}>` : path}${quoted})`;
}

function unescaped(text: string): string {
	return text.replace(/\\(.)/g, "$1");
}

function cut(text: string, length: number): string {
	const line = text.replace(/\s+/g, " ").trim();
	return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}

function nameOf(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}
