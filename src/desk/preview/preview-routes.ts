import type { Hono } from "hono";
import { z } from "zod";
import { videoOrigins } from "../../content/index.ts";
import { isArticleId, isSlug } from "../../model/ids.ts";
import { isRecordCollection } from "../../model/record-names.ts";
import { headerRules, headersFor } from "../../site/feeds/headers.ts";
import { toVietnamMoment } from "../../text/index.ts";
import { type Desk, type DeskContext, type DeskEnv, entryOf } from "../api/context.ts";
import { fileAnswer } from "../api/files.ts";
import { jsonBody } from "../api/json-body.ts";
import { Refusal } from "../api/refuse.ts";
import { fileAddress } from "../api/results.ts";
import { strings as apiStrings } from "../api/strings.ts";
import {
	deskPath,
	type PagePreview,
	type PreviewAnswer,
	type PreviewLinkList,
	type Problem,
} from "../messages.ts";
import type { PageEnv } from "../pages/page-answer.tsx";
import { nameOf } from "./preview-links.ts";
import type { PreviewCollection } from "./previewed-document.ts";
import type { PreviewFile } from "./render-preview.ts";
import { strings } from "./strings.ts";

/** The path at which writers see previews of their texts. */
const writersPath = `${deskPath}xem-truoc/`;
/** The path of links for other people. */
const readersPath = "/xem-truoc/";

const previewSchema = z.strictObject({
	text: z.string().max(3_000_000),
	assets: z
		.array(z.strictObject({ path: z.string().max(400), upload: z.string().max(100) }))
		.max(200)
		.default([]),
});

/** What a preview may load. Previews are neither cached nor sent as referrer. */
const { "Strict-Transport-Security": _, ...siteHeaders } = headersFor(
	"/",
	headerRules({ frameOrigins: videoOrigins }),
);
const pageHeaders = {
	...siteHeaders,
	"Content-Type": "text/html; charset=utf-8",
	"Cache-Control": "no-store",
	"Referrer-Policy": "no-referrer",
	"X-Robots-Tag": "noindex, nofollow, noarchive",
};

/** The routes of previews in the API. */
export function addPreviewRoutes(api: Hono<DeskEnv>, desk: Desk): void {
	const { previews, uploads, store } = desk;

	api.post("/entries/:collection/:id/preview", async (context) => {
		const entry = entryWithPage(context);
		const person = context.get("person");
		const { text, assets } = await jsonBody(context, previewSchema);
		const uploaded = new Map<string, PreviewFile>();
		for (const { path, upload } of assets) {
			const found = await uploads.find(upload, person);
			// Expired: the form sends the text again.
			if (!found) throw new Refusal(410, apiStrings.noUpload);
			const { address, bytes, width, height } = found.answer;
			uploaded.set(path, {
				address,
				size: bytes,
				...(width !== undefined && height !== undefined && { width, height }),
			});
		}
		const { key, problems, warnings } = await previews.show(
			{ ...entry, text },
			person,
			async (path) =>
				uploaded.get(path) ??
				(await previews.fileOf(entry, path, fileAddress(entry.collection, entry.id, path))),
		);
		return context.json({
			...(key !== undefined && { address: `${writersPath}${key}/` }),
			problems: problems.map((problem): Problem => ({ ...problem })),
			warnings: warnings.map((warning): Problem => ({ ...warning })),
		} satisfies PagePreview);
	});

	api.get("/entries/:collection/:id/preview-links", async (context) => {
		const links = await previews.links.of(entryWithPage(context));
		return context.json({
			links: links.map((link) => ({
				name: nameOf(link),
				by: link.by.name,
				until: toVietnamMoment(link.until),
			})),
		} satisfies PreviewLinkList);
	});

	api.post("/entries/:collection/:id/preview-links", async (context) => {
		const entry = await entryToWorkAt(context);
		const { key, link } = await previews.links.create(entry, context.get("person"));
		return context.json({
			address: `${readersPath}${key}/`,
			until: toVietnamMoment(link.until),
		} satisfies PreviewAnswer);
	});

	api.delete("/entries/:collection/:id/preview-links/:name", async (context) => {
		const entry = await entryToWorkAt(context);
		const name = context.req.param("name");
		if ((await previews.links.of(entry)).some((link) => nameOf(link) === name)) {
			await previews.links.revoke(name);
		}
		return context.body(null, 204);
	});

	/** A person without rights to a text may not share it either. @throws Refusal */
	async function entryToWorkAt(context: DeskContext) {
		const entry = entryWithPage(context);
		const opened = await store.open(entry.collection, entry.id, context.get("person"));
		if ("kind" in opened) throw new Refusal(404, apiStrings.noEntry);
		const { edit, to } = opened.may;
		if (!edit && to.length === 0) throw new Refusal(403, apiStrings.mayNotShow);
		return entry;
	}
}

/** The pages for signed-in writers. */
export function addWritersPreviews(pages: Hono<PageEnv>, { previews }: Desk): void {
	pages.get(`${writersPath}:key/`, (context) => {
		const html = previews.page(context.req.param("key"), context.get("person"));
		return html === undefined ? gone() : pageOf(html);
	});
}

/** The pages for people who have a link. */
export function addLinkedPreviews(app: Hono, { previews }: Desk): void {
	app.get(`${readersPath}:key/`, async (context) => {
		const key = context.req.param("key");
		const link = await previews.links.find(key);
		const html =
			link &&
			(await previews.linkedPage(
				link,
				(path) => `${readersPath}${key}/tep/${path.split("/").map(encodeURIComponent).join("/")}`,
			));
		return html === undefined ? gone() : pageOf(html);
	});

	app.get(`${readersPath}:key/tep/:path{.+}`, async (context) => {
		const { key, path } = context.req.param();
		const link = await previews.links.find(key);
		const bytes = link && (await previews.linkedFile(link, path));
		return bytes ? fileAnswer(bytes, path) : gone();
	});
}

/** @throws Refusal 404 for entries without a page */
function entryWithPage(context: DeskContext): { collection: PreviewCollection; id: string } {
	const { collection, id } = entryOf(context);
	const fits =
		collection === "articles"
			? isArticleId(id)
			: (collection === "pages" || isRecordCollection(collection)) && isSlug(id);
	if (!fits) throw new Refusal(404, apiStrings.noEntry);
	return { collection: collection as PreviewCollection, id };
}

function pageOf(html: string): Response {
	const page = html.replace("<title>", `<meta name="robots" content="noindex"/><title>${strings.title}`);
	return new Response(page, { headers: pageHeaders });
}

function gone(): Response {
	return new Response(
		`<!doctype html><html lang="vi"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><meta name="robots" content="noindex"/><title>${strings.title}</title><link rel="stylesheet" href="/assets/site.css"/></head><body><main><p>${strings.gone}</p></main></body></html>`,
		{ status: 404, headers: pageHeaders },
	);
}
