import type { CmsCollection, CmsField } from "decap-cms-core";
import { describe, expect, test } from "vitest";
import { fieldHints } from "../../model/fields.ts";
import { type CollectionName, collections } from "./collections.ts";
import { cmsConfig, deskBackend } from "./config.ts";
import { fieldShapes } from "./schema-shape.ts";

const config = cmsConfig({ backend: deskBackend, contentFolder: "" });

function fieldsOf({ fields, files }: CmsCollection): readonly CmsField[] {
	return fields ?? files?.flatMap((file) => file.fields) ?? [];
}

/** A field and all fields within it, each with its path. */
function flatten(fields: readonly CmsField[], prefix = ""): [string, CmsField][] {
	return fields.flatMap((field): [string, CmsField][] => [
		[prefix + field.name, field],
		...flatten(("fields" in field && field.fields) || [], `${prefix}${field.name}.`),
	]);
}

function collection(name: CollectionName): CmsCollection {
	const found = config.collections.find((candidate) => candidate.name === name);
	if (!found) throw new Error(`There is no collection ${name}.`);
	return found;
}

function field(name: CollectionName, path: string): Record<string, unknown> {
	return Object.fromEntries(flatten(fieldsOf(collection(name))))[path] as unknown as Record<string, unknown>;
}

describe("cmsConfig", () => {
	test.each(Object.values(collections))("$name has each field of its schema, once", ({ name, schema }) => {
		const names = fieldsOf(collection(name)).map((entry) => entry.name);
		const own = names.filter((entry) => entry !== "body" && !entry.startsWith("group_"));
		expect(own.sort()).toEqual(Object.keys(schema.shape).sort());
	});

	test("asks for an article's fields in the order in which people write", () => {
		const names = fieldsOf(collection("articles")).map((entry) => entry.name);
		expect(names.slice(0, 6)).toEqual(["title", "summary", "body", "image", "group_who_and_where", "author"]);
		expect(names.filter((name) => name.startsWith("group_"))).toHaveLength(3);
	});

	test("labels each field as the schema does", () => {
		for (const { name, schema } of Object.values(collections)) {
			for (const shape of fieldShapes(schema)) {
				expect(field(name, shape.name)).toMatchObject({ label: shape.hints.title });
			}
		}
		expect(field("articles", "image").label).toBe("Ảnh chính");
		expect(field("pages", "image").label).toBe("Ảnh");
	});

	test("speaks Vietnamese in every label and hint", () => {
		// Labels that are correct without Vietnamese accents.
		const unmarked = new Set(["Sapo", "Email"]);
		for (const { label } of config.collections) expect(label).toMatch(/[^\x20-\x7e]/);
		for (const [path, { label, hint }] of config.collections.flatMap((entry) => flatten(fieldsOf(entry)))) {
			if (!unmarked.has(label ?? "")) expect(label, path).toMatch(/[^\x20-\x7e]/);
			if (hint) expect(hint, path).toMatch(/[^\x20-\x7e]/);
		}
	});

	test("refers only to existing collections", () => {
		const names = new Set<string>(config.collections.map(({ name }) => name));
		const relations = config.collections
			.flatMap((entry) => flatten(fieldsOf(entry)))
			.filter(([, { widget }]) => widget === "relation");
		expect(relations.map(([path]) => path)).toEqual(
			expect.arrayContaining(["author", "committee", "related", "successor", "homeCommittees"]),
		);
		for (const [path, relation] of relations) {
			expect(names, path).toContain((relation as { collection: string }).collection);
		}
	});

	test.each([
		["articles", "title", { required: true, widget: "string" }],
		["articles", "date", { required: true, widget: "datetime", default: "{{now}}" }],
		["articles", "date", { time_required: false }],
		["articles", "updated", { required: false, widget: "datetime", default: "" }],
		["articles", "author", { required: true, widget: "relation", multiple: true, value_field: "{{slug}}" }],
		["articles", "committee", { required: false, widget: "relation", multiple: false }],
		["articles", "tags", { required: false, widget: "words" }],
		["articles", "summary", { required: false, widget: "text" }],
		["articles", "image", { required: false, widget: "object", collapsed: false }],
		["articles", "image.src", { required: false, widget: "image" }],
		["articles", "draft", { widget: "boolean", default: false }],
		["articles", "attachments.file", { required: true, widget: "file" }],
		["articles", "withdrawn", { required: false, widget: "object", collapsed: true }],
		["articles", "withdrawn.date", { required: false, widget: "datetime", default: "" }],
		["committees", "since", { widget: "datetime", format: "YYYY-MM-DD", time_format: false }],
		["settings", "features.search", { widget: "boolean", default: true }],
		["settings", "contact.phone", { widget: "string" }],
		["official-documents", "files", { widget: "list", summary: "{{fields.file}}" }],
		["people", "posts", { widget: "list", summary: "{{fields.title}}" }],
		["schedules", "items", { widget: "list", summary: "{{fields.what}}" }],
		["schedules", "items.from", { required: false, widget: "string" }],
	] as const)("%s: %s fits its schema", (name, path, expected) => {
		expect(field(name, path)).toMatchObject(expected);
	});

	test("offers today's provinces first, then former ones with their last day", () => {
		const options = field("articles", "province").options as { value: string; label: string }[];
		expect(options).toContainEqual({ value: "dong-nai", label: "Đồng Nai" });
		expect(options).toContainEqual({ value: "binh-phuoc", label: "Bình Phước (đến 30/06/2025)" });
		const labels = options.map(({ label }) => label);
		expect(labels.indexOf("Vĩnh Long")).toBeLessThan(labels.indexOf("Bình Phước (đến 30/06/2025)"));
		expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
	});

	test("labels the choices of an enumeration", () => {
		expect(field("committees", "level").options).toContainEqual({ value: "province", label: "Tỉnh" });
		expect(field("committees", "kind").options).toContainEqual({
			value: "propaganda",
			label: "Ban Tuyên giáo",
		});
	});

	test("takes the limits of a text from its schema", () => {
		const [pattern, message] = field("articles", "title").pattern as [string, string];
		expect(message).toBe("cần từ 5 đến 200 ký tự");
		expect(new RegExp(pattern).test("Năm")).toBe(false);
		expect(new RegExp(pattern).test("Hội nghị")).toBe(true);
		expect(new RegExp(pattern).test("a".repeat(201))).toBe(false);
	});

	test("puts every path below the content folder", () => {
		const { collections: below, media_folder } = cmsConfig({
			backend: deskBackend,
			contentFolder: "content",
		});
		expect(media_folder).toBe("content/media");
		for (const { folder, files } of below) {
			for (const path of [folder, ...(files ?? []).map(({ file }) => file)]) {
				if (path) expect(path).toMatch(/^content\//);
			}
		}
	});

	test("is plain JSON", () => {
		expect(JSON.parse(JSON.stringify(config))).toEqual(config);
	});

	test("finds hints for every field", () => {
		expect(fieldHints.get(collections.articles.schema.shape.title)?.title).toBe("Tiêu đề");
	});
});
