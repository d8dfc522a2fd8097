import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { awkwardTitles } from "../../../test/support/site-view.ts";
import { articleAddress, provinceAddress } from "../../model/addresses.ts";
import { asArticleId, asIsoDateTime, asIsoDay, asSlug, asUrlPath } from "../../model/ids.ts";
import {
	renderApiDay,
	renderApiDocument,
	renderApiIndex,
	renderApiPages,
	renderApiSchema,
} from "./documents.ts";
import type {
	ApiArticleView,
	ApiAuthorsView,
	ApiCommitteesView,
	ApiDayView,
	ApiMonthView,
	ApiPagesView,
	ApiProvincesView,
	ApiSiteView,
	ApiTagsView,
	ApiWithdrawnView,
} from "./views.ts";

const id = asArticleId("2026/11/22-mua-gat");
const picture = {
	src: asUrlPath("/anh/ab12.jpg"),
	width: 1200,
	height: 800,
	variants: [{ src: asUrlPath("/anh/ab12-480.webp"), width: 480 }],
};
const body = { file: "articles/2026/11/22-mua-gat.md", digest: "0", pictures: {} };

const bare: ApiArticleView = {
	id,
	address: articleAddress(id),
	title: "Mùa gặt",
	date: asIsoDateTime("2026-11-22T08:30:00+07:00"),
	author: [asSlug("ha-an")],
	tags: [],
	tagSlugs: [],
	related: [],
	featured: false,
	attachments: [],
	formerAddresses: [],
};

const full: ApiArticleView = {
	...bare,
	updated: asIsoDateTime("2026-11-23T09:00:00+07:00"),
	province: asSlug("son-la"),
	committee: asSlug("dan-van"),
	tags: ["Dân vận khéo"],
	tagSlugs: [asSlug("dan-van-kheo")],
	summary: "Bà con\nvào vụ.",
	image: { ...picture, alt: "Ruộng lúa", caption: "Lúa chín", credit: "Hà An" },
	source: { name: "Báo Thử", link: "https://bao.example.vn/1" },
	related: [asArticleId("2026/11/20-cay-nuong")],
	featured: true,
	expires: asIsoDateTime("2026-12-22T08:30:00+07:00"),
	attachments: [{ title: "Kế hoạch", address: asUrlPath("/tep/ke-hoach.pdf"), size: 12_345, format: "PDF" }],
	formerAddresses: ["/index.php?id=12"],
};

const withdrawn: ApiWithdrawnView = {
	id: asArticleId("2026/11/21-tin-sai"),
	address: asUrlPath("/2026/11/21/tin-sai.html"),
	withdrawn: { date: asIsoDateTime("2026-11-22T10:00:00+07:00"), reason: "Số liệu chưa đúng" },
};

const month: ApiMonthView = { month: "2026-11", articles: [withdrawn, bare, full] };
const day: ApiDayView = {
	day: asIsoDay("2026-11-22"),
	articles: [withdrawn, { ...bare, body }, { ...full, body }],
};
const provinces: ApiProvincesView = {
	provinces: [
		{
			key: "son-la@",
			slug: asSlug("son-la"),
			name: "Sơn La",
			fullName: "tỉnh Sơn La",
			rank: "province",
			predecessors: [],
			successors: [],
			aliases: [],
			address: provinceAddress(asSlug("son-la")),
		},
		{
			key: "dong-nai@2026-04-30",
			slug: asSlug("dong-nai"),
			name: "Đồng Nai",
			fullName: "thành phố Đồng Nai",
			rank: "city",
			from: asIsoDay("2026-04-30"),
			act: "30/2026/QH16",
			predecessors: ["dong-nai@2025-07-01"],
			successors: [],
			aliases: ["TP. Đồng Nai"],
		},
	],
};
const committees: ApiCommitteesView = {
	committees: [
		{
			id: asSlug("dan-van"),
			address: asUrlPath("/ban/dan-van/"),
			name: "Ban Dân vận",
			formerNames: [],
			kind: "mass-mobilisation",
			level: "province",
			since: asIsoDay("1991-01-01"),
		},
	],
};
const authors: ApiAuthorsView = {
	authors: [
		{
			id: asSlug("ha-an"),
			address: asUrlPath("/tac-gia/ha-an/"),
			name: "Hà An",
			kind: "person",
			photo: picture,
		},
		{
			id: asSlug("to-tin"),
			address: asUrlPath("/tac-gia/to-tin/"),
			name: "Tổ tin",
			kind: "organisation",
			penName: "T.T.",
		},
	],
};
const tags: ApiTagsView = {
	tags: [
		{
			slug: asSlug("dan-van-kheo"),
			address: asUrlPath("/tu-khoa/dan-van-kheo/"),
			name: "Dân vận khéo",
			synonyms: [],
		},
	],
};
const pages: ApiPagesView = {
	pages: [{ slug: asSlug("lien-he"), address: asUrlPath("/lien-he.html"), title: "Liên hệ", body }],
};
const site: ApiSiteView = {
	name: "Dân vận & Đời sống",
	description: "Tin của ban",
	url: "https://danvan.example.vn",
	organisation: "Ban Dân vận",
	logo: picture,
	contact: { phone: "02123 456 789", email: "ban@danvan.example.vn" },
	menu: [{ label: "Giới thiệu", link: "/gioi-thieu.html" }],
	banners: [{ label: "Cổng tỉnh", link: "https://tinh.example.vn", picture }],
	homeCommittees: [],
	abbreviations: [],
	features: {
		search: true,
		share: true,
		fontSize: true,
		readingTime: true,
		calendar: true,
		sentenceCase: false,
		offline: true,
	},
	voice: { views: false, comments: "none", letters: false },
	archives: { years: false, pictures: true },
};

