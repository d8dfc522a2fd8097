import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bitReader } from "../finder/bit-reader.ts";
import { FinderError } from "../finder/finder.ts";
import { BitWriter } from "./bit-writer.ts";

const numbers = fc.oneof(
	fc.tuple(fc.constant("bits" as const), fc.integer({ min: 0, max: 2 ** 16 - 1 })),
	fc.tuple(fc.constant("unary" as const), fc.integer({ min: 0, max: 40 })),
	fc.tuple(fc.constant("gamma" as const), fc.integer({ min: 1, max: 2 ** 30 })),
	fc.tuple(fc.constant("rice" as const), fc.integer({ min: 0, max: 5000 })),
);

describe("BitWriter", () => {
	test("writes what bitReader reads", () => {
		fc.assert(
			fc.property(fc.array(numbers, { maxLength: 300 }), (written) => {
				const writer = new BitWriter();
				for (const [code, value] of written) {
					if (code === "bits") writer.bits(value, 16);
					else if (code === "rice") writer.rice(value, 6);
					else writer[code](value);
				}
				const reader = bitReader(writer.take());
				for (const [code, value] of written) {
					const read = code === "bits" ? reader.bits(16) : code === "rice" ? reader.rice(6) : reader[code]();
					expect(read).toBe(value);
				}
			}),
		);
	});

	test("begins anew once its bytes are taken", () => {
		const writer = new BitWriter();
		writer.bits(5, 3);
		expect(writer.take()).toEqual(Uint8Array.of(0b10100000));
		expect(writer.take()).toEqual(new Uint8Array());
		writer.bits(0xdeadbeef, 32);
		expect(writer.take()).toEqual(Uint8Array.of(0xde, 0xad, 0xbe, 0xef));
	});

	test("is read no further than it goes", () => {
		expect(() => bitReader(Uint8Array.of(255, 255)).unary()).toThrow(FinderError);
		expect(() => bitReader(new Uint8Array(20)).gamma()).toThrow(FinderError);
		expect(() => bitReader(new Uint8Array()).bit()).toThrow(FinderError);
	});
});
