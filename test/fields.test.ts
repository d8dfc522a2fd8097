/** Every field of every schema reaches the cache, the pages, the API, the editor's form and its preview. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readPortal, writeDocument } from "../src/content/index.ts";
import { divideArticle, type ReadArticle, StoredArticle } from "../src/content/stored-article.ts";
import type { WritableFields } from "../src/content/write-document.ts";
import { writeData } from "../src/content/write-document.ts";
import { unfinishedArticle } from "../src/desk/preview/unfinished-documents.ts";
import { formFields } from "../src/editor/forms/form-fields.ts";
import { fieldShapes } from "../src/editor/forms/schema-shape.ts";
import { asArticleId, asIsoDateTime, asUrlPath } from "../src/model/ids.ts";
import { type DocumentKind, documentSchemas } from "../src/model/schemas.ts";
import { everyOutput, planPortal } from "../src/site/plan/plan.ts";
import { writeContentFolder } from "./support/content-folder.ts";
import { writtenValue } from "./support/value-of-field.ts";

const now = asIsoDateTime("2026-11-20T12:00:00+07:00");
const kinds = Object.keys(documentSchemas) as DocumentKind[];
const everyField = kinds.flatMap((kind) =>
	fieldShapes(documentSchemas[kind]).map((shape) => [kind, shape.name, shape] as const),
);

/** Fields that a part intentionally does not show, with the reason. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
	// Private; used only for the finder's index; shown only once there are past years; deciding when it is shown.
	pages: ["author.email", "site.abbreviations", "site.archives", "banner.from", "banner.until"],
	api: ["author.email"],
};

/** The file of each kind of document whose fields are varied. */
const files: Readonly<Record<DocumentKind, string>> = {
	article: "articles/2026/11/15-bai-thu.md",
	page: "pages/gioi-thieu.md",
	author: "authors/an.yml",
	committee: "committees/ban-mot.yml",
	tag: "tags/tu-khoa.yml",
	site: "site.yml",
	"official-document": "official-documents/12-kh-tu-2026.yml",
	event: "events/su-kien.yml",
	schedule: "schedules/2026-11-09.yml",
	unit: "units/don-vi.yml",
	person: "people/nguoi.yml",
	question: "questions/cau-hoi.yml",
	banner: "banners/bieu-ngu.yml",
};

/** A document with every field, except for those that would hide it. */
function wholeFields(kind: DocumentKind): Record<string, unknown> {
	const fields = Object.fromEntries(
		fieldShapes(documentSchemas[kind]).map((shape) => [shape.name, writtenValue(shape)]),
	);
	if (kind === "tag") return { ...fields, name: "Từ khóa" };
	// People who have left their post are shown by name only.
	if (kind === "person") return { ...fields, posts: [{ title: "Trưởng Ban", unit: "don-vi-mot" }] };
	if (kind === "schedule")
		return { ...fields, week: "2026-11-09", items: [{ date: "2026-11-10", what: "Họp" }] };
	if (kind === "banner") return { ...fields, until: "2026-12-31T00:00:00+07:00" };
	if (kind === "committee") return { ...fields, successor: "ban-hai" };
	if (kind === "page") return { ...fields, translationOf: "2026/11/10-cu-hon" };
	if (kind === "site") return { ...fields, homeCommittees: ["ban-hai"] };
	if (kind !== "article") return fields;
	const { draft: _, withdrawn: __, expires: ___, ...shown } = fields;
	return { ...shown, tags: ["Từ khóa"] };
}

/** The same with one field changed: left out if it is optional, otherwise with another value. */
function varied(kind: DocumentKind, name: string): Record<string, unknown> {
	const fields = wholeFields(kind);
	const shape = fieldShapes(documentSchemas[kind]).find((each) => each.name === name);
	if (!shape) throw new Error(`${kind} has no field ${name}`);
	const { [name]: present, ...others } = fields;
	if (present === undefined) return { ...others, [name]: writtenValue(shape) };
	if (kind === "schedule" && name === "week")
		return { ...others, week: "2026-11-02", items: [{ date: "2026-11-03", what: "Họp" }] };
	if (kind === "schedule" && name === "items")
		return { ...others, items: [{ date: "2026-11-11", what: "Họp" }] };
	if (kind === "tag" && name === "name") return { ...others, name: "TỪ KHÓA" };
	return shape.required ? { ...others, [name]: writtenValue(shape, 1) } : others;
}

function textOf(kind: DocumentKind, fields: Record<string, unknown>): string {
	const writable = fields as WritableFields;
	if (kind === "article" || kind === "page") return writeDocument(writable, "Nội dung.", kind);
	return writeData(writable, kind);
}

