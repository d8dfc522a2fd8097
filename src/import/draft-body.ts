import { escapeMarkdown, escapeParagraph } from "./escape-markdown.ts";
import { markdownOfHtml, withCredit } from "./markdown-of-html.ts";
import { endOfGluedCaption } from "./part-glued.ts";
import type { PlacedFile } from "./place-files.ts";
import { isSameText, type Repairer } from "./repairer.ts";
import type { ImportedBody } from "./source.ts";

/** What a body refers to, and the new places of that. */
export interface BodyReferences {
	readonly placed: readonly PlacedFile[];
	/** Whether the source has the article in our format; then it is used as it is. */
	readonly isStated: boolean;
	/** The new target of a link; undefined if only its text stays. */
	link(href: string): string | undefined;
}

/** A body as Markdown. */
export interface DraftBody {
	readonly markdown: string;
	/** References of placed pictures that the body shows. */
	readonly shown: ReadonlySet<string>;
	/** References of pictures that the body would show if they were available. */
	readonly absent: readonly string[];
	/** Captions that were joined to their paragraphs. */
	readonly captionsParted: readonly string[];
}

/** Converts a body of any form into Markdown; of missing pictures the captions stay, as lines in italics. */
export function draftBody(body: ImportedBody, references: BodyReferences, repairer: Repairer): DraftBody {
	const shown = new Set<string>();
	const absent: string[] = [];
	const pictures = new Map(
		references.placed
			.filter(({ kind }) => kind === "picture")
			.map((placed) => [placed.file.reference, placed]),
	);
	const picture = (src: string, caption: string | undefined) => {
		const placed = pictures.get(src);
		if (!placed) {
			absent.push(src);
			return undefined;
		}
		shown.add(src);
		const { credit } = placed.file;
		const text = caption ?? (placed.file.caption === undefined ? undefined : withCredit(placed.file.caption));
		const titled = credit === undefined || text?.includes(" |") ? text : `${text ?? ""} | ${credit}`.trim();
		return { path: placed.path, ...(titled === undefined ? {} : { caption: titled }) };
	};
	if ("html" in body) {
		const html = references.isStated ? body.html : repairer.html(body.html);
		const markdown = markdownOfHtml(html, { picture, link: references.link });
		return {
			markdown: references.isStated ? markdown : repairer.markdown(markdown),
			shown,
			absent,
			captionsParted: [],
		};
	}
	if ("markdown" in body) {
		const markdown = references.isStated
			? body.markdown
			: rewrite(repairer.clean(body.markdown), picture, references);
		return { markdown, shown, absent, captionsParted: [] };
	}
	const captionsParted: string[] = [];
	const text = repairer.text(body.text);
	const parted = text.split("\n").flatMap((line) => {
		const end = endOfGluedCaption(line.trim());
		if (end === undefined) return [line];
		captionsParted.push(line.trim().slice(0, end));
		return [line.trim().slice(0, end), "", line.trim().slice(end)];
	});
	return { markdown: escapeMarkdown(parted.join("\n")), shown, absent, captionsParted };
}

const reference =
	/(!?)(?<!\\)\[((?:\\.|[^[\]\\])*)\]\((?:<([^<>\n]*)>|((?:\\.|[^\s()\\])*))(?:\s+"((?:\\.|[^"\\])*)")?\)/g;

/** Markdown with the new addresses of pictures and links. */
function rewrite(
	markdown: string,
	picture: (
		src: string,
		caption: string | undefined,
	) => { readonly path: string; readonly caption?: string } | undefined,
	references: BodyReferences,
): string {
	return markdown.replace(
		reference,
		(whole: string, mark: string, text: string, pointed?: string, plain?: string, title?: string) => {
			const address = pointed ?? plain ?? "";
			if (mark === "") {
				const target = references.link(address);
				return target === undefined ? text : target === address ? whole : `[${text}](${destination(target)})`;
			}
			const placed = picture(address, title);
			if (placed) {
				const caption = placed.caption === undefined ? "" : ` "${placed.caption}"`;
				return `![${text}](${destination(placed.path)}${caption})`;
			}
			return title === undefined ? "" : `*${escapeParagraph(title.replace(/\\(.)/g, "$1"))}*`;
		},
	);
}

function destination(path: string): string {
	return /[\s()]/.test(path) ? `<${path}>` : path;
}

/**
 * The body without the lead, if it is repeated at the beginning: as a separate paragraph, with or without emphasis, or
 * as the beginning of the first one.
 */
export function withoutRepeatedLead(markdown: string, lead: string): string {
	const [first = "", ...others] = markdown.split("\n\n");
	if (/^[#>|!-]/.test(first) || lead.length < 20) return markdown;
	const bare = first.replace(/(?<!\\)\*{1,2}/g, "");
	if (isSameText(bare, lead)) return others.join("\n\n");
	const escaped = escapeParagraph(lead);
	const isOpening = first.startsWith(escaped) && /^\s+\p{Lu}/u.test(first.slice(escaped.length));
	return isOpening ? [first.slice(escaped.length).trim(), ...others].join("\n\n") : markdown;
}
