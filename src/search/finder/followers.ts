/**
 * The followers of a pair in a document: 8 bits of the hash of each different follower. They are packed into a 32-bit
 * number from its lowest byte on. A byte of 0 means none, so 0 means no follower.
 */
import { hashOfSingle } from "./hash.ts";

/** The number of bits of a follower. */
export const followerBits = 8;
/** The most followers of a pair in a document; with more, any word may follow. */
export const mostFollowers = 4;
/** Means more followers than fit. (Other values never contain a byte twice.) */
export const anyFollower = 0xffffffff;

const sentenceEnd = 1;
const byte = 2 ** followerBits - 1;

/** The follower byte of a word, from the hash of its folded key, or that of the end of the sentence. */
export function followerOf(word: number | undefined): number {
	if (word === undefined) return sentenceEnd;
	return Math.max(sentenceEnd + 1, hashOfSingle(word) >>> (32 - followerBits));
}

/** Merges packed followers of two occurrences of a pair in a document. */
export function withFollowers(known: number, more: number): number {
	if (known === anyFollower || more === anyFollower) return anyFollower;
	let all = known;
	for (let rest = more; rest !== 0; rest >>>= followerBits) {
		if (hasFollower(all, rest & byte)) continue;
		const count = countFollowers(all);
		if (count === mostFollowers) return anyFollower;
		all = (all | ((rest & byte) << (count * followerBits))) >>> 0;
	}
	return all;
}

/** Whether the packed followers contain one. Not for `anyFollower`. */
export function hasFollower(followers: number, follower: number): boolean {
	for (let rest = followers; rest !== 0; rest >>>= followerBits) if ((rest & byte) === follower) return true;
	return false;
}

/**
 * One of the packed followers.
 * @param place from 0, below `countFollowers`
 */
export function followerAt(followers: number, place: number): number {
	return (followers >>> (place * followerBits)) & byte;
}

/** @param followers packed, not `anyFollower` */
export function countFollowers(followers: number): number {
	return Math.ceil((32 - Math.clz32(followers)) / followerBits);
}
