import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diagnoseYaml } from "./diagnose-yaml.ts";
import { parseYaml, YamlError } from "./yaml.ts";

function diagnose(source: string) {
	try {
		parseYaml(source);
	} catch (error) {
		if (error instanceof YamlError) return diagnoseYaml(source, error);
		throw error;
	}
	throw new Error("it can be read");
}

describe("diagnoseYaml", () => {
	test.each([
		["title: Kết luận: số 24", 'title: "Kết luận: số 24"'],
		["title: @abc", 'title: "@abc"'],
		["title: &abc def", 'title: "&abc def"'],
		["title: [Ảnh] Hội nghị", 'title: "[Ảnh] Hội nghị"'],
		['title: "Ông "An" nói"', 'title: "Ông \\"An\\" nói"'],
		["title: 'Ông 'An' nói'", "title: \"Ông 'An' nói\""],
		['title: "Dân vận khéo" ở Hải Dương', 'title: "\\"Dân vận khéo\\" ở Hải Dương"'],
		["title: 'Dân vận khéo' ở Hải Dương", "title: \"'Dân vận khéo' ở Hải Dương\""],
		["title：Hội nghị", "title: Hội nghị"],
		["title:\u00a0Hội nghị", "title: Hội nghị"],
		["title = Hội nghị", "title: Hội nghị"],
		['title: "Hội nghị', 'title: "Hội nghị"'],
		['title: "C:\\Users"', 'title: "C:\\\\Users"'],
		["title:Hội nghị", "title: Hội nghị"],
		["tags:\n- a\n-b", "- b"],
		["tags:\n  - @a", '- "@a"'],
		["image:\n  alt: Ông A: nói", 'alt: "Ông A: nói"'],
		["\ttitle: a", "title: a"],
		["tags: [a, b", "tags: [a, b]"],
		["title: {abc", 'title: "{abc"'],
		["summary: [Ảnh] Hội nghị [Video", 'summary: "[Ảnh] Hội nghị [Video"'],
		["tags:\n-a\n-b", "tags: [a, b]"],
		["source:\n  name: Báo A\n link: https://a.vn", "link: https://a.vn"],
	])("explains the error in %j", (source, corrected) => {
		expect(diagnose(`${source}\ndate: 2026-11-22\n`)).toMatchObject({ corrected });
	});

	test.each(["title: a\nb", "title: a\ntitle: b", "a: b\n  c: d\n e: f"])(
		"explains nothing in %j, which has no known error",
		(source) => {
			expect(diagnose(`${source}\ndate: 2026-11-22\n`)).toBeUndefined();
		},
	);

	test("quotes the text as written, whatever it is", () => {
		const value = fc.stringMatching(/^[@`%&*!|>,\]}#?-][^\n"\\#]{1,20}[a-z]$/);
		fc.assert(
			fc.property(value, (written) => {
				const source = `title: ${written}\nlast: x\n`;
				let found: ReturnType<typeof diagnose>;
				try {
					found = diagnose(source);
				} catch {
					return;
				}
				if (!found) return;
				expect(parseYaml(found.corrected)).toEqual({ title: written });
			}),
		);
	});
});
