/**
 * Text files of a cache. A checksum in the first line reveals a file that was truncated or changed by hand. Such a file
 * counts as missing.
 */
import { readFile } from "node:fs/promises";
import { writeFileAtomically } from "./atomic-write.ts";
import { sealText, unsealText } from "./digest.ts";

/** The text of a file; undefined if it is missing or damaged. */
export async function readSealed(file: string): Promise<string | undefined> {
	return unsealText(await readFile(file, "utf8").catch(() => ""));
}

/** The JSON value of a file; undefined if it is missing or damaged. */
export async function readRecord(file: string): Promise<unknown> {
	const text = await readSealed(file);
	return text === undefined ? undefined : JSON.parse(text);
}

export async function writeRecord(file: string, value: unknown): Promise<void> {
	await writeSealed(file, JSON.stringify(value));
}

export async function writeSealed(file: string, text: string): Promise<void> {
	await writeFileAtomically(file, sealText(text), { flush: false });
}
