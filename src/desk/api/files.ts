/** Routes for uploads, pictures of the repository, and files of entries. */
import { createHash } from "node:crypto";
import type { Hono } from "hono";
import { widthParameter } from "../messages.ts";
import { thumbnailWidth } from "../thumbnails.ts";
import { strings as uploadStrings } from "../uploads/strings.ts";
import { uploadLimit } from "../uploads/uploads.ts";
import type { Desk, DeskContext, DeskEnv } from "./context.ts";
import { entryOf } from "./context.ts";
import { boundedBody } from "./json-body.ts";
import { Refusal } from "./refuse.ts";
import { strings } from "./strings.ts";

/** Types of uploaded files that a browser may show; all others are downloads. */
const shown: Readonly<Record<string, string>> = {
	avif: "image/avif",
	gif: "image/gif",
	jpeg: "image/jpeg",
	jpg: "image/jpeg",
	png: "image/png",
	// Sanitised when it was uploaded, and shown without scripts and external resources.
	svg: "image/svg+xml",
	webp: "image/webp",
};

/** Seconds for which browsers cache the thumbnails of a list. */
const thumbnailAge = 600;

/** Uploads that are read at the same time, as each may hold its whole file in memory. */
const mostReading = 4;

export function addFileRoutes(api: Hono<DeskEnv>, { store, uploads, thumbnails }: Desk): void {
	let reading = 0;

	api.post("/uploads", async (context) => {
		if (reading >= mostReading) throw new Refusal(503, uploadStrings.busy);
		reading++;
		try {
			const bytes = await boundedBody(context, uploadLimit, uploadStrings.tooLarge(uploadLimit));
			const name = context.req.query("name") ?? "";
			const received = await uploads.receive({ name, bytes }, context.get("person"));
			if (typeof received === "string") throw new Refusal(422, received);
			return context.json(received);
		} finally {
			reading--;
		}
	});

	api.get("/uploads/:upload/:name", async (context) => {
		const found = await uploads.find(context.req.param("upload"), context.get("person"));
		if (!found) throw new Refusal(404, strings.noUpload);
		return fileAnswer(found.bytes, found.answer.name);
	});

	api.get("/entries/:collection/:id/files/:path{.+}", async (context) => {
		const { stored, id } = entryOf(context);
		const path = context.req.param("path");
		const bytes = isPlain(path) ? await store.readFile(stored, id, path) : undefined;
		if (!bytes) throw new Refusal(404, strings.unknownAddress);
		return await pictureAnswer(context, bytes, path);
	});

	api.get("/media/:path{.+}", async (context) => {
		const path = context.req.param("path");
		const bytes =
			isPlain(path) && typeOf(path) ? await store.readFile("articles", articleOf(path), path) : undefined;
		if (!bytes) throw new Refusal(404, strings.unknownAddress);
		return await pictureAnswer(context, bytes, path);
	});

	/** The file, or a thumbnail of it if a width is given. */
	async function pictureAnswer(context: DeskContext, bytes: Buffer, path: string): Promise<Response> {
		const width = thumbnailWidth(context.req.query(widthParameter));
		const small = width && typeOf(path) ? await thumbnails.of(bytes, width) : undefined;
		const answer = small ? fileAnswer(small, "anh.webp") : fileAnswer(bytes, path);
		const tag = `"${createHash("sha256")
			.update(small ?? bytes)
			.digest("hex")
			.slice(0, 24)}"`;
		answer.headers.set("ETag", tag);
		if (small) answer.headers.set("Cache-Control", `private, max-age=${thumbnailAge}`);
		return context.req.header("if-none-match") === tag
			? new Response(null, { status: 304, headers: answer.headers })
			: answer;
	}
}

/** The article whose folder contains a file, if any. */
function articleOf(path: string): string {
	return path.replace(/^articles\//, "").replace(/\/[^/]*$/, "");
}

function isPlain(path: string): boolean {
	return path.length < 500 && !/(?:^|\/)\.|\\|\0|\/\/|^\//.test(path);
}

function typeOf(name: string): string | undefined {
	return shown[name.slice(name.lastIndexOf(".") + 1).toLowerCase()];
}

/** Never as a page of this origin: what is not a picture is downloaded, and no script in it may run. */
export function fileAnswer(bytes: Buffer, name: string): Response {
	const type = typeOf(name);
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": type ?? "application/octet-stream",
			"Content-Security-Policy": "default-src 'none'; sandbox",
			"X-Content-Type-Options": "nosniff",
			"Cache-Control": "private, no-cache",
			...(!type && { "Content-Disposition": "attachment" }),
		},
	});
}
