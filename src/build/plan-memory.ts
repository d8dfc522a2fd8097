/**
 * Remembers, from build to build, which inputs led to which digest, so that the view behind a digest need not be made
 * again to learn that it is the same. Losing it costs time and nothing else.
 */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { sealText, unsealText } from "../content/index.ts";
import type { UrlPath } from "../model/ids.ts";

export interface PlanMemory {
	/** The digest that these inputs led to, or the one that `make` finds now. */
	recall(address: UrlPath, inputs: string, make: () => string): string;
	/** Writes what this build recalled, where it differs from what was known. */
	save(): Promise<void>;
}

/** Both digests have this length, and stand before the address on each line. */
const digestLength = 22;

export async function openPlanMemory(file: string): Promise<PlanMemory> {
	const known = parse(unsealText(await readFile(file, "utf8").catch(() => "")) ?? "");
	const lines: string[] = [];
	let isChanged = false;
	return {
		recall(address, inputs, make) {
			const digests = known.get(address);
			const isKnown = digests?.startsWith(inputs) === true;
			const made = isKnown ? digests.slice(digestLength) : make();
			if (!isKnown) isChanged = true;
			lines.push(inputs + made + address);
			return made;
		},
		async save() {
			if (!isChanged && lines.length === known.size) return;
			await mkdir(dirname(file), { recursive: true });
			const unfinished = `${file}.${process.pid}`;
			await writeFile(unfinished, sealText(`${lines.join("\n")}\n`));
			await rename(unfinished, file);
		},
	};
}

function parse(text: string): Map<string, string> {
	const known = new Map<string, string>();
	for (let start = 0; start < text.length; ) {
		const end = text.indexOf("\n", start);
		known.set(text.slice(start + 2 * digestLength, end), text.slice(start, start + 2 * digestLength));
		start = end + 1;
	}
	return known;
}
