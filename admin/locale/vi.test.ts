import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { vi } from "./vi.ts";

// Node would read the package's ES module as CommonJS, as its `package.json` states no type. A data URL does.
const englishFile = fileURLToPath(import.meta.resolve("decap-cms-locales/dist/esm/en/index.js"));
const source = Buffer.from(await readFile(englishFile)).toString("base64");
const { default: en } = (await import(/* @vite-ignore */ `data:text/javascript;base64,${source}`)) as {
	default: object;
};

/** `editor.editor.onLeavePage` → its phrase, for every phrase. */
function flatten(phrases: object, prefix = ""): [string, string][] {
	return Object.entries(phrases).flatMap(([key, value]) =>
		typeof value === "string" ? [[prefix + key, value]] : flatten(value as object, `${prefix}${key}.`),
	) as [string, string][];
}

const english = new Map(flatten(en));
const vietnamese = new Map(flatten(vi));

describe("vi", () => {
	test("has a phrase for each of Decap's, and no others", () => {
		expect([...vietnamese.keys()].sort()).toEqual([...english.keys()].sort());
	});

	// Names of widgets such as "string" are never shown to users.
	const told = [...english].filter(([key]) => key !== "editor.editorControl.field.widgetLabel");

	test.each(told)("%s keeps its placeholders", (key, phrase) => {
		const placeholders = (text = "") => [...new Set(text.match(/%\{\w+\}/g))].sort();
		expect(placeholders(vietnamese.get(key))).toEqual(placeholders(phrase));
		expect((vietnamese.get(key) ?? "").split("||||")).toHaveLength(phrase.split("||||").length);
	});

	test("is in NFC", () => {
		expect(vietnamese.size).toBeGreaterThan(100);
		for (const phrase of vietnamese.values()) expect(phrase).toBe(phrase.normalize("NFC"));
	});
});
