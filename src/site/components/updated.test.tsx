import { expect, test } from "vitest";
import { asIsoDateTime, asIsoDay } from "../../model/ids.ts";
import { sampleSite } from "./sample-views.ts";
import { Updated } from "./updated.tsx";

test.each([
	[asIsoDateTime("2026-11-22T14:01:00+07:00"), "Cập nhật: 22/11/2026 14:01"],
	[asIsoDay("2026-11-22"), "Cập nhật: 22/11/2026"],
])("shows the update of %s without a time that is not known", (at, shown) => {
	expect(String(<Updated site={sampleSite} at={at} />).replace(/<[^>]*>/g, "")).toBe(shown);
});
