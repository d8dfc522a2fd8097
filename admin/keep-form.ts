/**
 * A save leaves the form open as it is: with the focus, the caret, and all that was typed while it ran. Decap itself
 * would take the whole form for saved, and open it anew with what the server has.
 */
import createRootReducer from "decap-cms-core/dist/esm/reducers/combinedReducer.js";
import { type DecapAction, store } from "decap-cms-core/dist/esm/redux/index.js";
import { fromJS, type Map as ImmutableMap, is, List } from "immutable";
import { toVietnamMoment } from "../src/text/index.ts";
import { draftAdditions } from "./decap-store.ts";
import { differingFields } from "./differing-fields.ts";

type Values = ImmutableMap<string, unknown>;
type Draft = ImmutableMap<string, unknown>;

const storedAction = "FORM_STORED_OTHERWISE";

/**
 * Puts what the server made of a save into the form, but for fields that were changed meanwhile.
 *
 * @returns whether the form shows all of it
 */
export function showStored(values: Readonly<Record<string, unknown>>): boolean {
	store.dispatch({ type: storedAction, payload: { values } });
	const shown = valuesOf(store.getState().entryDraft);
	return Object.entries(values).every(([name, value]) => is(shown?.get(name), fromJS(value)));
}

export function keepForm(): void {
	const reduce = createRootReducer();
	store.replaceReducer((state, action) => {
		if (state && isLoadOfSaved(state.entryDraft, action)) return state;
		const next = reduce(state, action);
		if (!state) return next;
		const entryDraft = draftAfter(action, state.entryDraft, next.entryDraft);
		return entryDraft === next.entryDraft ? next : { ...next, entryDraft };
	});
}

/** Otherwise Decap would show that it is loading, in place of the form. */
function isLoadOfSaved(draft: Draft, { type, payload }: DecapAction): boolean {
	const isLoad = type === "UNPUBLISHED_ENTRY_REQUEST" || type === "ENTRY_REQUEST";
	return isLoad && isOfSaved(draft, payload?.collection, payload?.slug);
}

function isOfSaved(draft: Draft, collection: unknown, slug: unknown): boolean {
	if (draft.get(draftAdditions.isSaved) !== true || draft.getIn(["entry", "collection"]) !== collection)
		return false;
	return draft.getIn(["entry", "newRecord"]) === true || draft.getIn(["entry", "slug"]) === slug;
}

function draftAfter({ type, payload }: DecapAction, before: Draft, after: Draft): Draft {
	switch (type) {
		case "DRAFT_CREATE_EMPTY": {
			// A new document begins now. As a change of the form, its moment would be something to be saved.
			const begun = valuesOf(after).map((value) =>
				value === "{{now}}" ? toVietnamMoment(Date.now()) : value,
			);
			return after
				.setIn(["entry", "data"], begun)
				.set(draftAdditions.stored, begun)
				.delete(draftAdditions.isSaved);
		}
		case "DRAFT_CREATE_FROM_ENTRY": {
			const entry = after.get("entry") as ImmutableMap<string, unknown>;
			return isOfSaved(before, entry.get("collection"), entry.get("slug"))
				? carriedOver(before, entry)
				: after.set(draftAdditions.stored, valuesOf(after)).delete(draftAdditions.isSaved);
		}
		case "ENTRY_PERSIST_REQUEST":
		case "UNPUBLISHED_ENTRY_PERSIST_REQUEST":
			return after.set(draftAdditions.sent, valuesOf(after));
		case "ENTRY_PERSIST_SUCCESS":
		case "UNPUBLISHED_ENTRY_PERSIST_SUCCESS": {
			const sent = after.get(draftAdditions.sent);
			return sent === undefined
				? after
				: compared(
						after
							.delete(draftAdditions.sent)
							.set(draftAdditions.stored, sent)
							.set(draftAdditions.isSaved, true),
					);
		}
		case "ENTRY_PERSIST_FAILURE":
		case "UNPUBLISHED_ENTRY_PERSIST_FAILURE":
			return after.delete(draftAdditions.sent);
		case storedAction:
			return withStored(after, payload?.values ?? {});
		case "DRAFT_CHANGE_FIELD":
		case "ADD_DRAFT_ENTRY_MEDIA_FILE":
		case "REMOVE_DRAFT_ENTRY_MEDIA_FILE":
			return compared(after);
		default:
			return after;
	}
}

function valuesOf(draft: Draft): Values {
	return draft.getIn(["entry", "data"]) as Values;
}

/** Decap compares with the published text, too, and takes every field of a new entry that was touched for a change. */
function compared(draft: Draft): Draft {
	const stored = draft.get(draftAdditions.stored) as Values | undefined;
	if (!stored) return draft;
	return draft.set("hasChanged", differingFields(valuesOf(draft).toObject(), stored.toObject()).length > 0);
}

/** The form as it is, for the entry that the server has by now. */
function carriedOver(draft: Draft, loaded: ImmutableMap<string, unknown>): Draft {
	const before = draft.get("entry") as ImmutableMap<string, unknown>;
	const path = String(loaded.get("path") ?? "");
	const folder = path.replace(/\.[^./]*$/, "");
	const isArticle = loaded.get("collection") === "articles";
	const added = (before.get("mediaFiles") as List<ImmutableMap<string, unknown>>)
		.filter((file) => file.get("draft") === true)
		.map((file) =>
			// Only now has a new article a folder for its files.
			isArticle ? file.set("path", `${folder}/${file.get("name")}`) : file,
		);
	const known = new Set(added.map((file) => file.get("path")));
	const others = ((loaded.get("mediaFiles") ?? List()) as List<ImmutableMap<string, unknown>>).filter(
		(file) => !known.has(file.get("path")),
	);
	return draft.set(
		"entry",
		loaded
			.set("data", before.get("data"))
			.set("mediaFiles", added.concat(others))
			.set("newRecord", false)
			.set("isPersisting", before.get("isPersisting")),
	);
}

function withStored(draft: Draft, values: Readonly<Record<string, unknown>>): Draft {
	const sent = draft.get(draftAdditions.sent) as Values | undefined;
	if (!sent) return draft;
	return Object.entries(values).reduce((changed, [name, value]) => {
		const stored = fromJS(value);
		const isLate = !is(changed.getIn(["entry", "data", name]), sent.get(name));
		return (isLate ? changed : changed.setIn(["entry", "data", name], stored)).setIn(
			[draftAdditions.sent, name],
			stored,
		);
	}, draft);
}
