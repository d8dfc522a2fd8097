import type { ReadFile } from "../finder/finder.ts";

const root = "/tim-kiem/chi-muc/";

/** Reads a file of the finder's index from the site. */
export const readIndex: ReadFile = async (path, signal, isFresh) => {
	const response = await fetch(root + path, {
		...(signal && { signal }),
		...(isFresh && { cache: "reload" }),
	});
	if (!response.ok) throw new Error(`${root}${path}: ${response.status}`);
	return new Uint8Array(await response.arrayBuffer());
};
