import { compareBytes } from "./byte-order.ts";
import { CborWriter } from "./cbor-writer.ts";

/** What the pages of a bundle can be narrowed by. */
export class PageFilters {
	/** Pages by filter and value. */
	readonly #pages = new Map<string, Map<string, number[]>>();

	addPage(page: number, filters: Readonly<Record<string, readonly string[]>>): void {
		for (const [filter, values] of Object.entries(filters))
			for (const value of values) {
				const byValue = this.#pages.get(filter) ?? new Map<string, number[]>();
				this.#pages.set(filter, byValue);
				const pages = byValue.get(value);
				if (pages) pages.push(page);
				else byValue.set(value, [page]);
			}
	}

	/** A file for each filter that has values. */
	list(): { readonly filter: string; readonly content: Uint8Array }[] {
		return sortedEntries(this.#pages).map(([filter, values]) => {
			const writer = new CborWriter();
			writer.array(2);
			writer.text(filter);
			writer.array(values.size);
			for (const [value, pages] of sortedEntries(values)) {
				writer.array(2);
				writer.text(value);
				writer.integers(pages);
			}
			return { filter, content: writer.take() };
		});
	}
}

function sortedEntries<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
	return [...map].sort(([a], [b]) => compareBytes(a, b));
}
