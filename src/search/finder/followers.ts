/**
 * What follows a pair in a document: 8 bits of the hash of each different follower. They are packed in a number of 32
 * bits, one above the other from its lowest byte on; a byte of 0 stands for none, so that 0 tells of no follower.
 */
import { hashOfSingle } from "./hash.ts";

/** Bits of a follower. */
export const followerBits = 8;
/** Of a pair that stands in a document more often only so many followers are told; then any may follow. */
export const mostFollowers = 4;
/** Stands for more followers than fit. No byte comes twice in others. */
export const anyFollower = 0xffffffff;

const sentenceEnd = 1;
const byte = 2 ** followerBits - 1;

/** What is kept of the word that follows a pair, from the hash of its folded key, or of the end of the sentence. */
export function followerOf(word: number | undefined): number {
	if (word === undefined) return sentenceEnd;
	return Math.max(sentenceEnd + 1, hashOfSingle(word) >>> (32 - followerBits));
}

/** The followers, packed, with those of the same pair elsewhere in the document. */
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

/** Whether one of the packed followers is this one. Not where any may follow. */
export function hasFollower(followers: number, follower: number): boolean {
	for (let rest = followers; rest !== 0; rest >>>= followerBits) if ((rest & byte) === follower) return true;
	return false;
}

/** One of the packed followers. @param place counted from 0, below `countFollowers` */
export function followerAt(followers: number, place: number): number {
	return (followers >>> (place * followerBits)) & byte;
}

/** @param followers packed, not `anyFollower` */
export function countFollowers(followers: number): number {
	return Math.ceil((32 - Math.clz32(followers)) / followerBits);
}
