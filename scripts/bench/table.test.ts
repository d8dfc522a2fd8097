import { expect, test } from "vitest";
import { formatTable } from "./table.ts";

test("formatTable aligns the first column left and the others right", () => {
	const table = formatTable(
		["Cảnh", "Giây"],
		[
			["publish", "1,2"],
			["full", "120,0"],
		],
	);
	expect(table).toBe(["Cảnh      Giây", "───────  ─────", "publish    1,2", "full     120,0"].join("\n"));
});

test("formatTable fills rows that are too short", () => {
	expect(formatTable(["a", "b"], [["xx"]])).toBe(["a   b", "──  ─", "xx"].join("\n"));
});
