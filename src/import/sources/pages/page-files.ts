import type { ImportedFile } from "../../source.ts";
import { longestCaption } from "./figures-of-page.ts";
import { elementsBefore, textOf } from "./page-blocks.ts";
import type { PageMetadata } from "./page-metadata.ts";

const attachment = /\.(?:pdf|docx?|xlsx?|pptx?|rtf|odt|ods|odp|zip|rar|7z|txt|csv|mp3)(?:[?#].*)?$/i;
/** Attributes that hold a lazily loaded picture's address. */
const lateAddresses = ["data-src", "data-original", "data-lazy-src", "data-url"];
/** Pictures that every page of a site has, by parts of their addresses. */
const siteWide = /logo|banner|default|no-?image|favicon|noimg|icon|avatar/i;

/**
 * The pictures and attachments of the main text, and the leading picture before it. Without any picture, the one in the
 * page's metadata. The `src` of lazily loaded pictures is filled in.
 */
export function filesOf(
	main: Element,
	lead: ImportedFile | undefined,
	{ picture }: PageMetadata,
): ImportedFile[] {
	const files = new Map<string, ImportedFile>();
	for (const image of main.querySelectorAll("img")) {
		const late = lateAddresses
			.map((name) => image.getAttribute(name)?.trim() ?? "")
			.find((text) => text !== "");
		if (late !== undefined) image.setAttribute("src", late);
		const reference = image.getAttribute("src")?.trim() ?? "";
		if (reference === "" || reference.startsWith("data:") || files.has(reference)) continue;
		const caption = textOf(image.closest("figure")?.querySelector("figcaption") ?? image);
		const alt = image.getAttribute("alt")?.trim();
		files.set(reference, { reference, ...(caption === "" ? {} : { caption }), ...(alt ? { alt } : {}) });
	}
	for (const link of main.querySelectorAll("a[href]")) {
		const reference = link.getAttribute("href")?.trim() ?? "";
		if (!attachment.test(reference) || files.has(reference)) continue;
		const title = textOf(link);
		files.set(reference, { reference, ...(title === "" ? {} : { title }) });
	}
	if (lead) return [lead, ...[...files.values()].filter(({ reference }) => reference !== lead.reference)];
	const isShown = [...files.values()].some(({ reference }) => !attachment.test(reference));
	if (picture !== undefined && !isShown && !siteWide.test(picture))
		files.set(picture, { reference: picture, isLead: true });
	return [...files.values()];
}

/** The picture between the title and the main text, where NukeViet puts it. */
export function findLeadPicture(
	document: Document,
	main: Element,
	title: Element | undefined,
): ImportedFile | undefined {
	if (!title) return undefined;
	const [beforeMain, beforeTitle] = [elementsBefore(document, main), elementsBefore(document, title)];
	for (const picture of document.body.querySelectorAll("img")) {
		if (main.contains(picture) || title.contains(picture)) continue;
		const figure = picture.closest("figure") ?? picture.closest('[class*="image"], [class*="photo"]');
		const reference = picture.getAttribute("src")?.trim() ?? "";
		if (!figure || reference === "" || reference.startsWith("data:")) continue;
		if (beforeTitle.has(picture) || !beforeMain.has(picture)) continue;
		const caption = textOf(figure);
		const alt = picture.getAttribute("alt")?.trim();
		return {
			reference,
			isLead: true,
			...(caption === "" || caption.length > longestCaption ? {} : { caption }),
			...(alt ? { alt } : {}),
		};
	}
	return undefined;
}
