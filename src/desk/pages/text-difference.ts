import { diffComm } from "node-diff3";

export interface TextPiece {
	readonly kind: "same" | "added" | "removed";
	readonly text: string;
}

/** With more words on a side, lines are compared instead: the cost grows with the product of both sides. */
const mostWords = 4_000;

/** The changes from one text to another, by words, or by lines if the texts are long. */
export function textDifference(before: string, after: string): readonly TextPiece[] {
	const pattern = /\s+|[^\s]+/g;
	const words = [before.match(pattern) ?? [], after.match(pattern) ?? []] as const;
	const isLong = words[0].length > mostWords || words[1].length > mostWords;
	const [one, other] = isLong ? [linesOf(before), linesOf(after)] : words;
	return diffComm([...one], [...other]).flatMap((part): TextPiece[] => {
		if ("common" in part && part.common) return [{ kind: "same", text: part.common.join("") }];
		const { buffer1 = [], buffer2 = [] } = part as { buffer1?: string[]; buffer2?: string[] };
		return [
			...(buffer1.length > 0 ? [{ kind: "removed" as const, text: buffer1.join("") }] : []),
			...(buffer2.length > 0 ? [{ kind: "added" as const, text: buffer2.join("") }] : []),
		];
	});
}

function linesOf(text: string): readonly string[] {
	return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
