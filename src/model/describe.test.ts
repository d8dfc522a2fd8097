import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { articleSchema } from "./article.ts";
import { describeContentModel, describeFields } from "./describe.ts";
import { field, flag, line, list, oneOrMany, slug } from "./fields.ts";

describe("describeFields", () => {
	const schema = z.strictObject({
		name: field(line(2, 9), { title: "Tên", hint: "Viết đủ." }),
		open: field(flag(), { title: "Mở" }).default(false),
		author: field(oneOrMany(slug(), 3), { title: "Người", control: "reference", refersTo: "authors" }),
		files: field(list(z.strictObject({ title: field(line(1, 5), { title: "Tựa" }) }), 4), { title: "Tệp" }),
		place: field(z.strictObject({ street: field(line(1, 7), { title: "Phố" }) }), {
			title: "Nơi",
		}).optional(),
	});
	const fields = new Map(describeFields(schema).map((each) => [each.path, each]));

	test("lists every field, groups before their parts", () => {
		expect([...fields.keys()]).toEqual([
			"name",
			"open",
			"author",
			"files",
			"files[].title",
			"place",
			"place.street",
		]);
	});

	test("states limits, whether a field is required, and hints", () => {
		expect(fields.get("name")).toMatchObject({
			required: true,
			kind: "text",
			length: { min: 2, max: 9 },
			hints: { title: "Tên", hint: "Viết đủ." },
		});
		expect(fields.get("author")).toMatchObject({ required: true, kind: "text", items: { min: 1, max: 3 } });
		expect(fields.get("files")).toMatchObject({ required: false, kind: "group", items: { max: 4 } });
		expect(fields.get("files[].title")).toMatchObject({ required: true, length: { max: 5 } });
		expect(fields.get("place")).toMatchObject({ required: false, kind: "group", hints: { title: "Nơi" } });
	});

	test("handles defaults and transformations", () => {
		expect(fields.get("open")).toMatchObject({
			required: false,
			choices: ["true", "false"],
			hints: { title: "Mở" },
		});
	});

	test("finds a label for every field of an article", () => {
		expect(describeFields(articleSchema).filter(({ hints }) => hints === undefined)).toEqual([]);
	});
});

describe("docs/content-model.md", () => {
	test("agrees with the schemas (if not, run npm run write-content-model)", async () => {
		expect(await readFile("docs/content-model.md", "utf8")).toBe(describeContentModel());
	});
});
