import { expect, test } from "vitest";
import { spellingKey } from "./spelling-key.ts";

test.each([
	["Dân vận khéo", "DÂN VẬN KHÉO"],
	["Văn hoá", "Văn hóa"],
	["Kỹ thuật", "kĩ thuật"],
	["Thuỷ lợi", "thủy lợi"],
	["Bão", "Bão".normalize("NFD")],
	["Dân  vận\u00A0khéo ", "Dân vận khéo"],
	["Biển Ðông", "Biển Đông"],
	["dân\u200Bvận", "dânvận"],
	["Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"],
])("“%s” and “%s” are one", (one, other) => {
	expect(spellingKey(one)).toBe(spellingKey(other));
});

test.each([
	["Bão", "Báo"],
	["Đường sắt", "Dương sắt"],
	["C#", "C++"],
	["C++", "C"],
	["Thuý", "Thúi"],
	["Dân vận khéo", "Dan van kheo"],
	["Covid-19", "Covid 19"],
])("“%s” and “%s” are two", (one, other) => {
	expect(spellingKey(one)).not.toBe(spellingKey(other));
});
