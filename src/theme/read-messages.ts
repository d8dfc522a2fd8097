import { type ContentProblem, nearest, readData } from "../content/index.ts";
import { type Message, type Messages, placeholdersOf, strings as texts } from "../messages/index.ts";
import { strings } from "./strings.ts";

/** The site's texts with those that `theme/strings.yml` replaces. */
export interface MessagesResult {
	readonly messages: Messages;
	readonly problems: readonly ContentProblem[];
}

type Fields = { readonly [name: string]: Field };
type Field = string | readonly Field[] | Fields;

const pluralCategories: ReadonlySet<string> = new Set(["zero", "one", "two", "few", "many", "other"]);

/**
 * Reads a portal's own texts. Keys may be written whole (`list.page:`) or one within the other (`list:`, `page:`).
 *
 * @param file as problems are to name it
 */
export function readMessages(file: string, bytes: Buffer): MessagesResult {
	const { document, problem } = readData(file, bytes);
	if (!document) return { messages: texts, problems: [problem] };
	const own: Record<string, Message> = {};
	const problems: ContentProblem[] = [];

	function refuse(path: readonly string[], wording: Pick<ContentProblem, "message" | "remedy">): void {
		const line = document?.lineOf(path);
		problems.push({ file, ...(line === undefined ? {} : { line }), field: path.join("."), ...wording });
	}

	function take(path: readonly string[], field: Field): void {
		const key = path.join(".");
		const isKnown = Object.hasOwn(texts, key);
		if (typeof field === "string") {
			if (!isKnown) refuse(path, strings.unknownText(key, nearest(key, Object.keys(texts))));
			else if (isFilledAsIts(key, field, path)) own[key] = field;
		} else if (Array.isArray(field)) {
			refuse(path, strings.notText());
		} else if (isKnown && Object.keys(field).every((name) => pluralCategories.has(name))) {
			takePlural(path, key, field as Fields);
		} else {
			for (const [name, inner] of Object.entries(field as Fields)) take([...path, name], inner);
		}
	}

	function takePlural(path: readonly string[], key: string, forms: Fields): void {
		if (typeof forms.other !== "string") {
			refuse(path, strings.noOtherForm());
			return;
		}
		const sound = Object.entries(forms).filter(([name, form]) => {
			if (typeof form === "string") return isFilledAsIts(key, form, [...path, name]);
			refuse([...path, name], strings.notText());
			return false;
		});
		own[key] = Object.fromEntries(sound) as unknown as Message;
	}

	function isFilledAsIts(key: string, text: string, path: readonly string[]): boolean {
		const known = placeholdersOf(texts[key as keyof typeof texts]);
		const unknown = placeholdersOf(text).filter((name) => !known.includes(name));
		for (const name of unknown) refuse(path, strings.unknownPlaceholder(name, known));
		if (key === "language" && !isLanguage(text)) {
			refuse(path, strings.badLanguage(text));
			return false;
		}
		return unknown.length === 0;
	}

	for (const [name, field] of Object.entries(document.fields)) take([name], field as Field);
	return { messages: { ...texts, ...own }, problems };
}

function isLanguage(text: string): boolean {
	try {
		return Intl.getCanonicalLocales(text).length === 1;
	} catch {
		return false;
	}
}
