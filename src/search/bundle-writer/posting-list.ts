/** Numbers of a posting: the form of a word, the page, the place on it. */
const recordSize = 3;
/** Numbers that are kept in one array. */
const chunkSize = recordSize << 16;

/** Where a form stands, by page, ascending. */
export interface Postings {
	readonly pages: Uint32Array;
	/** As many as pages. */
	readonly places: Uint32Array;
}

/** Collects postings page by page, and hands them out form by form. */
export class PostingList {
	readonly #full: Uint32Array[] = [];
	#chunk = new Uint32Array(chunkSize);
	#used = 0;

	add(form: number, page: number, place: number): void {
		if (this.#used === chunkSize) {
			this.#full.push(this.#chunk);
			this.#chunk = new Uint32Array(chunkSize);
			this.#used = 0;
		}
		this.#chunk[this.#used] = form;
		this.#chunk[this.#used + 1] = page;
		this.#chunk[this.#used + 2] = place;
		this.#used += recordSize;
	}

	/** @param forms how many there are */
	byForm(forms: number): (form: number) => Postings {
		const chunks = [...this.#full, this.#chunk.subarray(0, this.#used)];
		// First where each form's postings begin; once they are in their places, where they end.
		const bounds = new Uint32Array(forms + 1);
		for (const chunk of chunks)
			for (let at = 0; at < chunk.length; at += recordSize) {
				const next = (chunk[at] ?? 0) + 1;
				bounds[next] = (bounds[next] ?? 0) + 1;
			}
		for (let form = 1; form <= forms; form++) bounds[form] = (bounds[form] ?? 0) + (bounds[form - 1] ?? 0);
		const pages = new Uint32Array(bounds[forms] ?? 0);
		const places = new Uint32Array(bounds[forms] ?? 0);
		for (const chunk of chunks)
			for (let at = 0; at < chunk.length; at += recordSize) {
				const form = chunk[at] ?? 0;
				const to = bounds[form] ?? 0;
				bounds[form] = to + 1;
				pages[to] = chunk[at + 1] ?? 0;
				places[to] = chunk[at + 2] ?? 0;
			}
		return (form) => {
			const [start, end] = [form === 0 ? 0 : bounds[form - 1], bounds[form]];
			return { pages: pages.subarray(start, end), places: places.subarray(start, end) };
		};
	}
}
