import { expect, test } from "vitest";
import { compareSites } from "./site-changes.ts";

test("compareSites counts added, changed and removed files, search indexes separately", () => {
	const file = (sha256: string, size: number) => ({ sha256, size });
	const before = new Map([
		["/", file("a", 10)],
		["/same.html", file("b", 20)],
		["/gone.html", file("c", 30)],
		["/pagefind/2026/x", file("d", 40)],
	]);
	const after = new Map([
		["/", file("a2", 11)],
		["/same.html", file("b", 20)],
		["/new.html", file("e", 50)],
		["/pagefind/2026/y", file("f", 60)],
		["/tim-kiem/chi-muc/2026/z", file("g", 5)],
	]);
	expect(compareSites(before, after)).toEqual({
		pages: { added: 1, changed: 1, removed: 1, bytes: 61 },
		search: { added: 2, changed: 0, removed: 1, bytes: 65 },
	});
});
