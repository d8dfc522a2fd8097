/** Writing the API's documents: from a view to the bytes of a file. */
import { apiCollectionAddress, apiMonthAddress, apiSchemaAddress } from "../../model/addresses.ts";
import type { BodyView } from "../views.ts";
import { apiSchema, apiVersion } from "./schema.ts";
import type { ApiDayView, ApiIndexView, ApiPagesView } from "./views.ts";

/** A body in both forms. */
export interface RenderedBody {
	readonly markdown: string;
	readonly html: string;
}

/**
 * A document as JSON. Each member and each item of a list has its own line, which keeps diffs readable. Within a line,
 * keys are in alphabetical order, so equal data gives equal text.
 */
export function renderApiDocument(document: object): string {
	const members = Object.entries(document)
		.filter(([, value]) => value !== undefined)
		.map(
			([key, value]) => `${JSON.stringify(key)}:${Array.isArray(value) ? lines(value) : canonical(value)}`,
		);
	return `{\n${members.join(",\n")}\n}\n`;
}

function lines(items: readonly unknown[]): string {
	return items.length === 0 ? "[]" : `[\n${items.map(canonical).join(",\n")}\n]`;
}

function canonical(value: unknown): string {
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
	const members = Object.entries(value)
		.filter(([, member]) => member !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
	return `{${members.join(",")}}`;
}

/** A day's articles with their bodies. `render` is called for each article that was not withdrawn. */
export function renderApiDay(view: ApiDayView, render: (body: BodyView) => RenderedBody): string {
	return renderApiDocument({
		day: view.day,
		articles: view.articles.map((article) => ("body" in article ? withBody(article, render) : article)),
	});
}

/** The fixed pages with their bodies. */
export function renderApiPages(view: ApiPagesView, render: (body: BodyView) => RenderedBody): string {
	return renderApiDocument({ pages: view.pages.map((page) => withBody(page, render)) });
}

function withBody<Item extends { readonly body: BodyView }>(
	{ body, ...rest }: Item,
	render: (body: BodyView) => RenderedBody,
): Omit<Item, "body"> & RenderedBody {
	const { markdown, html } = render(body);
	return { ...rest, markdown, html };
}

/** The entry point for a front end: the version, and the addresses of all other documents. */
export function renderApiIndex(view: ApiIndexView): string {
	return renderApiDocument({
		version: apiVersion,
		schema: apiSchemaAddress,
		site: apiCollectionAddress("site"),
		authors: apiCollectionAddress("authors"),
		committees: apiCollectionAddress("committees"),
		pages: apiCollectionAddress("pages"),
		provinces: apiCollectionAddress("provinces"),
		tags: apiCollectionAddress("tags"),
		months: view.months.map(({ month, count }) => ({ month, count, address: apiMonthAddress(month) })),
		...(view.records && { records: view.records }),
	});
}

let renderedSchema: string | undefined;

/** The schema of all documents. Derived once, as it depends on code only and takes longer than most pages. */
export function renderApiSchema(): string {
	renderedSchema ??= `${JSON.stringify(apiSchema(), null, "\t")}\n`;
	return renderedSchema;
}
