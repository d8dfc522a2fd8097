import { formatNumber } from "../text/index.ts";
import { strings } from "./strings.ts";

/** What can be said of an article that came in, by how much a person should look at it. */
const noteKinds = [
	"refused",
	"leftAlone",
	"unreadableDate",
	"longTitle",
	"longSummary",
	"summaryAsBody",
	"longByLine",
	"tagLeftOut",
	"linkLeftOut",
	"renamed",
	"entities",
	"mended",
	"pictures",
	"captions",
	"undated",
] as const;
export type NoteKind = (typeof noteKinds)[number];

/** One remark on one article. */
export interface Note {
	readonly kind: NoteKind;
	/** What exactly, in Vietnamese or as the source has it; empty where the kind says all. */
	readonly detail: string;
}

interface Entry extends Note {
	readonly position: number;
	readonly label: string;
}

/** What an import did. */
export class ImportReport {
	/** Items of the source. */
	read = 0;
	/** Articles written now. */
	written = 0;
	/** Articles that stood there already, to the byte. */
	unchanged = 0;
	/** Author files written now. */
	authorsWritten = 0;
	readonly #entries: Entry[] = [];
	readonly #unusedFields = new Map<string, number>();

	/** @param label by which a person finds the article in the source */
	note(position: number, label: string, { kind, detail }: Note): void {
		this.#entries.push({ position, label, kind, detail });
	}

	/** The source said something that has no place in the model. */
	noteUnused(fields: readonly string[]): void {
		for (const field of fields) this.#unusedFields.set(field, (this.#unusedFields.get(field) ?? 0) + 1);
	}

	/** How many remarks of a kind there are. */
	count(kind: NoteKind): number {
		return this.#entries.filter((entry) => entry.kind === kind).length;
	}

	/** One line. */
	summary(): string {
		return strings.summary({
			read: formatNumber(this.read),
			taken: formatNumber(this.written + this.unchanged),
			written: formatNumber(this.written),
			unchanged: formatNumber(this.unchanged),
			leftAlone: formatNumber(this.count("leftAlone")),
			refused: formatNumber(this.count("refused")),
			authors: formatNumber(this.authorsWritten),
		});
	}

	/** The counts of each kind of remark, one a line. */
	overview(): string[] {
		return noteKinds
			.map((kind) => ({ kind, count: this.count(kind) }))
			.filter(({ count }) => count > 0)
			.map(({ kind, count }) => `${formatNumber(count).padStart(8)}  ${strings.notes[kind]}`);
	}

	/** The whole report as plain text: the counts, then every remark, what needs a person first. */
	text(sourceName: string): string {
		const sections = noteKinds.flatMap((kind) => {
			const entries = this.#entries
				.filter((entry) => entry.kind === kind)
				.sort((a, b) => a.position - b.position);
			if (entries.length === 0) return [];
			const lines = entries.map(({ label, detail }) => `- ${label}${detail === "" ? "" : `: ${detail}`}`);
			return [[`## ${strings.notes[kind]} (${formatNumber(entries.length)})`, ...lines].join("\n")];
		});
		const unused = [...this.#unusedFields].map(([field, count]) => `- ${field}: ${formatNumber(count)}`);
		if (unused.length > 0) sections.push([`## ${strings.unusedFields}`, ...unused].join("\n"));
		const head = [strings.reportTitle(sourceName), this.summary(), this.overview().join("\n")];
		return `${[...head, ...sections].filter((part) => part !== "").join("\n\n")}\n`;
	}
}
