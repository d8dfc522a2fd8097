/** Hashes that decide where the index keeps things. They are part of its format: a change needs a new version. */

/** 32 bits of a word's UTF-16 code units, by FNV-1a. */
export function hashText(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++)
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	return hash >>> 0;
}

/** The hash under which a single word is filed, from the hash of its folded key. */
export function hashOfSingle(word: number): number {
	return mix(word ^ 0x5bd1e995);
}

/** The hash under which two neighbouring words are filed, from the hashes of their folded keys. */
export function hashOfPair(first: number, second: number): number {
	return mix(Math.imul(first, 0x9e3779b1) + second);
}

/** Spreads a difference in a few bits over all bits (the final mix of MurmurHash3). */
function mix(value: number): number {
	let hash = value;
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}

/** Detects files that were cut short or changed: 32 bits of a path and of the file's bytes. */
export function checksum(path: string, bytes: Uint8Array): number {
	let hash = hashText(path);
	for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
	return hash >>> 0;
}
