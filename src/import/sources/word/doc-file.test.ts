import { describe, expect, test } from "vitest";
import { docOf } from "../../../../test/support/doc-of.ts";
import { toTcvn3 } from "../../encodings/tcvn3.ts";
import { readDocFile } from "./doc-file.ts";
import { repairBlocks } from "./repair-document.ts";
import { plainText } from "./word-document.ts";

const file = docOf([
	{ text: toTcvn3("bộ tài chính"), font: ".VnTimeH" },
	{ text: toTcvn3("sáng nay, các xã họp bàn về đường làng."), font: ".VnTime" },
	{ text: toTcvn3("thôn"), font: ".VnTime", ends: "cell" },
	{ text: toTcvn3("số hộ"), font: ".VnTime", ends: "cell" },
	{ text: "", font: ".VnTime", ends: "row" },
	{ text: 'See \u0013HYPERLINK "https://example.vn/"\u0014here\u0015.', font: "Arial" },
]);

describe("readDocFile", () => {
	test("reads text, fonts, tables and links", () => {
		const { blocks } = readDocFile(file);
		expect(repairBlocks(blocks).blocks).toMatchObject([
			{ runs: [{ text: "BỘ TÀI CHÍNH", font: ".VnTimeH" }] },
			{ runs: [{ text: "sáng nay, các xã họp bàn về đường làng." }] },
			{ rows: [[[{ runs: [{ text: "thôn" }] }], [{ runs: [{ text: "số hộ" }] }]]] },
			{ runs: [{ text: "See " }, { text: "here", link: "https://example.vn/" }, { text: "." }] },
		]);
	});

	test("refuses protected files", () => {
		const closed = docOf([{ text: "x", font: "Arial" }], { isEncrypted: true });
		expect(() => readDocFile(closed)).toThrow("mật khẩu");
	});

	test("reads a truncated or damaged file, or reports that it is broken", () => {
		const whole = plainText(readDocFile(file).blocks).length;
		for (let length = 0; length < file.length; length += 97) {
			for (const damaged of [file.subarray(0, length), withByte(file, length)]) {
				try {
					expect(plainText(readDocFile(Buffer.from(damaged)).blocks).length).toBeLessThan(whole * 50);
				} catch (error) {
					expect(error).toMatchObject({ name: "WordError" });
				}
			}
		}
	});
});

function withByte(bytes: Buffer, place: number): Buffer {
	const damaged = Buffer.from(bytes);
	damaged[place] = 0xff;
	return damaged;
}
