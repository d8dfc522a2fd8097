import { describe, expect, test } from "vitest";
import { decodeTyping, placeTone } from "./decode-typing.ts";

describe("decodeTyping", () => {
	test.each([
		["dda nawngx", "đa nẵng"],
		["ddoongf nai", "đồng nai"],
		["truowngf hocj", "trường học"],
		["nguwowif", "người"],
		["tuowng lai", "tương lai"],
		["Nguyeenx Vawn An", "nguyễn văn An"],
		["viete nam", "viêt nam"],
		["giuwx gif ddos", "giữ gì đó"],
		["quys", "quý"],
		["da9 na8ng4", "đa nẵng"],
		["da64", "dẫ"],
		["d9u7o7ng2", "đường"],
		["trie6t1", "triết"],
		["coong an", "công an"],
		["noong thoon", "nông thôn"],
		["thoong tin", "thông tin"],
		["muaw", "mưa"],
		["chuaw", "chưa"],
		["giuawx", "giữa"],
		["quawn", "quăn"],
		["Ddawks Lawks", "đắk lắk"],
		["Tie^'ng Vie^.t", "tiếng việt"],
		["Vie^.t Nam.", "việt nam"],
		["DDa` Na(~ng", "đà nẵng"],
		["ddu+o+`ng sa('t", "đường sắt"],
		["Ha` No^.i co' gi` mo+'i?", "hà nội có gì mới"],
		["hu+?u nghi. Vie^.t La`o", "hửu nghị việt lào"],
		["ba'o ca'o", "báo cáo"],
		["hà nooij", "hà nội"],
		["tuyeenr sinh đại học", "tuyển sinh đại học"],
	])("reads %s as %s", (typed, meant) => {
		expect(decodeTyping(typed)).toBe(meant);
	});

	test.each([
		"hội nghị",
		"hoi nghi",
		"facebook",
		"us open",
		"covid 19",
		"khối a1",
		"15/2020/NĐ-CP",
		"g7",
		"đội tuyển u23",
		"doi tuyen u23",
		"O'Neill",
		"Ea H'leo",
		"o dau?",
		"gia vang hom nay?",
		"f(x)",
		"C++",
		"thủ tướng Canada",
		"",
	])("leaves %s as it is", (typed) => {
		expect(decodeTyping(typed)).toBeUndefined();
	});
});

describe("placeTone", () => {
	test.each([
		["hoa", "hòa"],
		["quy", "quỳ"],
		["kiên", "kiền"],
		["giu", "giù"],
		["gi", "gì"],
		["giêng", "giềng"],
		["toan", "toàn"],
		["khuyu", "khuỳu"],
		["ngươi", "người"],
		["đương", "đường"],
	])("puts the tone of %s where it is written: %s", (letters, written) => {
		expect(placeTone(letters, "\u0300")).toBe(written);
	});
});
