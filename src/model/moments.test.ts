/** What holds at a moment or on a day. */
import { expect, test } from "vitest";
import { changedAt, isExpired, isPublished, isWithdrawn } from "./article.ts";
import { asIsoDateTime, asIsoDay } from "./ids.ts";
import { isInForce } from "./official-document.ts";
import { isFormer } from "./person.ts";
import { inOrder } from "./schedule.ts";
import { counterOf, lettersTo, takesComments } from "./site.ts";

const eight = asIsoDateTime("2026-11-22T08:00:00+07:00");
const nine = asIsoDateTime("2026-11-22T09:00:00+07:00");
const before = asIsoDay("2026-11-21");
const day = asIsoDay("2026-11-22");
const after = asIsoDay("2026-11-23");

test.each<[string, unknown, unknown]>([
	["an article is published from its date on", isPublished({ draft: false, date: eight }, eight), true],
	["an article is not published before", isPublished({ draft: false, date: nine }, eight), false],
	["a draft is not published", isPublished({ draft: true, date: eight }, nine), false],
	["is withdrawn from that moment on", isWithdrawn({ withdrawn: { date: eight, reason: "" } }, eight), true],
	["has expired from that moment on", isExpired({ expires: eight }, eight), true],
	["has not expired before", isExpired({ expires: nine }, eight), false],
	["never expires", isExpired({ expires: undefined }, eight), false],
	["has not changed", changedAt({}), undefined],
	["was updated last", changedAt({ updated: nine, corrections: [{ date: eight }] }), nine],
	["was corrected last", changedAt({ updated: eight, corrections: [{ date: nine }] }), nine],
	["was corrected only", changedAt({ corrections: [{ date: nine }, { date: eight }] }), nine],
	["is always in force", isInForce({ effective: undefined, expires: undefined }, day), true],
	["is in force on its first day", isInForce({ effective: day, expires: undefined }, day), true],
	["is in force on its last day", isInForce({ effective: before, expires: day }, day), true],
	["is not in force before", isInForce({ effective: after, expires: undefined }, day), false],
	["is not in force after", isInForce({ effective: undefined, expires: before }, day), false],
	["has a post on its last day", isFormer({ until: day }, day), false],
	["has no post after its last day", isFormer({ until: before }, day), true],
	["has a post without an end", isFormer({ until: undefined }, day), false],
])("%s", (_, actual, expected) => {
	expect(actual).toBe(expected);
});

test("items of a schedule are sorted by day and hour, those without an hour first", () => {
	const item = (what: string, date: typeof day, from?: string) => ({
		what,
		date,
		from,
		kind: "work" as const,
	});
	const items = [item("4", after), item("3", day, "14:00"), item("1", day), item("2", day, "07:30")];
	expect(inOrder(items).map(({ what }) => what)).toEqual(["1", "2", "3", "4"]);
	expect(items[0]?.what).toBe("4");
});

const voice = { views: true, letters: true, comments: "all" } as const;
const counter = { service: "goatcounter", address: "https://dem.example.vn" } as const;

test.each([
	["none", "open", false],
	["all", undefined, true],
	["all", "closed", false],
	["chosen", undefined, false],
	["chosen", "open", true],
] as const)(
	"a site that takes comments of %s takes them for an article with %s: %s",
	(comments, own, takes) => {
		expect(takesComments({ ...voice, comments }, own)).toBe(takes);
	},
);

test("counter and letters need their switch", () => {
	expect(counterOf({ ...voice, counter })).toBe(counter);
	expect(counterOf({ ...voice, counter, views: false })).toBeUndefined();
	const contact = { email: "toasoan@example.vn" };
	expect(lettersTo({ voice, contact })).toBe(contact.email);
	expect(lettersTo({ voice: { letters: false }, contact })).toBeUndefined();
	expect(lettersTo({ contact })).toBeUndefined();
});
