/** One action for several articles. Each is handled separately: a refusal for one does not stop the others. */
import { readDocument, type WritableFields, writeDocument } from "../../content/index.ts";
import { formatNumber, spellingKey } from "../../text/index.ts";
import type { Desk } from "../api/context.ts";
import { Refusal } from "../api/refuse.ts";
import { strings as apiStrings } from "../api/strings.ts";
import type { PublishedEntry } from "../online/online.ts";
import type { Person } from "../people.ts";
import type { OpenedEntry, SaveResult, StateResult } from "../store/index.ts";
import type { Said } from "./said.tsx";
import { entryStrings } from "./strings.ts";

const strings = entryStrings.list;

type BulkAction = keyof typeof strings.actions;

function isBulkAction(word: string): word is BulkAction {
	return Object.hasOwn(strings.actions, word);
}

/** Actions that need a further input. */
const fieldsNeeded: ReadonlySet<string> = new Set<BulkAction>(["tag", "committee", "withdrawn", "writing"]);

/** Most articles of one action; a page of the list shows at most 200. */
const mostAtOnce = 200;

export async function doForAll(
	{ store, online }: Desk,
	form: URLSearchParams,
	person: Person,
): Promise<Said> {
	const action = form.get("action") ?? "";
	if (!isBulkAction(action)) throw new Refusal(400, apiStrings.badRequest);
	const ids = form.getAll("id");
	if (ids.length === 0) return { faults: [strings.nothingChosen] };
	const field = action === "tag" || action === "committee" ? action : "reason";
	const value = form.get(field)?.trim() ?? "";
	if (value === "" && fieldsNeeded.has(action)) return { faults: [strings.needs[field]] };
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
		const result = await perform(action, id, opened);
		const reason = reasonOf(result);
		if (reason === undefined) done++;
		else failures.push(strings.failed(title, reason));
		if (result.kind === "changed" && result.publication) {
			published.push({ collection: "articles", id, title, commit: result.publication.commit });
		}
	}
	if (published.length > 0) online.publish(published);
	return {
		...(done > 0 && { done: strings.done(formatNumber(done)) }),
		...(failures.length > 0 && { faults: failures }),
	};

	async function perform(
		action: BulkAction,
		id: string,
		opened: OpenedEntry,
	): Promise<StateResult | SaveResult> {
		const base = opened.revision;
		if (action === "tag" || action === "committee") {
			const text = changedText(opened.text, action, value);
			if (text === undefined) return { kind: "refused", message: apiStrings.invalid };
			return await store.save({ collection: "articles", id, text, base }, person);
		}
		const request = { collection: "articles" as const, id, to: action, base };
		return await store.changeState(value === "" ? request : { ...request, reason: value }, person);
	}
}

/** The text with one more tag or another committee; undefined if it cannot be read or nothing was chosen. */
function changedText(text: string, action: "tag" | "committee", value: string): string | undefined {
	const bytes = Buffer.from(text);
	const read = readDocument("", bytes);
	if (value === "" || !read.document) return undefined;
	const fields = read.document.fields as WritableFields;
	const tags = Array.isArray(fields.tags) ? fields.tags : [];
	const isTagged = tags.some((tag) => spellingKey(String(tag)) === spellingKey(value));
	const changed =
		action === "committee" ? { committee: value } : { tags: isTagged ? tags : [...tags, value] };
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
