import { resolveContentPath } from "../../content/index.ts";
import type { BodyView, PictureView } from "../views.ts";
import type { PlanContext } from "./context.ts";

/** The file of a document's body, and the pictures that it shows. */
export function bodyView(
	context: PlanContext,
	document: { readonly file: string; readonly digest: string; readonly bodyImages: readonly string[] },
): BodyView {
	const pictures: Record<string, PictureView> = {};
	for (const reference of document.bodyImages) {
		const picture = context.pictures.get(resolveContentPath(document.file, reference));
		if (picture) pictures[reference] = picture;
	}
	return { file: document.file, digest: document.digest, pictures };
}
