/** @jsxImportSource react */
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import {
	type Entry,
	type EntryUses,
	historyAddress,
	type StateAnswer,
	type StateTarget,
} from "../../src/desk/messages.ts";
import { openDraft, watchDraft } from "../decap-store.ts";
import { formatMomentShortly } from "../format-moment.ts";
import { loadAgain } from "../leave-page.ts";
import { strings } from "../strings.ts";
import { unsavedTexts } from "../unsaved/unsaved-texts.ts";
import { askReason } from "./ask-reason.ts";
import { askDiscard, askRemoval } from "./ask-removal.ts";
import { askDesk, entryPath, readSession } from "./desk-client.ts";
import { listenToDesk } from "./desk-events.ts";
import { EntryPresence, type Place } from "./entry-presence.tsx";
import { leaveForList } from "./lead-to-desk.ts";
import { NextWaiting, rememberDecision } from "./next-waiting.tsx";
import { openEntries } from "./open-entries.ts";
import { ScheduleForm } from "./schedule-form.tsx";
import { watchHeight } from "./watch-height.ts";

/** Kinds of which a published entry can be removed: nothing that is published needs one of them to be shown. */
const removable: ReadonlySet<string> = new Set(["articles", "tags"]);

/** Shows, below the form, the state of the entry, who else has it open, and the possible actions. */
export function showEntryBar(): void {
	const place = document.createElement("div");
	place.id = "entry-bar";
	document.body.append(place);
	createRoot(place).render(<EntryBar />);
}

/** The bar is fixed and takes no room of its own. */
const watchBar = (bar: HTMLElement) => watchHeight(bar, "--entry-bar-height");

function EntryBar() {
	const place = usePlace();
	useVersion(openEntries.listen);
	const hasChanged = useHasChanged();
	const news = useOnlineNews(place);
	const changedBy = useChangedBy(place);
	const [message, setMessage] = useState("");
	if (!place) return null;
	const entry = openEntries.get(place.collection, place.id);
	if (!entry) return null;
	const path = entryPath(place.collection, place.id);
	const act = async (to: StateTarget, more: { reason?: string; at?: string } = {}) => {
		try {
			const answer = await askDesk<StateAnswer>(`${path}/state`, {
				method: "POST",
				body: { to, base: openEntries.get(place.collection, place.id)?.revision, ...more },
			});
			if (entry.state === "review") rememberDecision(place);
			openEntries.changed(place.collection, place.id, answer);
			setMessage("");
			const now = await askDesk<Entry>(path);
			// Some actions change the text, and somebody else may have changed it.
			if (now.text === entry.text) openEntries.set(place.collection, place.id, now);
			else loadAgain();
		} catch (error) {
			setMessage(error instanceof Error ? error.message : String(error));
		}
	};
	const remove = async (pendingOnly: boolean) => {
		const title = entry.title || place.id;
		try {
			const isAgreed = pendingOnly
				? await askDiscard(title)
				: await askRemoval(title, entry, await askDesk<EntryUses>(`${path}/uses`));
			if (!isAgreed) return;
			const base = openEntries.get(place.collection, place.id)?.revision;
			await askDesk(path, { method: "DELETE", body: { base, ...(pendingOnly && { pendingOnly }) } });
			unsavedTexts.forget(place.collection, place.id);
			if (pendingOnly) loadAgain();
			else leaveForList(place.collection);
		} catch (error) {
			setMessage(error instanceof Error ? error.message : String(error));
		}
	};
	return (
		<aside ref={watchBar} className="entry-bar" aria-label={strings.entry.label}>
			<p role="status">
				<strong>{stateOf(entry)}</strong>
				{entry.scheduledFor && ` · ${strings.entry.scheduled(formatMomentShortly(entry.scheduledFor))}`}
				{entry.reason && ` · ${strings.entry.sentBack(entry.reason)}`}
				{message && ` · ${message}`}
				{news && ` · ${news}`}
			</p>
			<EntryPresence place={place} />
			{changedBy !== "" && (
				<p className="entry-bar-presence" role="status">
					{hasChanged ? strings.entry.changedWhileWriting(changedBy) : strings.entry.changedBy(changedBy)}{" "}
					{!hasChanged && (
						<button type="button" onClick={loadAgain}>
							{strings.entry.seeNew}
						</button>
					)}
				</p>
			)}
			{hasChanged && <p>{strings.entry.saveFirst}</p>}
			{!hasChanged && entry.state !== "review" && <NextWaiting place={place} />}
			{!hasChanged && !openEntries.isReopening && (
				<Actions
					// A question that was open is answered.
					key={entry.revision}
					place={place}
					entry={entry}
					mayRemove={removable.has(place.collection) || !entry.published}
					onAct={(to, more) => void act(to, more)}
					onRemove={(pendingOnly) => void remove(pendingOnly)}
				/>
			)}
		</aside>
	);
}

