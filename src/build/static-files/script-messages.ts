import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Messages, pickMessages } from "../../messages/index.ts";

interface Speaking {
	/** The free variable of the bundle that stands for the messages. */
	readonly name: string;
	/** Beginnings of the keys that it is to hold. */
	readonly keys: readonly string[];
}

/** Bundled scripts that are the same for every site, but for what they say. */
const speaking: ReadonlyMap<string, Speaking> = new Map([
	["search.js", { name: "searchMessages", keys: ["search.", "date."] }],
	["archive-search.js", { name: "searchMessages", keys: ["search.", "date."] }],
	["suggest.js", { name: "suggestionMessages", keys: ["suggestions."] }],
]);

/** Whether a file of the bundle is a script that says something. */
export function isSpeaking(file: string): boolean {
	return speaking.has(file);
}

/**
 * Writes a script with the texts of a site in it.
 *
 * @param from the folder of the bundle
 * @param to a folder that exists
 * @returns the written file
 */
export async function putMessagesIn(
	file: string,
	from: string,
	to: string,
	messages: Messages,
): Promise<string> {
	const { name, keys } = speaking.get(file) ?? { name: "", keys: [] };
	const text = JSON.stringify(pickMessages(messages, keys));
	const script = await readFile(join(from, file), "utf8");
	await writeFile(join(to, file), name ? script.replaceAll(name, () => text) : script);
	return join(to, file);
}
