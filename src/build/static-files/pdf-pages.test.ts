import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pagesOfPdf } from "./pdf-pages.ts";

function file(...objects: readonly string[]): Uint8Array {
	const text = objects.map((object, index) => `${index + 1} 0 obj\n<<${object}>>\nendobj\n`).join("");
	return Buffer.from(`%PDF-1.4\n${text}trailer\n%%EOF`, "latin1");
}

const root = "/Type /Pages\n/Count 12\n/Kids [2 0 R]";

test.each([
	["what the root of the tree states", file(root, "/Type /Page /Parent 1 0 R"), 12],
	["not what a branch of the tree states", file("/Type/Pages/Count 5/Parent 2 0 R", root), 12],
	["nothing where two roots differ", file(root, "/Type /Pages /Count 13 /Kids []"), undefined],
	["what two equal roots of a file that was saved again state", file(root, root), 12],
	["nothing of a compressed tree", file("/Type /ObjStm /N 3", root), undefined],
	["nothing where no count is stated", file("/Type /Pages /Kids []"), undefined],
	["nothing of an absurd count", file("/Type /Pages /Count 123456789"), undefined],
	["nothing of an object without an end", Buffer.from("1 0 obj <</Type /Pages /Count 3"), undefined],
	["nothing of an empty file", Buffer.alloc(0), undefined],
])("counts %s", (_, bytes, pages) => {
	expect(pagesOfPdf(bytes)).toBe(pages);
});

test("counts the pages of the sample's files", () => {
	expect(pagesOfPdf(readFileSync("content/media/van-ban-43-kh-bbt.pdf"))).toBe(1);
});
