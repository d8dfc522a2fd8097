import { describe, expect, test } from "vitest";
import { isSyllable } from "./syllable.ts";

describe("isSyllable", () => {
	test.each(
		"nguyen truong hoang quoc giu gi uy y yen khuyu nghieng hoac xoong quynh thuo ia duong".split(" "),
	)("accepts %s", (word) => {
		expect(isSyllable(word)).toBe(true);
	});

	test.each(["", "facebook", "dda", "nawng", "ng", "str", "us", "open", "hoii", "2020", "wifi"])(
		"rejects %j",
		(word) => {
			expect(isSyllable(word)).toBe(false);
		},
	);
});
