import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
	count,
	filePath,
	flag,
	line,
	linkAddress,
	list,
	markdown,
	oneOrMany,
	siteAddress,
	text,
	time,
	webAddress,
} from "./fields.ts";
import { focusPattern, pointOfFocus } from "./picture-focus.ts";
import { strings } from "./strings.ts";

/** What a schema makes of texts: their values, and undefined for those that it rejects. */
function read(schema: z.ZodType, texts: readonly string[]): unknown[] {
	return texts.map((text) => schema.safeParse(text).data);
}

const rejected = (texts: readonly string[]) => texts.map(() => undefined);

describe("the path of a file", () => {
	test("is relative to the document, or to the content folder with a leading slash", () => {
		const paths = ["anh.jpg", "22-hoi-nghi/anh 1.jpg", "/media/anh.jpg", ".an.jpg", "a..b.jpg"];
		expect(read(filePath(), paths)).toEqual(paths);
	});

	test("never leads out of the folder, and is the same on every system", () => {
		const paths = [
			"",
			"/",
			"..",
			"../a.jpg",
			"a/../../b.jpg",
			"/../a.jpg",
			"./a.jpg",
			"a/./b.jpg",
			"a//b.jpg",
			"//host/a.jpg",
			"a/",
			"C:\\a.jpg",
			"a\\b.jpg",
			"https://a.vn/b.jpg",
			"a.jpg?b",
			"a.jpg#b",
			"%2e%2e/a.jpg",
			`${"a".repeat(300)}.jpg`,
		];
		expect(read(filePath(), paths)).toEqual(rejected(paths));
	});
});

describe("links", () => {
	test("are web addresses with http or https", () => {
		const addresses = ["https://a.vn/b?c#d", "http://a.vn"];
		expect(read(webAddress(), addresses)).toEqual(addresses);
		const others = [
			"",
			"a.vn",
			"javascript:alert(1)",
			"data:text/html,a",
			"xhttp://a.vn",
			"ftp://a.vn",
			"/a",
			"https://",
		];
		expect(read(webAddress(), others)).toEqual(rejected(others));
	});

	test("of a menu may be paths of the site, too", () => {
		const addresses = ["/", "/lien-he.html", "https://a.vn/"];
		expect(read(linkAddress(), addresses)).toEqual(addresses);
		const others = ["", "lien-he.html", "//evil.example/", "/a b", "javascript:alert(1)"];
		expect(read(linkAddress(), others)).toEqual(rejected(others));
	});

	test("of a site have only scheme and host", () => {
		expect(read(siteAddress(), ["https://a-1.gov.vn", "https://a.gov.vn/", "http://[::1]:8080"])).toEqual([
			"https://a-1.gov.vn",
			"https://a.gov.vn",
			"http://[::1]:8080",
		]);
		const others = [
			"https://a.vn/b",
			"https://a.vn/?b",
			"https://u@a.vn",
			"https://báo.vn",
			"https://a_b.vn",
			"https://-a.vn",
			"a.vn",
		];
		expect(read(siteAddress(), others)).toEqual(rejected(others));
	});
});

describe("texts", () => {
	test("of one line are trimmed, and have their limits", () => {
		expect(read(line(2, 4), [" ab ", "abcd"])).toEqual(["ab", "abcd"]);
		const others = ["a", " a ", "abcde", "a\nb", "a\rb", "  "];
		expect(read(line(2, 4), others)).toEqual(rejected(others));
	});

	test("of several lines are, too", () => {
		expect(read(text(2, 4), [" ab ", "a\nb"])).toEqual(["ab", "a\nb"]);
		expect(read(text(2, 4), ["a", "abcde"])).toEqual(rejected(["a", "abcde"]));
	});

	test("in Markdown have no pictures and no footnotes", () => {
		expect(read(markdown(1, 20), ["**a** [b](/c/)"])).toEqual(["**a** [b](/c/)"]);
		expect(read(markdown(1, 20), ["![a](b.jpg)", "a[^1]"])).toEqual(rejected(["a", "b"]));
	});
});

test("lists have their limits; one value may stand for a list of one", () => {
	const parse = (schema: z.ZodType, value: unknown) => schema.safeParse(value).data;
	expect(parse(list(z.string(), 2), undefined)).toEqual([]);
	expect(parse(list(z.string(), 2), ["a", "b"])).toEqual(["a", "b"]);
	expect(parse(list(z.string(), 2), ["a", "b", "c"])).toBeUndefined();
	expect(parse(oneOrMany(z.string(), 2), "a")).toEqual(["a"]);
	expect(parse(oneOrMany(z.string(), 2), ["a", "b"])).toEqual(["a", "b"]);
	for (const value of [[], ["a", "b", "c"], 1])
		expect(parse(oneOrMany(z.string(), 2), value)).toBeUndefined();
});

test("a count is digits only", () => {
	expect(read(count(), ["0", "007", "999999999"])).toEqual([0, 7, 999_999_999]);
	const others = ["", "-1", "1.5", "1e3", "12 lượt", " 1", "1234567890"];
	expect(read(count(), others)).toEqual(rejected(others));
});

test("a flag is true or false", () => {
	expect(read(flag(), ["true", "false"])).toEqual([true, false]);
	expect(read(flag(), ["True", "yes", "", "0"])).toEqual(rejected(["", "", "", ""]));
});

test("a time of day has an hour and a minute", () => {
	expect(read(time(), ["00:00", "09:05", "23:59"])).toEqual(["00:00", "09:05", "23:59"]);
	const others = ["24:00", "12:60", "7:30", "07:30:00", "x07:30"];
	expect(read(time(), others)).toEqual(rejected(others));
});

test("the focus of a picture is a point or a side", () => {
	const points = ["0% 100%", "30% 20%", "100% 5%", "top", "bottom", "left", "right"];
	expect(points.filter((text) => !focusPattern.test(text))).toEqual([]);
	const others = ["101% 0%", "5% 101%", "30%", "30 20", "center", "xtop", "topx", "30% 20%;"];
	expect(others.filter((text) => focusPattern.test(text))).toEqual([]);
	expect([...points, undefined].map(pointOfFocus)).toEqual([
		{ x: 0, y: 100 },
		{ x: 30, y: 20 },
		{ x: 100, y: 5 },
		{ x: 50, y: 0 },
		{ x: 50, y: 100 },
		{ x: 0, y: 50 },
		{ x: 100, y: 50 },
		{ x: 50, y: 50 },
	]);
});

describe("a wrong kind of value", () => {
	const schema = z.strictObject({
		a: z.strictObject({}),
		b: z.array(z.string()),
		c: z.string(),
		d: z.email(),
	});
	test("is told in Vietnamese, by what was expected", () => {
		const { error } = schema.safeParse({ a: "x", b: "x", c: {}, d: "x" });
		const { problems } = strings;
		expect(error?.issues.map(({ message }) => message)).toEqual([
			problems.object,
			problems.list,
			problems.text,
			problems.email,
		]);
	});
});
