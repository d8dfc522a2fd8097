import { followingBits, impactBits } from "../finder/format.ts";
import type { Posting } from "./encode-bucket.ts";

/** A document's number, the level and the followers in 32 bits, so that up to two million documents can be told. */
export function packPosting(document: number, level: number, followers: number): number {
	return (document * 2 ** impactBits + level) * 2 ** (2 ** followingBits) + followers;
}

export function unpackPosting(packed: number): Omit<Posting, "spelling"> {
	const rest = packed >>> (2 ** followingBits);
	return {
		document: rest >>> impactBits,
		level: rest % 2 ** impactBits,
		followers: packed % 2 ** (2 ** followingBits),
	};
}
