/** The office's units in their order, with current and former holders of their posts. */
import { recordAddress } from "../../model/addresses.ts";
import { asWritten } from "../../model/as-written.ts";
import { dayOf, type Slug } from "../../model/ids.ts";
import { isFormer, type Post } from "../../model/person.ts";
import type { RecordOf } from "../../model/records.ts";
import { compareNames, compareVietnamese } from "../../text/index.ts";
import type { FormerPostView, LinkView, OfficialView, PictureView } from "../views.ts";
import { pictureOf } from "./cards.ts";
import type { PlanContext } from "./context.ts";
import { optional } from "./optional.ts";

export type Unit = RecordOf<"units">;
type Person = RecordOf<"people">;

/** The units below a unit, or the highest ones. */
export function unitsBelow({ portal }: PlanContext, parent: Slug | undefined): Unit[] {
	return [...portal.records.units.values()]
		.filter((unit) => unit.parent === parent)
		.sort((one, other) => compareOrder(one, other) || compareVietnamese(one.name, other.name));
}

export function unitLink({ id, name }: Unit): LinkView {
	return { label: name, address: recordAddress("units", id) };
}

interface Ordered {
	readonly order?: number | undefined;
}

/** Units without an order come last. */
function compareOrder({ order: one = last }: Ordered, { order: other = last }: Ordered): number {
	return one - other;
}

/** Greater than any order. */
const last = Number.MAX_SAFE_INTEGER;

/** The people with posts in a unit at the portal's moment, in the order of the posts. */
export function officialsOf(context: PlanContext, unit: Slug): OfficialView[] {
	const today = dayOf(context.portal.now);
	return holders(context, unit, (post) => !isFormer(post, today) && (post.from ?? today) <= today)
		.sort(
			([one, [first]], [other, [second]]) =>
				compareOrder(first ?? {}, second ?? {}) || compareNames(one.name, other.name),
		)
		.map(([person, posts]) => ({
			...asWritten("person", person),
			posts: posts.map(({ title, from }) => ({ title, ...optional("from", from) })),
			...optional("portrait", portraitOf(context, person)),
		}));
}

/** The former posts of a unit, the one that ended last first. */
export function formerPostsOf(context: PlanContext, unit: Slug): FormerPostView[] {
	const today = dayOf(context.portal.now);
	return holders(context, unit, (post) => isFormer(post, today))
		.flatMap(([{ name }, posts]) =>
			posts.flatMap(({ title, from, until }) =>
				until === undefined ? [] : [{ name, title, ...optional("from", from), until }],
			),
		)
		.sort((one, other) => (one.until < other.until ? 1 : one.until > other.until ? -1 : 0));
}

/** People with their matching posts in a unit, in order. People without such a post are left out. */
function holders(
	{ portal }: PlanContext,
	unit: Slug,
	isWanted: (post: Post) => boolean,
): [Person, readonly Post[]][] {
	return [...portal.records.people.values()].flatMap((person): [Person, readonly Post[]][] => {
		const posts = person.posts.filter((post) => post.unit === unit && isWanted(post)).sort(compareOrder);
		return posts.length > 0 ? [[person, posts]] : [];
	});
}

export function portraitOf(context: PlanContext, { file, portrait }: Person): PictureView | undefined {
	return pictureOf(context, file, portrait);
}
