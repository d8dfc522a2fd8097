import { describe, expect, test } from "vitest";
import { afterProlog } from "./markup-prolog.ts";

describe("afterProlog", () => {
	test.each([
		["<html>", "<html>"],
		['\uFEFF \n<?xml version="1.0"?>\n<!-- a -->\r\n<!-- - -- > -->\t<svg>', "<svg>"],
		["<!-- never ends <svg>", ""],
		["text <!-- a -->", "text <!-- a -->"],
	])("skips the prolog before %j", (text, rest) => {
		expect(afterProlog(text)).toBe(rest);
	});
});
