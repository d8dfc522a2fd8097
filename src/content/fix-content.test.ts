import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { articleText, soundFolder, writeContentFolder } from "../../test/support/content-folder.ts";
import { asIsoDateTime } from "../model/ids.ts";
import { fixContent } from "./fix-content.ts";
import { readPortal } from "./read-portal.ts";

const now = asIsoDateTime("2026-11-22T08:30:00+07:00");
const article = "articles/2026/11/20-hoi-nghi.md";

test("converts text to the form that the check requires, once, and changes nothing else", async () => {
	const decomposed = articleText(["summary: Hội nghị mở đầu"], "Xã Tân Lập ra quân.").normalize("NFD");
	const directory = writeContentFolder({ ...soundFolder, [article]: decomposed });
	const legacy = Buffer.from("authors/x.yml: \xff", "latin1");
	writeFileSync(join(directory, "authors/khac.yml"), legacy);
	expect((await readPortal({ directory, now })).problems.map(({ file }) => file)).toContain(article);
	expect(await fixContent(directory)).toEqual([{ path: article, summaries: [expect.any(String)] }]);
	expect(readFileSync(join(directory, article), "utf8")).toBe(decomposed.normalize("NFC"));
	expect((await readPortal({ directory, now })).problems.map(({ file }) => file)).not.toContain(article);
	expect(readFileSync(join(directory, "authors/khac.yml"))).toEqual(legacy);
	expect(await fixContent(directory)).toEqual([]);
});

test("runs the migrations of several versions in order, and names those that changed something", async () => {
	const directory = writeContentFolder({ ...soundFolder, "pages/gioi-thieu.md": "---\ntitle: A\n---\n" });
	const fixes = [
		{ since: "1.0.0", summary: "một", fix: (text: string) => text.replace("title: A", "title: B") },
		{ since: "1.1.0", summary: "hai", fix: (text: string) => text.replace("title: B", "title: C") },
		{ since: "1.2.0", summary: "ba", fix: (text: string) => text },
	];
	expect(await fixContent(directory, fixes)).toEqual([
		{ path: "pages/gioi-thieu.md", summaries: ["một", "hai"] },
	]);
	expect(readFileSync(join(directory, "pages/gioi-thieu.md"), "utf8")).toBe("---\ntitle: C\n---\n");
});
