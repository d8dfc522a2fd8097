/** The list of a part's files, for phones that keep the whole index. The finder itself does not need it. */

/** A file: its path below the index's root, its size in bytes, and its checksum as in `sumOf`. */
export type ListedFile = readonly [path: string, size: number, sum: string];

/** @param part the folder of a segment, or `labels` */
export function fileListPath(part: string): string {
	return `${part}/files.json`;
}

/** The checksum in a file's header, as eight hexadecimal digits. */
export function sumOf(bytes: Uint8Array): string {
	return new DataView(bytes.buffer, bytes.byteOffset).getUint32(1).toString(16).padStart(8, "0");
}
