import { expect, test } from "vitest";
import { quoted } from "./quoted.ts";

test.each([
	["Hội nghị sơ kết", "“Hội nghị sơ kết”"],
	["Hội thi “Dân vận khéo” năm 2026", "“Hội thi ‘Dân vận khéo’ năm 2026”"],
	['Phát động "Tết vì người nghèo"', "“Phát động ‘Tết vì người nghèo’”"],
	["Đọc «Dân vận» của Bác", "“Đọc ‘Dân vận’ của Bác”"],
	["Về buôn Ea H’leo", "“Về buôn Ea H’leo”"],
	['Màn hình 24"', '“Màn hình 24"”'],
])("quotes %s with one kind of marks outside and another inside", (text, expected) => {
	expect(quoted(text)).toBe(expected);
});
