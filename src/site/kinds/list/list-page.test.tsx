import { describe, expect, test } from "vitest";
import { asUrlPath } from "../../../model/ids.ts";
import { sampleCard, sampleList, sampleSite } from "../../components/sample-views.ts";
import type { ListView } from "../../views.ts";
import { ListPage } from "./list-page.tsx";

const landing = sampleList.landing;

function page(view: Partial<ListView>): string {
	return String(
		<ListPage view={{ ...sampleList, ...view }} site={sampleSite} address={landing} bodyHtml="" />,
	);
}

function navigation(view: Partial<ListView>): string[] {
	const html = page(view).split('<nav class="list-navigation"')[1] ?? "";
	const addresses = [...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1] ?? "");
	return addresses.filter((address) => !address.includes("#"));
}

describe("ListPage", () => {
	test.each([
		{ name: "a list of one page", view: {}, expected: [] },
		{
			name: "a landing page",
			view: { older: asUrlPath(`${landing}4.html`) },
			expected: [`${landing}4.html`],
		},
		{
			name: "a page in the middle",
			view: { number: 2, newer: asUrlPath(`${landing}3.html`), older: asUrlPath(`${landing}1.html`) },
			expected: [`${landing}3.html`, landing, `${landing}1.html`],
		},
		{
			name: "the newest numbered page, whose newer neighbour is the landing page",
			view: { number: 3, newer: landing, older: asUrlPath(`${landing}2.html`) },
			expected: [landing, `${landing}2.html`],
		},
		{
			name: "a page far from the oldest",
			view: {
				number: 4,
				newer: asUrlPath(`${landing}5.html`),
				older: asUrlPath(`${landing}3.html`),
				oldest: asUrlPath(`${landing}1.html`),
			},
			expected: [`${landing}5.html`, landing, `${landing}3.html`, `${landing}1.html`],
		},
	])("$name links to its neighbours", ({ view, expected }) => {
		expect(navigation(view)).toEqual(expected);
	});

	test("names the predecessor that an article belongs to", () => {
		const of = { label: "Bình Phước", address: asUrlPath("/tinh/binh-phuoc/") };
		expect(page({ entries: [{ ...sampleCard, of }] })).toContain("Tin của Bình Phước");
	});

	test("says that there is no article yet", () => {
		expect(page({ entries: [] })).toContain("Chưa có bài nào");
	});

	test("shows no description of a tag without one", () => {
		expect(page({ about: { kind: "tag", scope: {}, synonyms: [] } })).not.toContain("list-about");
		expect(page({ about: { kind: "tag", scope: {}, synonyms: ["dân vận khéo"] } })).toContain("dân vận khéo");
	});
});
