import type { Formatter } from "decap-cms-core";
import { dump, FAILSAFE_SCHEMA, loadAll } from "js-yaml";
import { type Collection, toFileValues, toFormValues, type Values } from "../src/editor/forms/index.ts";

/** The field in which the preSave handler passes the path of a new document; never written to a file. */
export const filingField = "filing";

/** Bodies of recently read files, by their form in the editor. */
type BodiesRead = Map<string, string>;
const bodiesKept = 50;

/**
 * Reads and writes a collection's files by its schema; every scalar is the text in the file. An unchanged body is
 * written byte for byte as it was read.
 */
export function documentFormat({ schema, extension }: Collection): Formatter {
	const read: BodiesRead = new Map();
	return {
		fromFile(content) {
			const { front, body } = extension === "md" ? splitDocument(content) : { front: content, body: "" };
			const [values = {}] = loadAll(front, { schema: FAILSAFE_SCHEMA });
			const shown = body.replaceAll("\r\n", "\n").trim();
			remember(read, shown, body);
			return { ...toFormValues(schema, values as Values), ...(shown && { body: shown }) };
		},
		toFile(data) {
			const { body = "", [filingField]: _, ...fields } = data as Record<string, unknown>;
			const front = dump(toFileValues(schema, fields), { lineWidth: -1, noRefs: true });
			if (extension === "yml") return front;
			const text = read.get(String(body)) ?? `\n${String(body).normalize("NFC").trim()}\n`;
			return `---\n${front}---\n${text}`;
		},
	};
}

function remember(read: BodiesRead, shown: string, body: string): void {
	if (shown === "") return;
	read.delete(shown);
	read.set(shown, body);
	const [oldest] = read.keys();
	if (read.size > bodiesKept && oldest !== undefined) read.delete(oldest);
}

function splitDocument(content: string): { front: string; body: string } {
	const match = /^\uFEFF?---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)([\s\S]*)$/.exec(content);
	return match ? { front: match[1] ?? "", body: match[2] ?? "" } : { front: "", body: content };
}
