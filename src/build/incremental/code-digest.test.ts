import { expect, test } from "vitest";
import { codeDigests } from "./code-digest.ts";

const program = {
	"a.ts": { sha256: "1", imports: ["b.ts", "c.ts"] },
	"b.ts": { sha256: "2", imports: ["c.ts"] },
	// Modules may import each other in a cycle.
	"c.ts": { sha256: "3", imports: ["b.ts"] },
	"d.ts": { sha256: "4", imports: ["gone.ts"] },
};

/** The modules whose digest differs from that of the program above. */
function changedIn(change: Partial<typeof program>, packages = "packages"): string[] {
	const [before, after] = [
		codeDigests(program, "packages"),
		codeDigests({ ...program, ...change }, packages),
	];
	expect(after.modules).toEqual(Object.keys(program));
	return after.modules.filter((module) => before.of(module) !== after.of(module));
}

test("a module's digest changes with each file that it imports, directly or not, and with no other", () => {
	expect(changedIn({})).toEqual([]);
	expect(changedIn({ "a.ts": { ...program["a.ts"], sha256: "x" } })).toEqual(["a.ts"]);
	expect(changedIn({ "b.ts": { ...program["b.ts"], sha256: "x" } })).toEqual(["a.ts", "b.ts", "c.ts"]);
	expect(changedIn({ "d.ts": { ...program["d.ts"], sha256: "x" } })).toEqual(["d.ts"]);
});

test("a module's digest changes with its list of imports and with its packages", () => {
	expect(changedIn({ "d.ts": { sha256: "4", imports: ["c.ts"] } })).toEqual(["d.ts"]);
	expect(changedIn({}, "others")).toEqual(Object.keys(program));
});

test("a module that is not part of the program is an error that names it", () => {
	expect(() => codeDigests(program, "").of("e.ts")).toThrow("e.ts is not part of the program");
	expect(codeDigests(program, "").of("a.ts")).toBe(codeDigests(program, "").of("a.ts"));
});

test("a module's digest is the same in whatever order it imports", () => {
	const other = { ...program, "a.ts": { sha256: "1", imports: ["c.ts", "b.ts"] } };
	expect(codeDigests(other, "").of("a.ts")).toBe(codeDigests(program, "").of("a.ts"));
});
