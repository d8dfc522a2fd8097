import { expect, test } from "vitest";
import type { Block } from "./nodes.ts";
import { emptyText } from "./nodes.ts";
import { withOwnNotes } from "./own-notes.ts";
import { writeBlock } from "./write-block.ts";

const reference = (label: string) => ({ type: "footnote-reference" as const, label, children: emptyText() });

test("footnotes that come into a text get labels that it does not have", () => {
	const blocks: Block[] = [
		{
			type: "p",
			children: [{ text: "Một" }, reference("1"), { text: " hai" }, reference("e1"), { text: "." }],
		},
		{ type: "footnote", label: "1", children: [{ text: "Lời một." }] },
		{ type: "footnote", label: "e1", children: [{ text: "Lời hai." }] },
	];
	expect(withOwnNotes(blocks, ["1", "3"]).map(writeBlock)).toEqual([
		"Một[^2] hai[^4].",
		"[^2]: Lời một.",
		"[^4]: Lời hai.",
	]);
});

test("a reference without its note is left out, also in a list", () => {
	const blocks: Block[] = [
		{
			type: "ul",
			children: [
				{
					type: "li",
					children: [{ type: "lic", children: [{ text: "Việc" }, reference("1"), { text: "." }] }],
				},
			],
		},
	];
	expect(withOwnNotes(blocks, ["1"]).map(writeBlock)).toEqual(["- Việc."]);
});
