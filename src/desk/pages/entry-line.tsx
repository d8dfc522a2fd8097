/** An entry's line in the desk's lists. */
import { formatDay, toVietnamMoment } from "../../text/index.ts";
import { thumbnailAddress } from "../api/results.ts";
import { deskEntry } from "../desk-collections.ts";
import { type Collection, editorPath, formFragment } from "../messages.ts";
import type { EntrySummary } from "../store/index.ts";
import { entryStrings as strings } from "./strings.ts";

/** The form for an entry. */
export function formAddress(collection: Collection, id: string): string {
	return `${editorPath}${formFragment(collection, id)}`;
}

/** "14:01" of a moment in Vietnam's time. */
export function clockOf(moment: string): string {
	return moment.slice(11, 16);
}

/** "22/11/2026 14:01", of any moment or day. */
export function shortMoment(moment: string): string {
	if (moment.length <= 10) return formatDay(moment);
	const local = toVietnamMoment(Date.parse(moment));
	return `${formatDay(local)} ${clockOf(local)}`;
}

/** The label of an entry's state, and the key for its colour. */
function stateOf(entry: EntrySummary): keyof typeof strings.states {
	if (entry.withdrawn !== undefined && entry.state === "published") return "withdrawn";
	if (entry.scheduledFor !== undefined) return "scheduled";
	return entry.state;
}

export function StateMark({ entry }: { readonly entry: EntrySummary }) {
	const state = stateOf(entry);
	return <span class={`desk-state desk-state-${state}`}>{strings.states[state]}</span>;
}

/** Title, state and other facts in two lines; without a picture if space is short. */
export function EntryLine({
	entry,
	withPicture = false,
}: {
	readonly entry: EntrySummary;
	readonly withPicture?: boolean;
}) {
	const facts = [
		entry.names.committee,
		entry.names.province,
		entry.names.authors.join(", "),
		// What is scheduled says so below.
		entry.date && entry.date !== entry.scheduledFor && shortMoment(entry.date),
	].filter(Boolean);
	return (
		<div class="desk-line">
			{withPicture && (
				<span class="desk-thumb">
					{entry.image !== undefined && (
						<img
							src={thumbnailAddress(entry.collection, entry.id, entry.image)}
							alt=""
							loading="lazy"
							width="80"
							height="54"
						/>
					)}
				</span>
			)}
			<div>
				<a class="desk-title" href={formAddress(deskEntry(entry.collection), entry.id)}>
					{entry.title || entry.id}
				</a>
				<p class="desk-facts">
					<StateMark entry={entry} />
					{facts.length > 0 && <span>{facts.join(" · ")}</span>}
					{entry.state !== "published" && entry.isPublished && (
						<span>{strings.readersHave[entry.withdrawn === undefined ? "published" : "withdrawn"]}</span>
					)}
					{entry.scheduledFor !== undefined && (
						<span>{strings.scheduledFor(shortMoment(entry.scheduledFor))}</span>
					)}
					{entry.changedBy !== undefined && entry.changedAt !== undefined && (
						<span>{strings.changedBy(entry.changedBy, shortMoment(entry.changedAt))}</span>
					)}
				</p>
				{entry.reason !== undefined && <p class="desk-reason">{strings.returned(entry.reason)}</p>}
			</div>
		</div>
	);
}
