import type { MessageKey, Messages } from "./say.ts";

interface ScriptTexts {
	/** The bundle's free variable that is replaced by the messages. */
	readonly name: string;
	/** Beginnings of the keys that it is to hold. */
	readonly keys: readonly string[];
}

/** Bundled scripts that are the same for every site except for their texts. */
const speaking: ReadonlyMap<string, ScriptTexts> = new Map([
	["search.js", { name: "searchMessages", keys: ["search.", "date.", "monthName."] }],
	["archive-search.js", { name: "searchMessages", keys: ["search.", "date.", "monthName."] }],
	["kept.js", { name: "keptMessages", keys: ["kept.", "date.", "monthName."] }],
	["enlarge.js", { name: "pictureMessages", keys: ["picture."] }],
	["read-aloud.js", { name: "voiceMessages", keys: ["tools."] }],
	["today.js", { name: "todayMessages", keys: ["date.", "monthName.", "weekday.", "lunar"] }],
	["comments.js", { name: "commentMessages", keys: ["comments.fresh"] }],
	["keep.js", { name: "keptMessages", keys: ["kept.", "date.", "monthName."] }],
	["suggest.js", { name: "suggestionMessages", keys: ["suggestions."] }],
]);

/** Whether a file of the bundle is a script that says something. */
export function isSpeaking(file: string): boolean {
	return speaking.has(file);
}

/** A bundled script with the texts of a site in it. @param script as it was bundled */
export function putMessagesIn(file: string, script: string, messages: Messages): string {
	const { name, keys } = speaking.get(file) ?? { name: "", keys: [] };
	if (name === "") return script;
	const text = JSON.stringify(pickMessages(messages, keys));
	return script.replaceAll(name, () => text);
}

/** The messages under these beginnings of keys; the language is always among them. */
function pickMessages(messages: Messages, beginnings: readonly string[]): Partial<Messages> {
	const keys = (Object.keys(messages) as MessageKey[]).filter(
		(key) => key === "language" || beginnings.some((beginning) => key.startsWith(beginning)),
	);
	return Object.fromEntries(keys.map((key) => [key, messages[key]]));
}