const render = ({ file }: { file: string }) => ({ markdown: `# ${file}\n`, html: `<h1>${file}</h1>` });

const ajv = new Ajv2020({ allErrors: true, formats: { email: true } });
const schema = JSON.parse(renderApiSchema());
const validate = ajv.compile(schema);

describe("every document is valid against the schema", () => {
	const empty = { months: [] };
	test.each([
		{ concept: "index", text: renderApiIndex({ months: [{ month: "2026-11", count: 3 }] }) },
		{ concept: "index", text: renderApiIndex(empty) },
		{ concept: "month", text: renderApiDocument(month) },
		{ concept: "month", text: renderApiDocument({ month: "2026-10", articles: [] }) },
		{ concept: "day", text: renderApiDay(day, render) },
		{ concept: "provinces", text: renderApiDocument(provinces) },
		{ concept: "provinces", text: renderApiDocument({ provinces: [] }) },
		{ concept: "committees", text: renderApiDocument(committees) },
		{ concept: "authors", text: renderApiDocument(authors) },
		{ concept: "tags", text: renderApiDocument(tags) },
		{ concept: "pages", text: renderApiPages(pages, render) },
		{ concept: "site", text: renderApiDocument(site) },
	])("$concept", ({ concept, text }) => {
		const document = JSON.parse(text);
		validate(document);
		expect(validate.errors).toBeNull();
		const one = ajv.compile({ ...schema, anyOf: undefined, $ref: `#/$defs/${concept}` });
		one(document);
		expect(one.errors).toBeNull();
	});

	test.each([
		{ name: "an unknown field", change: { ghi: 1 } },
		{ name: "a moment elsewhere", change: { date: "2026-11-22T01:30:00Z" } },
		{ name: "no author", change: { author: [] } },
		{ name: "a draft's mark", change: { draft: false } },
		{ name: "a withdrawal beside its content", change: { withdrawn: withdrawn.withdrawn } },
		{ name: "an address without its slash", change: { address: "2026/11/22/mua-gat.html" } },
	])("the schema rejects an article with $name", ({ change }) => {
		expect(validate({ ...month, articles: [{ ...bare, ...change }] })).toBe(false);
	});

	test("has a definition with a title for every concept", () => {
		for (const [name, definition] of Object.entries(schema.$defs)) {
			expect(definition, name).toHaveProperty("title");
		}
		expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
	});
});

describe("renderApiDocument", () => {
	test("writes one article per line, with keys in alphabetical order", () => {
		const lines = renderApiDocument(month).split("\n");
		expect(lines).toHaveLength(month.articles.length + 6);
		expect(lines.slice(0, 4)).toEqual([
			"{",
			'"month":"2026-11",',
			'"articles":[',
			'{"address":"/2026/11/21/tin-sai.html","id":"2026/11/21-tin-sai","withdrawn":{"date":"2026-11-22T10:00:00+07:00","reason":"Số liệu chưa đúng"}},',
		]);
	});

	test("writes the same bytes whatever the order of keys", () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
				const turned = Object.fromEntries(Object.entries(record).reverse());
				expect(renderApiDocument({ list: [record] })).toBe(renderApiDocument({ list: [turned] }));
			}),
		);
	});

	test("loses nothing", () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
				expect(JSON.parse(renderApiDocument(record))).toEqual(JSON.parse(JSON.stringify(record)));
			}),
		);
	});

	test("leaves out what is undefined", () => {
		expect(renderApiDocument({ a: undefined, b: [{ c: undefined }] })).toBe('{\n"b":[\n{}\n]\n}\n');
	});

	test.each(awkwardTitles)("keeps a title with $name", ({ title }) => {
		const text = renderApiDocument({ month: "2026-11", articles: [{ ...bare, title }] });
		expect(JSON.parse(text).articles[0].title).toBe(title);
	});
});

describe("renderApiDay", () => {
	test("replaces the bodies' file names by the bodies", () => {
		const [, whole] = JSON.parse(renderApiDay(day, render)).articles;
		expect(whole).toMatchObject({
			id,
			markdown: "# articles/2026/11/22-mua-gat.md\n",
			html: "<h1>articles/2026/11/22-mua-gat.md</h1>",
		});
		expect(whole).not.toHaveProperty("body");
	});

	test("tells only that a withdrawn article existed", () => {
		const [first] = JSON.parse(renderApiDay(day, render)).articles;
		expect(Object.keys(first)).toEqual(["address", "id", "withdrawn"]);
	});
});
