/** Hashes that the index is laid out by. They are part of its format: a change needs a new version. */

/** 32 bits of a word's UTF-16 code units, by FNV-1a. */
export function hashText(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++)
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	return hash >>> 0;
}

/** What a single word is filed under, from the hash of its folded key. */
export function hashOfSingle(word: number): number {
	return mix(word ^ 0x5bd1e995);
}

/** What two neighbours are filed under, from the hashes of their folded keys. */
export function hashOfPair(first: number, second: number): number {
	return mix(Math.imul(first, 0x9e3779b1) + second);
}

/** Spreads what differs in few bits over all of them (the end of MurmurHash3). */
function mix(value: number): number {
	let hash = value;
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}

/** Tells files that were cut short or changed: 32 bits of a path and the bytes below it. */
export function checksum(path: string, bytes: Uint8Array): number {
	let hash = hashText(path);
	for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
	return hash >>> 0;
}
