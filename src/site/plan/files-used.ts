/** Which files beside the documents a portal shows. They are prepared before its pages are planned. */

import { resolveContentPath } from "../../content/index.ts";
import { isWithdrawn } from "../../model/article.ts";
import type { Portal } from "../../model/portal.ts";

/** Paths below the content folder, each once, in order. */
export interface FilesUsed {
	readonly pictures: readonly string[];
	readonly attachments: readonly string[];
}

export function filesUsed(portal: Portal): FilesUsed {
	const pictures = new Set<string>();
	const attachments = new Set<string>();
	const { site } = portal;
	const addPicture = (document: string, reference: string | undefined) => {
		if (reference !== undefined) pictures.add(resolveContentPath(document, reference));
	};
	addPicture("site.yml", site.logo);
	for (const { image } of site.banners) addPicture("site.yml", image);
	for (const author of portal.authors.values()) addPicture(author.file, author.photo);
	for (const document of [
		...portal.articles.filter((article) => !isWithdrawn(article, portal.now)),
		...portal.pages,
	]) {
		addPicture(document.file, document.image?.src);
		for (const reference of document.bodyImages) addPicture(document.file, reference);
		if (!("attachments" in document)) continue;
		for (const { file } of document.attachments) attachments.add(resolveContentPath(document.file, file));
	}
	return { pictures: [...pictures].sort(), attachments: [...attachments].sort() };
}
