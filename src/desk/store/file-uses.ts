/** Which entries use a file, in their pending or their published text. */
import { factsOf } from "../article-index/facts.ts";
import type { DeskContext } from "./desk-context.ts";
import type { EntryKey } from "./entry-paths.ts";

export interface FileUses {
	of(file: string): readonly EntryKey[];
	/** Those of the files that no entry uses. */
	unused(files: readonly string[]): readonly string[];
	/** Whether another entry uses a file. */
	isUsedByOthers(file: string, entry: EntryKey): boolean;
}

/** The current state. */
export async function fileUses(desk: DeskContext): Promise<FileUses> {
	const { indexes } = desk;
	const readersTexts = await referencesBehindPending(desk);

	function of(file: string): readonly EntryKey[] {
		const found = Object.entries(indexes).flatMap(([collection, index]) =>
			index.referring(file).map((id) => ({ collection: collection as EntryKey["collection"], id })),
		);
		const behind = (readersTexts.get(file) ?? []).filter((entry) => !found.some((one) => isSame(one, entry)));
		return [...found, ...behind];
	}

	return {
		of,
		unused(files) {
			const left = Object.values(indexes).reduce((rest, index) => index.unreferred(rest), files);
			return left.filter((file) => !readersTexts.has(file));
		},
		isUsedByOthers: (file, entry) => of(file).some((one) => !isSame(one, entry)),
	};
}

/** The index has only the newest text of an entry; the published one may use other files. */
async function referencesBehindPending(desk: DeskContext): Promise<ReadonlyMap<string, readonly EntryKey[]>> {
	const found = new Map<string, EntryKey[]>();
	for (const { collection, id } of desk.pending.all) {
		const current = await desk.look({ collection, id });
		if (!current?.published) continue;
		const { references } = factsOf(current.path, Buffer.from(current.published.text));
		for (const file of references) {
			const known = found.get(file);
			if (known) known.push({ collection, id });
			else found.set(file, [{ collection, id }]);
		}
	}
	return found;
}

function isSame(one: EntryKey, other: EntryKey): boolean {
	return one.collection === other.collection && one.id === other.id;
}
