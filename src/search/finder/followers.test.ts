import fc from "fast-check";
import { expect, test } from "vitest";
import {
	anyFollower,
	countFollowers,
	followerOf,
	hasFollower,
	mostFollowers,
	withFollowers,
} from "./followers.ts";

const followers = fc.array(
	fc.option(fc.nat(0xffffffff)).map((hash) => followerOf(hash ?? undefined)),
	{ maxLength: 6 },
);

function packed(list: readonly number[]): number {
	return list.reduce(withFollowers, 0);
}

test("each follower is recorded once, and none if there are too many", () => {
	fc.assert(
		fc.property(followers, followers, (here, elsewhere) => {
			const different = new Set([...here, ...elsewhere]);
			const all = withFollowers(packed(here), packed(elsewhere));
			expect(all === anyFollower).toBe(different.size > mostFollowers);
			if (all === anyFollower) return;
			expect(countFollowers(all)).toBe(different.size);
			for (let follower = 1; follower < 256; follower++)
				expect(hasFollower(all, follower)).toBe(different.has(follower));
		}),
	);
});

test("the end of a sentence differs from every word", () => {
	fc.assert(
		fc.property(fc.nat(0xffffffff), (word) => {
			expect(followerOf(word)).not.toBe(followerOf(undefined));
		}),
	);
});
