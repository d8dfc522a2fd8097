import { fillForm, type OpenDraft, openDraft, watchDraft } from "../decap-store.ts";
import { offerUnsavedText } from "./offer-unsaved-text.ts";
import { unsavedTexts } from "./unsaved-texts.ts";

const millisecondsBetween = 3000;

/**
 * Keeps what is being written every few seconds and when the page goes, and offers it again when the same person opens
 * the same entry. It is forgotten when the save has been acknowledged.
 */
export function keepUnsavedTexts(person: string): void {
	unsavedTexts.belongTo(person);
	let written: unknown;
	let offered = "";
	let timer: ReturnType<typeof setTimeout> | undefined;
	let close = () => {};
	const keep = () => {
		clearTimeout(timer);
		timer = undefined;
		const draft = openDraft();
		if (!draft?.hasChanged || draft.data === written) return;
		written = draft.data;
		unsavedTexts.keep(draft.collection, draft.id, draft.data.toJS() as Record<string, unknown>, Date.now());
	};
	const offer = (draft: OpenDraft) => {
		const key = `${draft.collection}/${draft.id ?? "new"}`;
		if (key === offered) return;
		offered = key;
		close();
		const found = unsavedTexts.find(draft.collection, draft.id, Date.now());
		if (!found) return;
		const differing = differences(draft.data.toJS() as Record<string, unknown>, found.values);
		if (differing.length === 0) {
			unsavedTexts.forget(draft.collection, draft.id);
			return;
		}
		close = offerUnsavedText({
			collection: draft.collection,
			at: found.at,
			fields: differing.map((name) => ({
				name,
				now: draft.data.get(name) as unknown,
				unsaved: found.values[name],
			})),
			onRestore: () =>
				fillForm(Object.fromEntries(differing.map((name) => [name, found.values[name] ?? null]))),
			onDiscard: () => unsavedTexts.forget(draft.collection, draft.id),
		});
	};
	watchDraft(() => {
		const draft = openDraft();
		if (!draft) {
			offered = "";
			close();
			return;
		}
		if (draft.hasChanged) {
			if (draft.data !== written) timer ??= setTimeout(keep, millisecondsBetween);
		} else offer(draft);
	});
	window.addEventListener("pagehide", keep);
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "hidden") keep();
	});
}

/** Names of fields that are not the same; what is empty on both sides is. */
function differences(
	now: Readonly<Record<string, unknown>>,
	before: Readonly<Record<string, unknown>>,
): string[] {
	const names = new Set([...Object.keys(now), ...Object.keys(before)]);
	return [...names].filter((name) => comparable(now[name]) !== comparable(before[name]));
}

function comparable(value: unknown): string {
	const isEmpty = value === undefined || value === null || value === "" || value === false;
	return isEmpty || (Array.isArray(value) && value.length === 0) ? "" : JSON.stringify(value);
}
