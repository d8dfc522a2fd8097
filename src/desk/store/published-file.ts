import { type DocumentKind, readEntryText } from "../../content/index.ts";
import type { DeskContext } from "./desk-context.ts";

/**
 * Reads one file of the readers' branch, and again only when it has changed.
 *
 * @param without the value where there is no such file
 */
export function publishedFile<Value>(
	file: string,
	kind: DocumentKind,
	{ without, read }: { readonly without: Value; readonly read: (fields: object) => Value },
): (desk: DeskContext) => Promise<Value> {
	const known = new WeakMap<DeskContext, { readonly blob: string; readonly value: Value }>();
	return async (desk) => {
		const blob = await desk.branch.blobAt(file);
		if (blob === undefined) return without;
		const last = known.get(desk);
		if (last?.blob === blob) return last.value;
		const bytes = await desk.repository.blob(blob);
		if (!bytes) return without;
		const value = read(readEntryText(file, kind, bytes).entry.fields);
		known.set(desk, { blob, value });
		return value;
	};
}
