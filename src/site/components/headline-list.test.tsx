import { expect, test } from "vitest";
import { asIsoDateTime } from "../../model/ids.ts";
import { HeadlineList } from "./headline-list.tsx";
import { sampleCard, sampleSite } from "./sample-views.ts";

test("a list of times shows a day only when it changes, but always has it for screen readers", () => {
	const moments = ["2026-11-22T16:00:00+07:00", "2026-11-22T08:00:00+07:00", "2026-11-21T09:00:00+07:00"];
	const headlines = moments.map((moment) => ({ ...sampleCard, date: asIsoDateTime(moment) }));
	const html = String(<HeadlineList site={sampleSite} headlines={headlines} dates="both" />);
	expect(html.match(/headline-list-same/g)).toHaveLength(1);
	expect(html.match(/>22\/11\/2026</g)).toHaveLength(2);
});
