import type { Formatter } from "decap-cms-core";
import { dump, FAILSAFE_SCHEMA, loadAll } from "js-yaml";
import { type Collection, toFileValues, toFormValues, type Values } from "../src/editor/forms/index.ts";

/** The name under which the preSave handler hands over where a new document shall stand; never written. */
export const filingField = "filing";

/** Reads and writes a collection's files by its schema; every scalar of a file is the text that stands there. */
export function documentFormat({ schema, extension }: Collection): Formatter {
	return {
		fromFile(content) {
			const { front, body } = extension === "md" ? splitDocument(content) : { front: content, body: "" };
			const [values = {}] = loadAll(front, { schema: FAILSAFE_SCHEMA });
			return { ...toFormValues(schema, values as Values), ...(body && { body }) };
		},
		toFile(data) {
			const { body = "", [filingField]: _, ...fields } = data as Record<string, unknown>;
			const front = dump(toFileValues(schema, fields), { lineWidth: -1, noRefs: true });
			if (extension === "yml") return front;
			return `---\n${front}---\n\n${String(body).normalize("NFC").trim()}\n`;
		},
	};
}

function splitDocument(content: string): { front: string; body: string } {
	const match = /^\uFEFF?---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)([\s\S]*)$/.exec(content);
	return match
		? { front: match[1] ?? "", body: (match[2] ?? "").trim() }
		: { front: "", body: content.trim() };
}
