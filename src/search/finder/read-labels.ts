import { fold } from "../../text/fold.ts";
import type { Archive } from "./archive.ts";
import type { FinderLabel } from "./document.ts";
import type { Suggestion } from "./finder.ts";
import { labelsPath, wordsShelf } from "./format.ts";
import { giveUpIfAborted } from "./give-up.ts";
import { decodeText } from "./text-coder.ts";

const kinds: readonly FinderLabel["kind"][] = ["tag", "committee", "author"];

/**
 * Tags, committees and authors with a word that begins like the typed text. Those whose name begins like it come first.
 */
export async function matchingLabels(archive: Archive, typed: string): Promise<readonly Suggestion[]> {
	const { files, list, signal } = archive;
	const wanted = fold(typed).trim().replace(/\s+/g, " ");
	const shelf = wordsShelf(wanted);
	const numbering = list.labels[shelf];
	if (numbering === undefined) return [];
	try {
		const rows = decodeText(await files.content(labelsPath(shelf), numbering, signal)).split("\n");
		const matching = rows.flatMap((row) => {
			const [kind = "", text = "", address = ""] = row.split("\t");
			const place = ` ${fold(text)}`.indexOf(` ${wanted}`);
			return place === -1 ? [] : { kind: kinds[Number(kind)] ?? "tag", text, address, place };
		});
		return matching
			.sort((a, b) => Math.min(a.place, 1) - Math.min(b.place, 1))
			.map(({ kind, text, address }) => ({ kind, text, address }));
	} catch (error) {
		giveUpIfAborted(signal);
		archive.onFailure(error);
		return [];
	}
}

/** A row of the file that `matchingLabels` reads. */
export function labelRow({ kind, text, address }: FinderLabel): string {
	return [kinds.indexOf(kind), text.replace(/\s+/g, " "), address].join("\t");
}
