/**
 * Fields that readers see as written. They reach pages, the API and the preview automatically: a field that is added to
 * a schema is in the views.
 */
import type { z } from "zod";
import { type DocumentKind, documentSchemas } from "./schemas.ts";

type Fields<Kind extends DocumentKind> = z.output<(typeof documentSchemas)[Kind]>;

/** The other fields: pages show them in another form (a name for an id, a prepared picture), or not at all. */
const shownOtherwise = {
	article: [
		"author",
		"province",
		"committee",
		"event",
		"tags",
		"image",
		"related",
		"featured",
		"draft",
		"expires",
		"attachments",
		"formerAddresses",
		"withdrawn",
	],
	page: ["image"],
	author: ["kind", "photo", "email"],
	committee: ["shortName", "kind", "province", "successor"],
	tag: ["name"],
	"official-document": ["files", "replaces", "amends"],
	event: ["image"],
	schedule: ["week", "items", "note"],
	unit: ["parent"],
	person: ["posts", "portrait"],
	question: ["order", "documents", "articles"],
	banner: ["image", "place", "from", "until", "order"],
	site: ["logo", "banners", "homeCommittees", "abbreviations", "features", "archives"],
} as const satisfies { readonly [Kind in DocumentKind]: readonly (keyof Fields<Kind>)[] };

type Plain<Value> = Value extends string | number | boolean
	? Value
	: Value extends readonly (infer Item)[]
		? readonly Plain<Item>[]
		: { readonly [Name in keyof Value]: Plain<Exclude<Value[Name], undefined>> };

/** The fields of a document that readers see as they were written. */
export type AsWritten<Kind extends DocumentKind> = Plain<
	Omit<Fields<Kind>, (typeof shownOtherwise)[Kind][number]>
>;

/** The names of these fields, in the schema's order. */
function namesAsWritten(kind: DocumentKind): readonly string[] {
	let known = names.get(kind);
	if (!known) {
		const others: readonly string[] = shownOtherwise[kind];
		known = Object.keys(documentSchemas[kind].shape).filter((name) => !others.includes(name));
		names.set(kind, known);
	}
	return known;
}

const names = new Map<DocumentKind, readonly string[]>();

/**
 * The present fields of this kind in a document.
 * @param document may be incomplete
 */
export function asWritten<Kind extends DocumentKind>(
	kind: Kind,
	document: { readonly [Name in keyof AsWritten<Kind>]?: unknown },
): AsWritten<Kind> {
	const values = document as Readonly<Record<string, unknown>>;
	const present = namesAsWritten(kind).flatMap((name) =>
		values[name] === undefined ? [] : [[name, values[name]]],
	);
	return Object.fromEntries(present) as AsWritten<Kind>;
}
