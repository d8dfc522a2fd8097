import { formatNumber } from "../text/numbers.ts";
import type { strings } from "./strings.ts";

export type MessageKey = keyof typeof strings;

/**
 * The site's texts by key, as plain data. A text with a count may have several forms, one for each plural category of
 * its language (`one`, `few`, `other`), as https://cldr.unicode.org/index/cldr-spec/plural-rules names them.
 */
export type Messages = Readonly<Record<MessageKey, Message>>;
export type Message = string | PluralMessage;
export type PluralMessage = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Anything with a site's messages, mainly `SiteView`. */
export interface Speaking {
	readonly messages: Messages;
}

type PlaceholdersIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
	? Name | PlaceholdersIn<Rest>
	: never;

/** The values of a message's placeholders. Quantities are numbers; numbers that only name something are text. */
export type MessageValues<Key extends MessageKey> = {
	readonly [Name in PlaceholdersIn<(typeof strings)[Key]>]: string | number;
};

type Filling<Key extends MessageKey> = keyof MessageValues<Key> extends never
	? []
	: [values: MessageValues<Key>];

/**
 * A text of the site in its language, with its placeholders filled. The first value that is a number chooses among the
 * plural forms of a text that has several; all are formatted as numbers of the language.
 */
export function say<Key extends MessageKey>(speaking: Speaking, key: Key, ...[values]: Filling<Key>): string {
	const message = speaking.messages[key];
	if (!values) return typeof message === "string" ? message : message.other;
	const given: Readonly<Record<string, string | number>> = values;
	const language = languageOf(speaking);
	const text = typeof message === "string" ? message : pluralForm(message, given, language);
	return text.replace(placeholder, (written, name: string) => {
		const value = given[name];
		if (value === undefined) return written;
		return typeof value === "number" ? formatNumber(value, language) : value;
	});
}

/** The language of the texts, as a BCP 47 tag: `vi`. */
export function languageOf({ messages: { language } }: Speaking): string {
	return typeof language === "string" ? language : language.other;
}

const placeholder = /\{(\w+)\}/g;

function pluralForm(
	message: PluralMessage,
	values: Readonly<Record<string, string | number>>,
	language: string,
): string {
	const count = Object.values(values).find((value) => typeof value === "number");
	if (count === undefined) return message.other;
	return message[new Intl.PluralRules(language).select(count)] ?? message.other;
}

/** The placeholders in a text, each once, in order: `{count} bài` has `count`. */
export function placeholdersOf(text: string): string[] {
	return [...new Set([...text.matchAll(placeholder)].map(([, name = ""]) => name))];
}
