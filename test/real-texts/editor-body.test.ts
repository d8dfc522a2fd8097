/** Real articles' bodies keep every byte when they are opened and saved without a change. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { createSlateEditor } from "platejs";
import { describe, expect, test } from "vitest";
import { BodyText } from "../../admin/body/body-text.ts";
import { bodyPlugins } from "../../admin/body/editor-plugins.ts";
import type { Block } from "../../admin/body/nodes.ts";
import { markdownOfHtml } from "../../src/import/markdown-of-html.ts";
import { isWholeCollection, realText } from "../support/real-texts.ts";

interface RealArticle {
	readonly body: string;
	readonly body_html?: string;
}

const everyNth = isWholeCollection ? 5 : 60;
const articles = gunzipSync(readFileSync(realText("corpus/articles.jsonl.gz")))
	.toString()
	.split("\n")
	.filter((line, index) => line !== "" && index % everyNth === 0)
	.map((line) => JSON.parse(line) as RealArticle);

function normalized(blocks: readonly Block[]): Block[] {
	const editor = createSlateEditor({ plugins: bodyPlugins, value: structuredClone(blocks) as never });
	editor.tf.normalize({ force: true });
	return editor.children as unknown as Block[];
}

describe("BodyText", () => {
	test("gives back real bodies byte for byte", () => {
		expect(articles.length).toBeGreaterThan(isWholeCollection ? 2000 : 150);
		for (const { body, body_html: html } of articles) {
			const markdown = `\n${html ? markdownOfHtml(html) : body}\n`;
			const text = new BodyText(markdown);
			expect(text.write(text.blocks)).toBe(markdown);
			expect(text.write(normalized(text.blocks))).toBe(markdown);
		}
	});
});
