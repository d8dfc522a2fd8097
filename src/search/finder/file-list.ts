/** What a part of the index consists of, for phones that keep all of it. The finder itself does without. */

/** A file by its path below the index, its bytes, and its checksum as `sumOf` reads it. */
export type ListedFile = readonly [path: string, size: number, sum: string];

/** @param part the folder of a segment, or `labels` */
export function fileListPath(part: string): string {
	return `${part}/files.json`;
}

/** The checksum that stands in the head of a file, eight hexadecimal digits. */
export function sumOf(bytes: Uint8Array): string {
	return new DataView(bytes.buffer, bytes.byteOffset).getUint32(1).toString(16).padStart(8, "0");
}