/** The state of the pending text, and whether what readers have is withdrawn. */
function stateOf({ state, withdrawn }: Pick<Entry, "state"> & Partial<Entry>): string {
	const own = strings.entry.states[state];
	if (withdrawn === undefined) return own;
	const gone = strings.entry.withdrawn(formatMomentShortly(withdrawn));
	return state === "published" ? gone : `${own} · ${gone}`;
}

function Actions({
	place,
	entry,
	mayRemove,
	onAct,
	onRemove,
}: {
	readonly place: Place;
	readonly entry: Pick<Entry, "state" | "published"> & Partial<Entry>;
	/** Whether entries of this kind are removed from here. */
	readonly mayRemove: boolean;
	/** @param pendingOnly readers keep what they have */
	readonly onRemove: (pendingOnly: boolean) => void;
	readonly onAct: (to: StateTarget, more?: { reason?: string; at?: string }) => void;
}) {
	const may = entry.may?.to ?? [];
	const withReason = async (to: StateTarget, question: string, action: string) => {
		const reason = await askReason(question, action);
		if (reason) onAct(to, { reason });
	};
	return (
		<div className="entry-bar-actions">
			{entry.state !== "review" && may.includes("review") && (
				<button type="button" onClick={() => onAct("review")}>
					{strings.entry.sendForReview}
				</button>
			)}
			{entry.state === "review" && may.includes("approved") && (
				<button type="button" onClick={() => onAct("approved")}>
					{strings.entry.approve}
				</button>
			)}
			{entry.state !== "writing" && entry.state !== "published" && may.includes("writing") && (
				<button
					type="button"
					onClick={() => void withReason("writing", strings.entry.whySentBack, strings.entry.sendBack)}
				>
					{strings.entry.sendBack}
				</button>
			)}
			{entry.state !== "published" && may.includes("published") && (
				<>
					<button type="button" className="entry-bar-main" onClick={() => onAct("published")}>
						{strings.entry.publish}
					</button>
					<ScheduleForm onChoose={(at) => onAct("published", { at })} />
				</>
			)}
			{entry.published && may.includes("withdrawn") && (
				<button
					type="button"
					onClick={() => void withReason("withdrawn", strings.entry.whyWithdrawn, strings.entry.withdraw)}
				>
					{strings.entry.withdraw}
				</button>
			)}
			{entry.may?.discard && (
				<button type="button" onClick={() => onRemove(true)}>
					{strings.removal.discard}
				</button>
			)}
			{mayRemove && entry.may?.remove && (
				<button type="button" className="entry-bar-danger" onClick={() => onRemove(false)}>
					{strings.removal.remove}
				</button>
			)}
			{entry.address && (
				<a href={entry.address} target="_blank" rel="noreferrer">
					{strings.entry.seeOnline}
				</a>
			)}
			<a href={historyAddress(place.collection, place.id)}>{strings.entry.history}</a>
		</div>
	);
}

/** The entry in the page's address. */
function usePlace(): Place | undefined {
	const [place, setPlace] = useState(readPlace);
	useEffect(() => {
		const look = () => setPlace(readPlace());
		window.addEventListener("hashchange", look);
		return () => window.removeEventListener("hashchange", look);
	}, []);
	return place;
}

function readPlace(): Place | undefined {
	const [, collection, id] = /^#\/collections\/([^/]+)\/entries\/(.+?)(?:\?.*)?$/.exec(location.hash) ?? [];
	return collection && id ? { collection, id: decodeURIComponent(id) } : undefined;
}

function useVersion(listen: (listener: () => void) => () => void): void {
	const [, setVersion] = useState(0);
	useEffect(() => {
		const end = listen(() => setVersion((version) => version + 1));
		return () => void end();
	}, [listen]);
}

function useHasChanged(): boolean {
	const [hasChanged, setChanged] = useState(false);
	useEffect(() => watchDraft(() => setChanged(openDraft()?.hasChanged === true)), []);
	return hasChanged;
}

/** The progress of the entry's build, from its begin until the entry is online. */
function useOnlineNews(place: Place | undefined): string {
	const [news, setNews] = useState("");
	useEffect(() => {
		setNews("");
		if (!place) return undefined;
		return listenToDesk("online", ({ entries, message }) => {
			if (entries.some(({ id }) => id === place.id)) setNews(message);
		});
	}, [place]);
	return news;
}

/** Who else has changed the entry since it was opened here; empty for nobody. */
function useChangedBy(place: Place | undefined): string {
	const [name, setName] = useState("");
	useEffect(() => {
		setName("");
		if (!place) return undefined;
		return listenToDesk("changed", ({ collection, id, by }) => {
			if (collection !== place.collection || id !== place.id) return;
			void readSession().then((session) => {
				if (by !== session?.person.name) setName(by);
			});
		});
	}, [place]);
	return name;
}
