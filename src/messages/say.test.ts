import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Messages } from "./index.ts";
import {
	placeholdersOf,
	say,
	sayDateLine,
	sayDay,
	sayDayWithWeekday,
	sayMonth,
	sayMonthInSentence,
	sayNumber,
	sayTime,
	strings,
} from "./index.ts";

const vietnamese = { messages: strings };
const english = {
	messages: {
		...strings,
		language: "en",
		articles: { one: "{count} article", other: "{count} articles" },
		"date.day": "{year}-{month}-{day}",
		"weekday.4": "Thursday",
	} satisfies Messages,
};

describe("say", () => {
	test("fills placeholders", () => {
		expect(say(vietnamese, "list.pageTitle", { heading: "Dân vận", number: "3" })).toBe("Dân vận, trang 3");
	});

	test("formats quantities by the language, and leaves text unchanged", () => {
		expect(say(vietnamese, "articles", { count: 12_345 })).toBe("12.345 bài");
		expect(say(english, "articles", { count: 12_345 })).toBe("12,345 articles");
		expect(say(vietnamese, "list.page", { number: "12345" })).toBe("Trang 12345");
	});

	test("chooses the plural form by the quantity", () => {
		expect(say(english, "articles", { count: 1 })).toBe("1 article");
		expect(say(english, "articles", { count: 0 })).toBe("0 articles");
	});

	test("does not fill placeholders within a value", () => {
		expect(say(vietnamese, "list.pageTitle", { heading: "{number}", number: "3" })).toBe("{number}, trang 3");
		expect(say(vietnamese, "search.understoodAs", { text: "$& $1" })).toBe("Đã tìm theo “$& $1”.");
	});

	test("leaves an unknown placeholder", () => {
		const own = { messages: { ...strings, home: "{count} trang" } };
		expect(say(own, "home")).toBe("{count} trang");
	});
});

describe("dates and numbers", () => {
	const moment = "2017-07-13T14:01:00+07:00";

	test.each([
		[sayTime(vietnamese, moment), "14:01"],
		[sayDay(vietnamese, moment), "13/07/2017"],
		[sayDayWithWeekday(vietnamese, moment), "Thứ Năm, 13/07/2017"],
		[sayDayWithWeekday(vietnamese, "2026-11-22"), "Chủ Nhật, 22/11/2026"],
		[sayDateLine(vietnamese, moment), "Thứ Năm, 13/07/2017 | 14:01"],
		[sayDateLine(vietnamese, "2026-11-23T00:05:00+07:00"), "Thứ Hai, 23/11/2026 | 00:05"],
		[sayMonth(vietnamese, "2026-11"), "Tháng 11/2026"],
		[sayMonth(vietnamese, "2026-07-01"), "Tháng 7/2026"],
		[sayMonthInSentence(vietnamese, "2026-07"), "tháng 7/2026"],
		[sayDateLine(english, moment), "Thursday, 2017-07-13 | 14:01"],
		[sayNumber(english, 1234.5), "1,234.5"],
	])("%s", (actual, expected) => {
		expect(actual).toBe(expected);
	});
});

test("each placeholder of a text is listed once", () => {
	expect(placeholdersOf("{count} bài, {count} trang {page}")).toEqual(["count", "page"]);
	expect(placeholdersOf("không có")).toEqual([]);
});

test("every message is used somewhere", () => {
	const code = readdirSync("src", { recursive: true, encoding: "utf8" })
		.filter(
			(name) => /\.tsx?$/.test(name) && !name.startsWith("messages/strings") && !name.includes(".test."),
		)
		.map((name) => readFileSync(`src/${name}`, "utf8"))
		.join("\n");
	const unsaid = Object.keys(strings).filter((key) => {
		const [family = ""] = /^.*\./.exec(key) ?? [];
		return !code.includes(`"${key}"`) && !(family && code.includes(`\`${family}\${`)) && key !== "language";
	});
	expect(unsaid).toEqual([]);
});
