import { expect, test } from "vitest";
import { asIsoDateTime, type IsoDateTime } from "../../model/ids.ts";
import type { Portal } from "../../model/portal.ts";
import { nextChange } from "./next-change.ts";

const moment = (text: string) => asIsoDateTime(`${text}:00+07:00`);

function change(dates: readonly IsoDateTime[], until?: IsoDateTime): IsoDateTime {
	const articles = dates.map((date) => ({ date }));
	return nextChange({ now: moment("2026-11-22T08:00"), articles } as unknown as Portal, until);
}

test("without anything scheduled, the next change is the next day", () => {
	expect(change([moment("2020-01-01T08:00")])).toBe(moment("2026-11-23T00:00"));
});

test("a document's earlier date comes first", () => {
	expect(change([], moment("2026-11-22T09:30"))).toBe(moment("2026-11-22T09:30"));
	expect(change([], moment("2026-11-24T09:30"))).toBe(moment("2026-11-23T00:00"));
});

test("an article older than two days leaves the news sitemap", () => {
	expect(change([moment("2026-11-20T08:30"), moment("2026-11-22T07:00")])).toBe("2026-11-22T08:30:01+07:00");
});
