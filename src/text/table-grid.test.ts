import { expect, test } from "vitest";
import { tableGrid } from "./table-grid.ts";

interface Part {
	readonly tagName: string;
	readonly children: readonly Part[];
	readonly text: string;
	getAttribute(name: string): string | null;
}

const part = (
	tagName: string,
	spans: Record<string, string>,
	children: readonly Part[] = [],
	text = "",
): Part => ({
	tagName,
	children,
	text,
	getAttribute: (name) => spans[name] ?? null,
});
const cell = (text: string, spans: Record<string, string> = {}) => part("TD", spans, [], text);
const row = (...cells: Part[]) => part("TR", {}, cells);
const textsOf = (...rows: Part[]) =>
	tableGrid(rows).map((places) => places.map((place) => place?.text ?? ""));

test("cells stay in their columns beside and below merged ones", () => {
	const grid = textsOf(
		row(cell("TT", { rowspan: "2" }), cell("Số hộ", { colspan: "2" }), cell("Ghi chú", { rowspan: "3" })),
		row(cell("2024"), cell("2025")),
		row(cell("1"), cell("5"), cell("6")),
		row(cell("2"), cell("7"), cell("8"), cell("mới")),
	);
	expect(grid).toEqual([
		["TT", "Số hộ", "", "Ghi chú"],
		["", "2024", "2025", ""],
		["1", "5", "6", ""],
		["2", "7", "8", "mới"],
	]);
});

test.each(["0", "-1", "x", "", "1e9"])("a span of %j neither fails nor leaves the table", (span) => {
	const grid = textsOf(row(cell("a", { rowspan: span }), cell("b", { colspan: span })), row(cell("c")));
	expect(grid).toHaveLength(2);
	expect(grid.flat().filter((text) => text !== "")).toEqual(["a", "b", "c"]);
	expect(Math.max(...grid.map(({ length }) => length))).toBeLessThanOrEqual(101);
});
