import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bitReader } from "../finder/bit-reader.ts";
import { FinderError } from "../finder/finder.ts";
import { freshContexts } from "../finder/learnt.ts";
import { BitWriter } from "./bit-writer.ts";

const choiceBits = 8;
const mostOnes = 4;

type Numbers = readonly (readonly [
	code: "bits" | "likely" | "choice" | "ones" | "gamma" | "rice",
	value: number,
])[];

const numbers: fc.Arbitrary<Numbers> = fc.array(
	fc.oneof(
		fc.tuple(fc.constant("bits" as const), fc.nat(2 ** 22 - 1)),
		fc.tuple(fc.constant("likely" as const), fc.nat(1)),
		fc.tuple(fc.constant("choice" as const), fc.oneof(fc.constant(7), fc.nat(2 ** choiceBits - 1))),
		fc.tuple(fc.constant("ones" as const), fc.nat(mostOnes)),
		fc.tuple(fc.constant("gamma" as const), fc.integer({ min: 1, max: 2 ** 23 - 1 })),
		fc.tuple(fc.constant("rice" as const), fc.nat(5000)),
	),
	{ maxLength: 300 },
);

function write(written: Numbers, writer = new BitWriter()): Uint8Array {
	const contexts = {
		likely: freshContexts(1),
		choice: freshContexts(2 ** choiceBits),
		ones: freshContexts(4),
	};
	for (const [code, value] of written) {
		if (code === "bits") writer.bits(value, 22);
		else if (code === "likely") writer.likely(contexts.likely, 0, value);
		else if (code === "choice") writer.choice(contexts.choice, 0, choiceBits, value);
		else if (code === "ones") writer.ones(contexts.ones, mostOnes, value);
		else if (code === "gamma") writer.gamma(value);
		else writer.rice(value, 6);
	}
	return writer.take();
}

function read(bytes: Uint8Array, codes: readonly string[]): number[] {
	const reader = bitReader(bytes);
	const contexts = {
		likely: freshContexts(1),
		choice: freshContexts(2 ** choiceBits),
		ones: freshContexts(4),
	};
	return codes.map((code) => {
		if (code === "bits") return reader.bits(22);
		if (code === "likely") return reader.likely(contexts.likely, 0);
		if (code === "choice") return reader.choice(contexts.choice, 0, choiceBits);
		if (code === "ones") return reader.ones(contexts.ones, mostOnes);
		return code === "gamma" ? reader.gamma() : reader.rice(6);
	});
}

describe("BitWriter", () => {
	test("writes what bitReader reads", () => {
		fc.assert(
			fc.property(numbers, (written) => {
				const bytes = write(written);
				expect(
					read(
						bytes,
						written.map(([code]) => code),
					),
				).toEqual(written.map(([, value]) => value));
			}),
			{ numRuns: 500 },
		);
	});

	test("starts again after its bytes were taken", () => {
		fc.assert(
			fc.property(numbers, numbers, (before, written) => {
				const writer = new BitWriter();
				write(before, writer);
				expect(write(written, writer)).toEqual(write(written));
			}),
		);
	});

	test("needs hardly any bits for likely values", () => {
		const same = Array.from({ length: 2000 }, () => ["choice", 77] as const);
		expect(write(same).length).toBeLessThan(200);
		const random = same.map((_, place) => ["choice", (place * 7919) % 256] as const);
		expect(write(random).length).toBeGreaterThan(1500);
	});

	test("propagates a carry into bytes that were written before", () => {
		const contexts = freshContexts(1);
		const writer = new BitWriter();
		// Always the upper part of the range, so that the code becomes all ones; then a bit that overflows it.
		for (let count = 0; count < 40; count++) writer.bits(1, 1);
		writer.likely(contexts, 0, 0);
		const reader = bitReader(writer.take());
		for (let count = 0; count < 40; count++) expect(reader.bits(1)).toBe(1);
		expect(reader.likely(freshContexts(1), 0)).toBe(0);
	});

	test("is not read beyond its end", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 40 }), fc.constantFrom("rice", "gamma"), (bytes, code) => {
				expect(() => {
					const { rice, gamma } = bitReader(bytes);
					for (let most = 8 * (bytes.length + 8); most > 0; most--) code === "rice" ? rice(0) : gamma();
				}).toThrow(FinderError);
			}),
		);
	});
});
