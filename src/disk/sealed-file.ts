/**
 * Text files of a cache. A checksum in the first line tells a file that was cut short or changed by hand, which counts
 * as missing.
 */
import { readFile } from "node:fs/promises";
import { writeFileAtomically } from "./atomic-write.ts";
import { sealText, unsealText } from "./digest.ts";

/** The text of a file; undefined where there is none, or it is damaged. */
export async function readSealed(file: string): Promise<string | undefined> {
	return unsealText(await readFile(file, "utf8").catch(() => ""));
}

export async function writeSealed(file: string, text: string): Promise<void> {
	await writeFileAtomically(file, sealText(text), { flush: false });
}
