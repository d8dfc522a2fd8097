import type { Map as ImmutableMap } from "immutable";
import type { Entry, RelationOption } from "../../src/desk/messages.ts";
import { fold } from "../../src/text/index.ts";
import { askDesk, entryPath } from "../desk/desk-client.ts";
import { findRelations, isDeskAsked, titleElsewhere } from "../relations.ts";

type Field = ImmutableMap<string, unknown>;

/**
 * The possible values of a field: with `options`, one of these; else documents of a collection, which the desk finds.
 */
function fixedOptions(field: Field): readonly RelationOption[] {
	const options = field.get("options") as Iterable<ImmutableMap<string, string>> | undefined;
	return [...(options ?? [])].map((option) => ({
		id: String(option.get("value")),
		title: String(option.get("label")),
	}));
}

/**
 * The options that match some words; accents are ignored.
 *
 * @param day of the document: provinces are those of that day, including the office's additions
 * @throws if no server answers
 */
export async function findOptions(
	field: Field,
	words: string,
	day: string,
): Promise<readonly RelationOption[]> {
	const options = fixedOptions(field);
	if (options.length === 0) return await findRelations(String(field.get("collection")), words, { limit: 30 });
	const wanted = fold(words);
	const found = options.filter(({ title }) => fold(title).includes(wanted));
	return isProvince(field) && isDeskAsked() ? await provincesOf(day, words) : found;
}

function isProvince(field: Field): boolean {
	return field.get("name") === "province";
}

function provincesOf(day: string, words: string): Promise<readonly RelationOption[]> {
	const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day);
	return findRelations("provinces", words, { limit: 200, ...(isDay && { day }) });
}

const titles = new Map<string, Promise<string>>();

/** The label of an id: its name, or the id if there is none. */
export async function optionOf(field: Field, id: string, day: string): Promise<RelationOption> {
	const fixed = fixedOptions(field);
	if (fixed.length > 0) {
		// The form's own list has all names but those that the office added.
		const own = isProvince(field) ? await provincesOf(day, "").catch(() => []) : [];
		return [...own, ...fixed].find((option) => option.id === id) ?? { id, title: id };
	}
	const collection = String(field.get("collection"));
	const key = `${collection}/${id}`;
	const known =
		titles.get(key) ??
		titleElsewhere(collection, id)
			.then(async (title) => title ?? (await askDesk<Entry>(entryPath(collection, id))).title)
			.then(
				(title) => title || id,
				() => {
					titles.delete(key);
					return id;
				},
			);
	titles.set(key, known);
	return { id, title: await known };
}
