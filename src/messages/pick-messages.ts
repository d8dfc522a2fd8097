import type { MessageKey, Messages } from "./say.ts";

/** The messages under these beginnings of keys, for a script that is to hold no others; the language is always among them. */
export function pickMessages(messages: Messages, beginnings: readonly string[]): Partial<Messages> {
	const keys = (Object.keys(messages) as MessageKey[]).filter(
		(key) => key === "language" || beginnings.some((beginning) => key.startsWith(beginning)),
	);
	return Object.fromEntries(keys.map((key) => [key, messages[key]]));
}
