import { describe, expect, test } from "vitest";
import type { JoinedRow } from "./joined-row.ts";
import { articleOfRow } from "./table-article.ts";

/** A row of one table. */
function rowOf(values: Readonly<Record<string, string>>): JoinedRow {
	const known = (columns: readonly string[] = []) => columns.flatMap((column) => values[column] ?? []);
	const row = {
		first: (columns?: readonly string[]) => known(columns)[0],
		all: known,
		address: () => undefined,
	};
	return row as unknown as JoinedRow;
}

const mapping = { title: ["title"], body: ["body"], lead: ["lead"], source: ["source"] };

function bodyOf(body: string) {
	const article = articleOfRow(
		rowOf({ title: "Bài", body }),
		{ ...mapping, "body-kind": "encoded-html" },
		1,
		{},
	);
	return "body" in article ? article.body : article;
}

describe("articleOfRow", () => {
	test.each([
		["kept as references", "&lt;p&gt;Một &amp;lt; hai&lt;/p&gt;", "<p>Một &lt; hai</p>"],
		["kept as it is", "<p>Một &lt; hai &amp; ba</p>", "<p>Một &lt; hai &amp; ba</p>"],
	])("reads markup that is %s", (_, written, html) => {
		expect(bodyOf(written)).toEqual({ html });
	});

	test("removes markup from lead and source, however it was stored", () => {
		const row = rowOf({
			title: "Bài",
			body: "Chữ",
			lead: "&lt;p&gt;Lời &lt;b&gt;dẫn&lt;/b&gt;&lt;/p&gt;",
			source: "<i>Báo A</i>",
		});
		expect(articleOfRow(row, mapping, 1, {})).toMatchObject({ lead: "Lời dẫn", source: "Báo A" });
	});

	test("leaves out fields that the row lacks", () => {
		const article = articleOfRow(rowOf({ title: "Bài", body: "Chữ" }), mapping, 7, {});
		expect(
			Object.keys(article).filter(
				(key) => (article as unknown as Record<string, unknown>)[key] === undefined,
			),
		).toEqual([]);
		expect(article).toMatchObject({ position: 7, title: "Bài", body: { text: "Chữ" } });
		expect(article).not.toHaveProperty("lead");
	});
});
