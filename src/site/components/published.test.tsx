import { expect, test } from "vitest";
import { asIsoDateTime, asIsoDay } from "../../model/ids.ts";
import { Published } from "./published.tsx";
import { sampleSite } from "./sample-views.ts";

const day = asIsoDay("2017-07-13");
const moment = asIsoDateTime("2017-07-13T14:01:00+07:00");

test.each([
	[{ date: moment }, "line", '<time datetime="2017-07-13T14:01:00+07:00">Thứ Năm, 13/07/2017 | 14:01</time>'],
	[{ date: moment }, "day", '<time datetime="2017-07-13T14:01:00+07:00">13/07/2017</time>'],
	[{ date: day }, "line", '<time datetime="2017-07-13">Thứ Năm, 13/07/2017</time>'],
	[{ date: day }, "day", '<time datetime="2017-07-13">13/07/2017</time>'],
	[{ date: day, undated: true }, "line", "<span>Không rõ ngày</span>"],
	[{ date: day, undated: true }, "day", "<span>Không rõ ngày</span>"],
] as const)("%j as a %s is %s", (article, format, expected) => {
	expect(String(<Published site={sampleSite} article={article} format={format} />)).toBe(expected);
});
