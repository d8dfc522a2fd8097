import { attachmentExtensions, extensionOf } from "../attachment-types.ts";
import { type ContentFiles, folderOf } from "../content-files.ts";
import { nearest } from "../nearest.ts";
import { strings } from "../strings.ts";
import type { CheckContext, PortalCheck } from "./context.ts";
import { type FileUse, judgeFileUses } from "./file-uses.ts";
import { meantPath } from "./meant.ts";

/** Picture formats that browsers support. */
const imageExtensions = ["jpg", "jpeg", "png", "webp", "avif", "gif", "svg"] as const;
const imageName = new RegExp(`\\.(?:${imageExtensions.join("|")})$`, "i");

/** Whether a file may be what it is used as, by its name alone. */
export function hasUsableName(kind: FileUse["kind"], path: string): boolean {
	return kind === "picture" ? imageName.test(path) : attachmentExtensions.includes(extensionOf(path));
}

/** Finds missing pictures and attachments, pictures on other hosts, and files whose names are not those of pictures. */
export const checkFiles: PortalCheck = (context) =>
	judgeFileUses(context, ({ kind, document, written, target }) => {
		if (target === undefined) return foreign(document, written, context);
		if (heicName.test(target)) return strings.heic;
		if (!hasUsableName(kind, target)) {
			return kind === "picture"
				? strings.notAnImage(imageExtensions)
				: strings.notAnAttachment(attachmentExtensions);
		}
		if (context.files.has(target)) return undefined;
		const meant = meantPath(document, written, context) ?? similarPath(written, target, context.files);
		return strings.fileMissing(written, meant);
	});

const heicName = /\.hei[cf]$/i;

/** A reference that is not a path below the content folder: an address, or another program's path. */
function foreign(document: string, written: string, context: CheckContext) {
	const meant = meantPath(document, written, context);
	if (meant !== undefined) return strings.wrongPath(written, meant);
	return /^(?:https?:)?\/\//i.test(written) ? strings.foreignImage(written) : strings.badPath(written);
}

/** The reference with the name of the most similar file in the same folder. */
function similarPath(written: string, target: string, files: ContentFiles): string | undefined {
	const name = nearest(target.slice(target.lastIndexOf("/") + 1), files.namesIn(folderOf(target)));
	return name === undefined ? undefined : written.slice(0, written.lastIndexOf("/") + 1) + name;
}
