import { filePath } from "../../model/fields.ts";
import { resolveContentPath } from "../content-files.ts";
import type { ContentProblem } from "../problem.ts";
import type { FieldPath } from "../read-document.ts";
import { type CheckContext, problemAt, type TextEntry } from "./context.ts";

/** A place where a document names a file. */
export interface FileUse {
	readonly kind: "picture" | "attachment";
	readonly file: string;
	/** As it was written. */
	readonly written: string;
	/** Path below the content folder; undefined where what was written is no path. */
	readonly target: string | undefined;
	/** A problem with this place. */
	problem(wording: { readonly message: string; readonly remedy: string }): ContentProblem;
}

const pathSchema = filePath();

/** Every picture and attachment that a document names, in front matter, data and bodies. */
export function fileUses(context: CheckContext): FileUse[] {
	const uses: FileUse[] = [];
	const field = (kind: FileUse["kind"], file: string, path: FieldPath, written: string | undefined): void => {
		if (written === undefined) return;
		const target = resolveContentPath(file, written);
		uses.push({
			kind,
			file,
			written,
			target,
			problem: (wording) => problemAt(context, file, path, wording),
		});
	};
	const body = ({ file, pictures }: TextEntry<unknown>): void => {
		for (const { src, line } of pictures) {
			const target = pathSchema.safeParse(src).success ? resolveContentPath(file, src) : undefined;
			const problem: FileUse["problem"] = (wording) => ({ file, line, field: "body", ...wording });
			uses.push({ kind: "picture", file, written: src, target, problem });
		}
	};
	for (const entry of context.articles.values()) {
		field("picture", entry.file, ["image", "src"], entry.fields.image?.src);
		entry.fields.attachments?.forEach((attachment, index) => {
			field("attachment", entry.file, ["attachments", index, "file"], attachment.file);
		});
		body(entry);
	}
	for (const entry of context.pages.values()) {
		field("picture", entry.file, ["image", "src"], entry.fields.image?.src);
		body(entry);
	}
	for (const { file, fields } of context.authors.values()) field("picture", file, ["photo"], fields.photo);
	const site = context.site?.fields;
	field("picture", "site.yml", ["logo"], site?.logo);
	site?.banners?.forEach((banner, index) => {
		field("picture", "site.yml", ["banners", index, "image"], banner.image);
	});
	return uses;
}
