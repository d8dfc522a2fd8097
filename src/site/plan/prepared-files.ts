import type { UrlPath } from "../../model/ids.ts";
import type { ArchiveOfferView, AttachmentView, PictureView } from "../views.ts";

/** A picture for link previews, made for pages without one of their own. */
export interface ShareCard {
	readonly src: UrlPath;
	readonly width: number;
	readonly height: number;
}

/** A file of an official document. */
export interface DocumentFile extends Omit<AttachmentView, "title"> {
	/** The pages of a PDF, where they could be counted. */
	readonly pages?: number;
}

/** What was prepared before planning, because views need sizes and addresses. */
export interface PreparedFiles {
	/** Pictures by path below the content folder: `articles/2026/11/22-hoi-nghi/anh.jpg`. */
	readonly pictures: ReadonlyMap<string, PictureView>;
	/** The size in bytes of the files of pictures, by address, as far as they are made. */
	readonly pictureBytes?: ReadonlyMap<UrlPath, number>;
	/** Attachments by path below the content folder. */
	readonly attachments: ReadonlyMap<string, Omit<AttachmentView, "title">>;
	/** PDF files of official documents, which their pages show, by path below the content folder. @default none */
	readonly documentFiles?: ReadonlyMap<string, DocumentFile>;
	/** By committee id; the one of the site under the empty string. */
	readonly shareCards: ReadonlyMap<string, ShareCard>;
	/** Archives that readers may take along, newest year first. @default [] */
	readonly archives?: readonly ArchiveOfferView[];
}
