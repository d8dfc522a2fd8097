import { describe, expect, test } from "vitest";
import { contentFiles } from "../content-files.ts";
import type { CheckContext } from "./context.ts";
import { faultOnWindows, warnOfNamesOnWindows } from "./names-on-windows.ts";

const warningsFor = (...paths: string[]) =>
	warnOfNamesOnWindows({
		files: contentFiles("", paths),
		articles: new Map(),
	} as Partial<CheckContext> as CheckContext);

describe("names that Windows does not take", () => {
	test.each([
		"con",
		"con.yml",
		"NUL.jpg",
		"Aux.tar.gz",
		"com1.pdf",
		"LPT9",
		"com¹.png",
		"CONIN$",
		"ảnh?.jpg",
		"a:b.png",
		'"a".pdf',
		"a|b.jpg",
		"a<b.jpg",
		"a\\b.jpg",
		"bài.",
		"bài ",
	])("%j", (name) => {
		expect(faultOnWindows(name)).toBeTypeOf("string");
		expect(warningsFor(`media/${name}`)).toHaveLength(1);
		expect(warningsFor(`media/${name}/a.jpg`)).toHaveLength(1);
	});

	test.each([
		"conduong.md",
		"con-cai.yml",
		"22-con.md",
		"com.yml",
		"com10.pdf",
		"lpt.pdf",
		"nula.jpg",
		"a.con",
	])("not %j", (name) => {
		expect(faultOnWindows(name)).toBeUndefined();
		expect(warningsFor(name, `media/${name}`)).toEqual([]);
	});

	test("an article whose page would have such a name", () => {
		const file = "articles/2026/11/22-con.md";
		const articles = new Map([["2026/11/22-con", { file, address: "/2026/11/22/con.html" }]]);
		const context = { files: contentFiles("", [file]), articles };
		expect(warnOfNamesOnWindows(context as unknown as CheckContext)).toMatchObject([
			{ file, message: expect.stringContaining("con.html") },
		]);
	});

	test("a folder is told of once", () => {
		expect(warningsFor("media/aux/1.jpg", "media/aux/2.jpg", "pages/aux.md").map(({ file }) => file)).toEqual(
			["media/aux/1.jpg", "pages/aux.md"],
		);
	});
});
