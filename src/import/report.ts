import { formatNumber } from "../text/index.ts";
import { strings } from "./strings.ts";

/** Kinds of remarks on an imported article, by how much attention they need. */
export const noteKinds = [
	"refused",
	"leftAlone",
	"edited",
	"unreadableDate",
	"wrongWeekday",
	"nearDuplicate",
	"doubt",
	"proposal",
	"deadLink",
	"longTitle",
	"longSummary",
	"summaryAsBody",
	"longByLine",
	"byLine",
	"fieldLeftOut",
	"tagLeftOut",
	"linkLeftOut",
	"converted",
	"parted",
	"renamed",
	"entities",
	"leadOnce",
	"sourceRepaired",
	"repaired",
	"pictures",
	"captions",
	"proposed",
	"furniture",
	"undated",
] as const;
export type NoteKind = (typeof noteKinds)[number];

/** How much attention each kind of remark needs. A remark counts the less, the higher its confidence is. */
const weights: Partial<Readonly<Record<NoteKind, number>>> = {
	refused: 100,
	leftAlone: 90,
	edited: 30,
	unreadableDate: 70,
	wrongWeekday: 120,
	nearDuplicate: 50,
	doubt: 60,
	proposal: 25,
	deadLink: 15,
	longTitle: 35,
	longSummary: 15,
	summaryAsBody: 30,
	longByLine: 30,
	byLine: 3,
	fieldLeftOut: 30,
	tagLeftOut: 10,
	linkLeftOut: 10,
	converted: 20,
	parted: 12,
	renamed: 5,
	pictures: 8,
	captions: 6,
	undated: 5,
	entities: 2,
	repaired: 1,
};

/** One remark on one article. */
export interface Note {
	readonly kind: NoteKind;
	/** Details, in Vietnamese or as in the source; empty if the kind says everything. */
	readonly detail: string;
	/** How sure the importer is of its decision, from 0 to 1; absent for facts. */
	readonly confidence?: number;
}

/** An item of a source, and its outcome. */
export interface ReportEntry {
	readonly source: string;
	readonly position: number;
	/** By which a person finds the item in the source. */
	readonly label: string;
	readonly title: string;
	/** Below the content folder; absent for an item that was not imported. */
	readonly file?: string;
	readonly notes: readonly Note[];
	/** The item in the source and the new article, both as excerpts. */
	readonly before: string;
	readonly after: string;
}

/** How much attention an article needs. */
export function attentionOf(notes: readonly Note[]): number {
	const sum = notes.reduce(
		(total, { kind, confidence }) =>
			total + (weights[kind] ?? 0) * (confidence === undefined ? 1 : 1 - confidence),
		0,
	);
	return Math.round(sum);
}

/** Collects reported entries as they come; memory does not grow with them. */
export interface ReportSink {
	add(entry: ReportEntry): Promise<void>;
}

/** What an import did. */
export class ImportReport {
	/** Items of the sources. */
	read = 0;
	/** Articles written now. */
	written = 0;
	/** Articles that were already there, unchanged in the source. */
	unchanged = 0;
	/** Articles whose source has changed, rewritten. */
	updated = 0;
	/** Official documents, events, weeks and so on that are in the content folder now, as the source has them. */
	records = 0;
	/** Author files written now. */
	authorsWritten = 0;
	readonly #counts = new Map<NoteKind, number>();
	readonly #unusedFields = new Map<string, number>();
	readonly #sink: ReportSink;

	constructor(sink: ReportSink = { add: async () => {} }) {
		this.#sink = sink;
	}

	async add(entry: ReportEntry): Promise<void> {
		for (const { kind } of entry.notes) this.#counts.set(kind, this.count(kind) + 1);
		await this.#sink.add(entry);
	}

	/** The source has something that does not fit the model. */
	noteUnused(fields: readonly string[]): void {
		for (const field of fields) this.#unusedFields.set(field, (this.#unusedFields.get(field) ?? 0) + 1);
	}

	/** Fields of the sources that are not read, with the number of articles that have them. */
	get unusedFields(): ReadonlyMap<string, number> {
		return this.#unusedFields;
	}

	/** How many remarks of a kind there are. */
	count(kind: NoteKind): number {
		return this.#counts.get(kind) ?? 0;
	}

	/** Articles and records of the sources that are in the content folder now, whoever wrote them last. */
	get taken(): number {
		return (
			this.records +
			this.written +
			this.updated +
			this.unchanged +
			this.count("leftAlone") +
			this.count("edited")
		);
	}

	/** The counts in one line of Vietnamese. */
	summary(): string {
		return strings.summary({
			read: formatNumber(this.read),
			taken: formatNumber(this.written + this.updated + this.unchanged),
			written: formatNumber(this.written),
			updated: formatNumber(this.updated),
			unchanged: formatNumber(this.unchanged),
			leftAlone: formatNumber(this.count("leftAlone") + this.count("edited")),
			refused: formatNumber(this.count("refused")),
			authors: formatNumber(this.authorsWritten),
			records: formatNumber(this.records),
		});
	}

	/** The counts of each kind of remark, one per line. */
	overview(): string[] {
		return noteKinds
			.filter((kind) => this.count(kind) > 0)
			.map((kind) => `${formatNumber(this.count(kind)).padStart(8)}  ${strings.notes[kind]}`);
	}
}