/** The view of every output of a portal in which one document may be changed. Digests of files are left out. */
async function viewsWith(kind?: DocumentKind, fields?: Record<string, unknown>) {
	const documents = Object.fromEntries(
		kinds.map((each) => [files[each], textOf(each, each === kind && fields ? fields : wholeFields(each))]),
	);
	const picture = readFileSync("test/fixtures/portal/media/banner.png");
	const article = (title: string, more: Record<string, unknown> = {}) =>
		textOf("article", { title, date: "2026-11-10T08:00:00+07:00", author: "binh", ...more });
	const directory = writeContentFolder({
		...documents,
		...Object.fromEntries(
			["10", "11"].map((number) => [
				`official-documents/${number}-kh-tu-2026.yml`,
				`number: ${number}-KH/TU\nkind: plan\ndate: 2026-11-0${Number(number) - 9}\nsummary: Kế hoạch cũ\nissuer: Tỉnh ủy\n`,
			]),
		),
		...Object.fromEntries(
			["mot", "hai"].flatMap((name) => [
				[`events/su-kien-${name}.yml`, `name: Sự kiện ${name}\n`],
				[`units/don-vi-${name}.yml`, `name: Đơn vị ${name}\n`],
			]),
		),
		"questions/cau-hoi-khac.yml":
			"question: Câu hỏi khác?\nanswer: Câu trả lời khác.\ndate: 2026-11-01\ntopic: topic thứ 0\norder: 2000\n",
		"banners/khac.yml": "name: Biểu ngữ khác\nplace: side\norder: 2000\n",
		"authors/binh.yml": "name: Bình\n",
		"committees/ban-hai.yml": "name: Ban Hai\nkind: other\nlevel: commune\n",
		"articles/2026/11/10-cu-hon.md": article("Bài cũ hơn", { committee: "ban-mot" }),
		"articles/2026/11/11-cu-nua.md": article("Bài cũ nữa", { committee: "ban-hai" }),
		"articles/2026/11/16-moi-hon.md": article("Bài mới hơn", { date: "2026-11-16T08:00:00+07:00" }),
		// Enough articles for the top of the home page. One has a picture and leads unless another is featured.
		...Object.fromEntries(
			[1, 2, 3, 4].map((number) => [
				`articles/2026/11/17-moi-${number}.md`,
				article(`Bài mới ${number}`, {
					date: `2026-11-17T0${number}:00:00+07:00`,
					...(number === 1 && { image: { src: "/media/anh.png", alt: "Ảnh" } }),
				}),
			]),
		),
		"media/anh.png": picture,
		"media/anh-khac.png": picture,
		"media/bang.csv": "a,b\n",
		"media/bang-khac.csv": "a,b\n",
	});
	const { portal, problems } = await readPortal({ directory, now });
	expect(problems).toEqual([]);
	if (!portal) throw new Error("no portal");
	const prepared = (src: string) => ({ src: asUrlPath(src), width: 600, height: 400, variants: [] });
	const plan = planPortal(
		portal,
		{
			pictures: new Map(["media/anh.png", "media/anh-khac.png"].map((file) => [file, prepared(`/${file}`)])),
			attachments: new Map(
				["media/bang.csv", "media/bang-khac.csv"].map((file) => [
					file,
					{ address: asUrlPath(`/${file}`), size: 4, format: "CSV" },
				]),
			),
			shareCards: new Map([["", { src: asUrlPath("/anh/chia-se.png"), width: 1200, height: 630 }]]),
		},
		{ search: false },
	);
	const views = everyOutput(plan).map(({ template, address, view }) => ({ template, address, view: view() }));
	const isApi = ({ template }: { template: string }) => template.startsWith("api-");
	const json = (value: unknown) =>
		JSON.stringify(value, (name, inner) => (name === "digest" ? undefined : inner));
	return {
		pages: json([plan.site, views.filter((each) => !isApi(each))]),
		api: json(views.filter(isApi)),
	};
}

describe("the field", () => {
	let known: ReturnType<typeof viewsWith> | undefined;
	const viewsOfWhole = () => {
		known ??= viewsWith();
		return known;
	};

	test.each(everyField)("%s.%s makes a difference to pages and API", async (kind, name) => {
		const whole = await viewsOfWhole();
		const other = await viewsWith(kind, varied(kind, name));
		for (const part of ["pages", "api"] as const) {
			const isShown = !exceptions[part]?.includes(`${kind}.${name}`);
			expect(other[part] !== whole[part], part).toBe(isShown);
		}
	});

	test.each(everyField)("%s.%s is in the editor's form", (kind, name) => {
		expect(formFields(documentSchemas[kind]).map((field) => field.name)).toContain(name);
	});

	const ofArticles = everyField.filter(([kind]) => kind === "article").map(([, name]) => name);

	test.each(ofArticles)("article.%s reaches the preview, even if other fields are invalid", (name) => {
		const place = { id: asArticleId("2026/11/15-bai-thu"), file: files.article };
		const shown = (fields: Record<string, unknown>) => {
			const text = textOf("article", { ...fields, la: "không có trong mẫu" });
			const { digest: _, ...article } = unfinishedArticle({ ...place, bytes: Buffer.from(text) }, now);
			return JSON.stringify(article);
		};
		expect(shown(varied("article", name))).not.toBe(shown(wholeFields("article")));
	});

	test.each(ofArticles)("article.%s is the same in the cache as in the file", (name) => {
		const schema = documentSchemas.article;
		const place = {
			id: asArticleId("2026/11/15-bai-thu"),
			address: asUrlPath("/2026/11/15/bai-thu.html"),
			file: files.article,
		};
		for (const written of [wholeFields("article"), varied("article", name)]) {
			const fields = schema.parse(written);
			const read = { ...place, digest: "", fields, pictures: [], sources: [], links: [], words: 1 };
			const { head, rest } = JSON.parse(JSON.stringify(divideArticle(read as ReadArticle)));
			const stored = new StoredArticle(place, { head, rest: () => rest });
			expect(stored[name as keyof typeof fields]).toEqual(fields[name as keyof typeof fields]);
		}
	});
});
