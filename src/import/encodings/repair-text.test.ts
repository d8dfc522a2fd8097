import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { repairText } from "./repair-text.ts";
import { toTcvn3 } from "./tcvn3.ts";
import { toTwiceEncoded } from "./twice-encoded.ts";
import { toViqr } from "./viqr.ts";
import { toVni } from "./vni.ts";
import { toWindows1258 } from "./windows-1258.ts";

const prose = [
	"sáng nay, ban dân vận tỉnh ủy họp bàn kế hoạch công tác quý bốn.",
	"đoàn đã thăm hai hộ nghèo ở thôn đồng quan, tặng mỗi hộ một con bò giống.",
	"các đại biểu thảo luận về đường làng, nước sạch và trường học trên địa bàn xã.",
	"ông nguyễn văn bình được bầu làm chủ tịch hội nông dân huyện khóa mới",
];
const encoders = {
	tcvn3: toTcvn3,
	vni: toVni,
	"windows-1258": toWindows1258,
	"twice-encoded": toTwiceEncoded,
	viqr: toViqr,
};
type Encoding = keyof typeof encoders;
const encodings = Object.keys(encoders) as Encoding[];

describe("repairText", () => {
	test.each(encodings)("recognises %s without a hint", (encoding) => {
		for (const text of prose) {
			expect(repairText(encoders[encoding](text))).toMatchObject({ text, changes: [{ kind: encoding }] });
		}
	});

	test("converts a page whose lines are in different encodings and Unicode", () => {
		const lines = fc.array(
			fc.tuple(fc.constantFrom(...prose), fc.constantFrom(...encodings, "unicode" as const)),
			{ minLength: 1, maxLength: 8 },
		);
		fc.assert(
			fc.property(lines, (page) => {
				const written = page.map(([text, encoding]) =>
					encoding === "unicode" ? text : encoders[encoding](text),
				);
				expect(repairText(written.join("\n")).text).toBe(page.map(([text]) => text).join("\n"));
			}),
		);
	});

	test("converts words in TCVN3 within a line of Unicode", () => {
		expect(repairText("Sáng nay, ñy ban nh©n d©n tØnh họp bàn kế hoạch; h¹nh phóc của nhân dân").text).toBe(
			"Sáng nay, ủy ban nhân dân tỉnh họp bàn kế hoạch; hạnh phúc của nhân dân",
		);
	});

	test("decodes references first: one may be a soft hyphen", () => {
		expect(repairText("tr&shy;&ecirc;ng h&auml;c").text).toBe("trường học");
	});

	test.each([
		"Müller, Citroën, São Paulo, El Niño, François và Gödel đến thăm Đà Nẵng",
		"Nhiệt độ 35°C, diện tích 20 m², «Nhân Dân», ½ quãng đường, 3 × 4, § 5, Intel®, 10 µm",
		"Hà Nội, là có, và xã, cá, tôi",
		"Có",
		"cã",
		"Tòa",
		"Noël",
		"C++ (a^2+b^2), x.y, a(b), it's o.k. add",
		"GD&ÐT, ÐBSCL, Biển Ðông",
		"Cafe\u0301 và tie\u0302\u0301ng Vie\u0323\u0302t",
		"Đắk Lắk, Krông Pắc, Pleiku, Ea H’leo",
	])("leaves %s unchanged", (text) => {
		expect(repairText(text)).toEqual({ text, changes: [] });
	});

	test("never changes Vietnamese in Unicode", () => {
		const words = prose.flatMap((text) => text.split(" "));
		const sentence = fc.array(fc.constantFrom(...words, ...words.map((word) => word.toUpperCase())), {
			maxLength: 12,
		});
		fc.assert(
			fc.property(sentence, (found) => {
				const text = found.join(" ");
				expect(repairText(text)).toEqual({ text, changes: [] });
			}),
		);
	});

	test.each(["NÔNG THÔN", "CÔNG DÂN", "TRÊN CÔNG", "ÔNG NÔNG NAY, XÃ.", "Hội CÔNG NÔNG"])(
		"never changes “%s”",
		(text) => {
			expect(repairText(text)).toEqual({ text, changes: [] });
		},
	);

	test("repairing twice changes nothing more", () => {
		const text = fc.tuple(fc.constantFrom(...prose), fc.constantFrom(...encodings));
		fc.assert(
			fc.property(text, ([plain, encoding]) => {
				const once = repairText(encoders[encoding](plain)).text;
				expect(repairText(once)).toEqual({ text: once, changes: [] });
			}),
		);
	});

	test("reads a line of megabytes", () => {
		const line = `${prose.join(" ")} `.repeat(2_000);
		const { text } = repairText(toTcvn3(line));
		// Compared as a whole: a difference of megabytes would take minutes to print.
		expect(text === line).toBe(true);
	});

	test("trusts a font's name if there are few words", () => {
		expect(repairText("cã").text).toBe("cã");
		expect(repairText("cã", { font: ".VnTime" }).text).toBe("có");
		expect(repairText("cã", { encoding: "tcvn3" }).text).toBe("có");
		expect(repairText("Có", { encoding: "tcvn3" }).text).toBe("Có");
		expect(repairText("cá thu, cá rô", { font: ".VnTime" }).text).toBe("cá thu, cá rô");
	});

	test("writes capitals for a font that draws them, only in the font's encoding", () => {
		expect(repairText("bé tµi chÝnh", { font: ".VnTimeH" }).text).toBe("BỘ TÀI CHÍNH");
		expect(repairText("ban hành", { font: ".VnTimeH" }).text).toBe("ban hành");
		expect(repairText("ban thi", { font: ".VnTimeH", encoding: "tcvn3" }).text).toBe("BAN THI");
	});
});
