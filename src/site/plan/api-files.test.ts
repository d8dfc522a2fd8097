import { expect, test } from "vitest";
import { siteView } from "../../../test/support/site-view.ts";
import { asArticleId } from "../../model/ids.ts";
import type { Portal } from "../../model/portal.ts";
import { provinces } from "../../model/provinces.ts";
import { recordNames } from "../../model/record-names.ts";
import { apiDays, apiFiles } from "./api-files.ts";
import { indexArchive } from "./archive-index.ts";
import type { Output } from "./output.ts";

const secret = "Chuyện không còn ai được đọc";

const article = (name: string, fields: object = {}) => ({
	id: asArticleId(`2026/11/01-${name}`),
	address: `/2026/11/01/${name}.html`,
	title: name,
	date: "2026-11-01T08:00:00+07:00",
	digest: "",
	file: `articles/2026/11/01-${name}.md`,
	author: ["an"],
	tags: [],
	related: [],
	attachments: [],
	bodyImages: [],
	draft: false,
	...fields,
});

const withdrawn = { date: "2026-11-20T08:00:00+07:00", reason: "Sai" };
const hidden = article("hidden", { title: secret, summary: secret, withdrawn });
const shown = article("shown", { related: [hidden.id, "2026/11/01-later"] });
const later = article("later", { withdrawn: { ...withdrawn, date: "2026-11-23T08:00:00+07:00" } });

const files = { pictures: new Map(), attachments: new Map(), shareCards: new Map() };
const portal = {
	now: "2026-11-22T08:00:00+07:00",
	articles: [hidden, shown, later],
	provinces,
	authors: new Map([
		["an", { id: "an", name: "An", kind: "person", email: "an@co-quan.gov.vn", file: "authors/an.yml" }],
		["binh", { id: "binh", name: "Bình", kind: "person", file: "authors/binh.yml" }],
	]),
	committees: new Map(),
	tags: new Map(),
	tagBySpelling: new Map(),
	pages: [],
	comments: new Map([[hidden.id, { comments: [{ id: "1", text: secret }], digest: "" }]]),
	records: Object.fromEntries(recordNames.map((name) => [name, new Map()])),
} as unknown as Portal;
const { messages, accent } = siteView;
const context = { ...files, messages, accent, portal, index: indexArchive(portal, files) };

function viewOf(outputs: Iterable<Output>, address: string): unknown {
	const found = [...outputs].find((output) => output.address === address);
	if (!found) throw new Error(`nothing is planned at ${address}`);
	return found.view();
}

const documents: readonly (readonly [string, () => Iterable<Output>])[] = [
	["/api/2026/11.json", () => apiFiles(context)],
	["/api/2026/11/01.json", () => apiDays(context, context.index.all)],
];

test.each(documents)("of a withdrawn article %s has the notice only", (address, outputs) => {
	const view = viewOf(outputs(), address) as { readonly articles: readonly object[] };
	expect(view.articles[0]).toEqual({ id: hidden.id, address: hidden.address, withdrawn });
	expect(JSON.stringify(view)).not.toContain(secret);
	expect(view.articles.map((each) => Object.hasOwn(each, "withdrawn"))).toEqual([true, false, false]);
});

test.each(documents)("%s names related articles only if readers can see them", (address, outputs) => {
	const { articles } = viewOf(outputs(), address) as { readonly articles: readonly object[] };
	expect(articles[1]).toMatchObject({ title: "shown", related: [later.id] });
	for (const name of ["draft", "digest", "file"]) expect(articles[1]).not.toHaveProperty(name);
});

test("the index counts the articles that readers can see", () => {
	expect(viewOf(apiFiles(context), "/api/index.json")).toEqual({ months: [{ month: "2026-11", count: 2 }] });
});

test("authors are those of visible articles, without their e-mail addresses", () => {
	expect(viewOf(apiFiles(context), "/api/authors.json")).toEqual({
		authors: [{ id: "an", name: "An", kind: "person", address: "/tac-gia/an/" }],
	});
});
