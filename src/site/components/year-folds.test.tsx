import { expect, test } from "vitest";
import { sampleSite } from "./sample-views.ts";
import { YearFolds } from "./year-folds.tsx";

test("only the first year is open, and what has no year is named so", () => {
	const years = new Map<string | undefined, readonly string[]>([
		["2026", ["ba", "hai"]],
		["2025", ["một"]],
		[undefined, ["không"]],
	]);
	const html = String(
		<YearFolds site={sampleSite} years={years}>
			{(items) => items.join()}
		</YearFolds>,
	);
	expect(
		[...html.matchAll(/<details([^>]*)><summary>([^<]*)<\/summary>([^<]*)/g)].map(([, ...parts]) => parts),
	).toEqual([
		[' open=""', "Năm 2026", "ba,hai"],
		["", "Năm 2025", "một"],
		["", "Không rõ ngày", "không"],
	]);
});
