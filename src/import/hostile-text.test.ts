/** Sources that are made to be slow to read. If reading is not linear in their length, these tests never end. */
import { expect, test } from "vitest";
import { writeDocument } from "../content/index.ts";
import { forPagefind } from "../search/pagefind/text.ts";
import { draftBody } from "./draft-body.ts";
import { markdownOfHtml, withCredit } from "./markdown-of-html.ts";
import { isFurniture } from "./plain-text/furniture.ts";
import { Repairer } from "./repairer.ts";
import { readPage } from "./sources/pages/read-page.ts";

const many = 1_000_000;
const nowhere = { picture: () => undefined, link: () => undefined };
const paragraph = `<p>${"Đồng bào trong xã cùng nhau làm đường và giữ rừng. ".repeat(20)}</p>`;
const page = (rest: string) =>
	`<h1>Hội nghị sơ kết</h1><div class="entry-content">${paragraph.repeat(3)}${rest}</div>`;

test.each([
	{
		name: "pictures inlined without end",
		read: () => readPage(page(`<p>${"(data:image/:".repeat(many / 13)}`)),
	},
	{ name: "signs that begin no tag", read: () => readPage(page("<".repeat(many))) },
	{ name: "a heading of signs", read: () => markdownOfHtml(`<h2>${"#".repeat(many)}a</h2>`, nowhere) },
	{ name: "a caption of spaces", read: () => withCredit(`Ảnh${" ".repeat(many)}:`) },
	{ name: "spaces within a text", read: () => writeDocument({}, `a${" ".repeat(many)}b`) },
	{ name: "spaces within a text to be searched", read: () => forPagefind(`a${" ".repeat(many)}b`) },
	{
		name: "a line of buttons that ends as a sentence",
		read: () => isFurniture(`Cỡ chữ ${"a".repeat(40)}ình`),
	},
	{
		name: "brackets that never end",
		read: () =>
			draftBody(
				{ markdown: "[\\".repeat(many / 2) },
				{ placed: [], isStated: false, link: () => undefined },
				new Repairer(),
			),
	},
])(
	"reads $name",
	({ read }) => {
		expect(read()).toBeDefined();
	},
	20_000,
);
