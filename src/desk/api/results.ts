/** Turns results of the store into answers of the API. */
import { deskEntry } from "../desk-collections.ts";
import type { ConflictAnswer, EntrySummary, Problem, ProblemsAnswer } from "../messages.ts";
import { apiPath, widthParameter } from "../messages.ts";
import type * as Store from "../store/index.ts";
import { Refusal } from "./refuse.ts";
import { strings } from "./strings.ts";

type Unhappy = Store.Conflict | Store.Refused | Store.Missing | Store.Invalid;

/**
 * Returns a successful result.
 *
 * @throws Refusal 403, 404, 409 or 422 for any other
 */
export function happy<Result extends { readonly kind: string }>(
	result: Result | Unhappy,
): Exclude<Result, Unhappy> {
	switch (result.kind) {
		case "conflict":
			throw new Refusal(
				409,
				strings.conflict((result as Store.Conflict).by),
				conflictOf(result as Store.Conflict),
			);
		case "refused":
			throw new Refusal(403, (result as Store.Refused).message);
		case "missing":
			throw new Refusal(404, strings.noEntry);
		case "invalid":
			throw new Refusal(422, strings.invalid, {
				problems: (result as Store.Invalid).problems.map((problem): Problem => ({ ...problem })),
			} satisfies Omit<ProblemsAnswer, "message">);
		default:
			return result as Exclude<Result, Unhappy>;
	}
}

function conflictOf(conflict: Store.Conflict): Omit<ConflictAnswer, "message"> {
	const { kind: _, ...rest } = conflict;
	return { conflict: rest };
}

export function summaryOf(summary: Store.EntrySummary): EntrySummary {
	const { author, isPublished, image, collection, ...rest } = summary;
	return {
		...rest,
		authors: author,
		published: isPublished,
		...(image !== undefined && { image: thumbnailAddress(collection, summary.id, image) }),
	};
}

/** The address at which the desk shows a file of an entry, pending or published. */
export function fileAddress(collection: Store.EntrySummary["collection"], id: string, path: string): string {
	return `${apiPath}/entries/${deskEntry(collection)}/${encodeURIComponent(id)}/files/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** The address of its thumbnail. */
export function thumbnailAddress(
	collection: Store.EntrySummary["collection"],
	id: string,
	path: string,
): string {
	return `${fileAddress(collection, id, path)}?${widthParameter}=160`;
}
