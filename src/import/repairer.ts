import { cleanText, fold, stripControls, stripInvisible, toNfc } from "../text/index.ts";
import { repairHtml, repairText, type TextChange } from "./encodings/index.ts";
import { partSentences } from "./part-glued.ts";
import type { Note } from "./report.ts";
import { strings } from "./strings.ts";

/** The most places that are listed; of further ones, only the number is told. */
const placesAtMost = 20;

/**
 * Repairs the texts of one article and records everything that it changes: half-decoded characters, legacy encodings,
 * Unicode form, look-alikes of đ, invisible characters, missing spaces between sentences. Words and the places of tone
 * marks never change.
 */
export class Repairer {
	readonly #entities = new Set<string>();
	readonly #encodings = new Map<string, number>();
	readonly #parted: string[] = [];
	#composed = 0;
	#eths = 0;
	#invisible = 0;
	#others = false;

	/** Repairs a text of several lines. */
	text(raw: string): string {
		const { text, changes } = repairText(raw.toWellFormed());
		this.#note(changes);
		return this.#part(this.clean(text));
	}

	/** Repairs the text between tags. Sentences are parted later, in its Markdown. */
	html(raw: string): string {
		const { html, changes } = repairHtml(raw.toWellFormed());
		this.#note(changes);
		return this.clean(html);
	}

	#note(changes: readonly TextChange[]): void {
		for (const { kind, before } of changes) {
			if (kind === "entities") for (const entity of before.split(" ")) this.#entities.add(entity);
			else this.#encodings.set(kind, (this.#encodings.get(kind) ?? 0) + 1);
		}
	}

	line(raw: string): string {
		return this.text(raw).replace(/\s+/g, " ").trim();
	}

	/** Repairs markup, in which character references and addresses must stay as they are. */
	clean(raw: string): string {
		const text = raw.toWellFormed();
		const repaired = cleanText(text);
		if (repaired === text) return text;
		const composed = toNfc(text);
		// Combining marks count as extra letters compared with composed text.
		this.#composed += text.length - composed.length;
		this.#eths += text.match(/[ðÐ]/g)?.length ?? 0;
		this.#invisible += text.length - stripInvisible(text).length;
		this.#others ||= composed.length === text.length;
		return repaired;
	}

	/** Repairs Markdown, including missing spaces between sentences. Addresses stay unchanged. */
	markdown(raw: string): string {
		// Character references in markup may have been control characters.
		const text = stripControls(raw);
		this.#others ||= text !== raw;
		return this.#part(text);
	}

	#part(text: string): string {
		const parted = partSentences(text);
		this.#parted.push(...parted.places);
		return parted.text;
	}

	/** What was changed, for the report. */
	notes(): Note[] {
		const said = [
			...(this.#composed > 0 ? [strings.repairedForm(this.#composed)] : []),
			...(this.#eths > 0 ? [strings.repairedEths(this.#eths)] : []),
			...(this.#invisible > 0 ? [strings.repairedInvisible(this.#invisible)] : []),
			...(this.#others && this.#composed + this.#eths + this.#invisible === 0
				? [strings.repairedCharacters]
				: []),
		];
		const parted = this.#parted.slice(0, placesAtMost).map((place) => `…${place}…`);
		if (this.#parted.length > placesAtMost) parted.push(strings.andMore(this.#parted.length - placesAtMost));
		return [
			...[...this.#encodings].map(([encoding, lines]) => ({
				kind: "converted" as const,
				detail: strings.convertedLines(encoding, lines),
			})),
			...(said.length > 0 ? [{ kind: "repaired" as const, detail: said.join("; ") }] : []),
			...(this.#entities.size > 0
				? [{ kind: "entities" as const, detail: [...this.#entities].join(" ") }]
				: []),
			...(parted.length > 0 ? [{ kind: "parted" as const, detail: parted.join(" ") }] : []),
		];
	}
}

/** Whether two texts are equal except for spaces, accents and punctuation. */
export function isSameText(a: string, b: string): boolean {
	return lettersOf(a) === lettersOf(b);
}

function lettersOf(text: string): string {
	return fold(text).replace(/[^a-z0-9]/g, "");
}
