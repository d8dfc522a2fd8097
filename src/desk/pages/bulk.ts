/** One action for several articles. Each is done for itself: what one is refused does not hold back the others. */
import { readDocument, type WritableFields, writeDocument } from "../../content/index.ts";
import type { Desk } from "../api/context.ts";
import { strings as apiStrings } from "../api/strings.ts";
import type { PublishedEntry } from "../online/online.ts";
import type { Person } from "../people.ts";
import type { OpenedEntry, SaveResult, StateResult } from "../store/index.ts";
import { entryStrings } from "./strings.ts";

const strings = entryStrings.list;

export type BulkAction = keyof typeof strings.actions;

export function isBulkAction(word: string): word is BulkAction {
	return Object.hasOwn(strings.actions, word);
}

/** Articles in one go; a page of the list shows at most 200. */
const mostAtOnce = 200;

export async function doForAll(
	{ store, online }: Desk,
	action: BulkAction,
	ids: readonly string[],
	value: string,
	person: Person,
): Promise<{ readonly done: number; readonly failures: readonly string[] }> {
	if (ids.length === 0) return { done: 0, failures: [strings.nothingChosen] };
	const failures: string[] = [];
	const published: PublishedEntry[] = [];
	let done = 0;
	for (const id of ids.slice(0, mostAtOnce)) {
		const opened = await store.open("articles", id, person);
		if ("kind" in opened) {
			failures.push(strings.failed(id, apiStrings.noEntry));
			continue;
		}
		const { title } = opened.summary;
		const result = await perform(id, opened);
		const reason = reasonOf(result);
		if (reason === undefined) done++;
		else failures.push(strings.failed(title, reason));
		if (result.kind === "changed" && result.publication) {
			published.push({ collection: "articles", id, title, commit: result.publication.commit });
		}
	}
	if (published.length > 0) online.publish(published);
	return { done, failures };

	async function perform(id: string, opened: OpenedEntry): Promise<StateResult | SaveResult> {
		const base = opened.revision;
		if (action === "tag" || action === "committee") {
			const text = changedText(opened.text, action, value.trim());
			if (text === undefined) return { kind: "refused", message: apiStrings.invalid };
			return await store.save({ collection: "articles", id, text, base }, person);
		}
		const request = { collection: "articles" as const, id, to: action, base };
		return await store.changeState(value.trim() ? { ...request, reason: value.trim() } : request, person);
	}
}

/** With a tag more or another committee; undefined where the text cannot be read or nothing was named. */
function changedText(text: string, action: "tag" | "committee", value: string): string | undefined {
	const bytes = Buffer.from(text);
	const read = readDocument("", bytes);
	if (value === "" || !read.document) return undefined;
	const fields = read.document.fields as WritableFields;
	const tags = Array.isArray(fields.tags) ? fields.tags : [];
	const changed =
		action === "committee" ? { committee: value } : { tags: tags.includes(value) ? tags : [...tags, value] };
	return writeDocument({ ...fields, ...changed }, read.document.body);
}

function reasonOf(result: StateResult | SaveResult): string | undefined {
	switch (result.kind) {
		case "conflict":
			return apiStrings.conflict(result.by);
		case "refused":
			return result.message;
		case "missing":
			return apiStrings.noEntry;
		case "invalid":
			return result.problems.map(({ message }) => message).join("; ");
		default:
			return undefined;
	}
}
