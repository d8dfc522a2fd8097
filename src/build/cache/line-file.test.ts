import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { LineFile, piecesOf, readPart } from "./line-file.ts";

const directory = mkdtempSync(join(tmpdir(), "line-file-"));
const path = join(directory, "lines");
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Lines with lengths around 512 bytes, which are read first. */
const anyLine = fc.oneof(
	fc.nat({ max: 8 }),
	fc.integer({ min: 505, max: 520 }),
	fc.integer({ min: 1020, max: 1040 }),
);

test("every place belongs to its line, with the line feed", () => {
	fc.assert(
		fc.property(
			fc.array(anyLine, { minLength: 1, maxLength: 6 }),
			fc.boolean(),
			fc.nat(),
			(lengths, ends, at) => {
				const text = `${lengths.map((length, number) => String(number).repeat(length)).join("\n")}${ends ? "\n" : ""}`;
				fc.pre(text.length > 0);
				writeFileSync(path, text);
				const file = new LineFile(path);
				const place = at % text.length;
				const from = place === 0 ? 0 : text.lastIndexOf("\n", place - 1) + 1;
				const end = text.indexOf("\n", place);
				const until = end < 0 ? text.length : end + 1;
				const expected = { from, until, text: text.slice(from, until) };
				expect(file.lineAt(place, 0)).toEqual(expected);
				expect(file.lineAt(place, from)).toEqual(expected);
				file.close();
			},
		),
		{ numRuns: 300 },
	);
});

test("a part gives the same bytes in one piece or in several", () => {
	const bytes = Buffer.alloc(2_500_000, "0123456789");
	writeFileSync(path, bytes);
	for (const [from, until] of [
		[0, bytes.length],
		[3, 17],
		[1_000_001, 2_499_999],
		[5, 5],
	] as const) {
		const part = { file: path, from, until };
		expect(readPart(part).equals(bytes.subarray(from, until))).toBe(true);
		const pieces: Buffer[] = [];
		for (const piece of piecesOf(part)) pieces.push(Buffer.from(piece));
		expect(Buffer.concat(pieces).equals(bytes.subarray(from, until))).toBe(true);
		expect(pieces.length).toBe(Math.ceil((until - from) / (1 << 20)));
	}
});

test("a file that became shorter is an error; a range beyond the end gives what there is", () => {
	writeFileSync(path, "0123456789");
	const part = { file: path, from: 4, until: 10 };
	truncateSync(path, 6);
	expect(() => [...piecesOf(part)]).toThrow("has become shorter");
	expect(readPart(part).toString()).toBe("45");
});
