/** Requests to a desk as fast-check makes them: some of any shape, most nearly right. */
import fc from "fast-check";
import { apiPath, collections } from "../../src/desk/messages.ts";

export interface AnyRequest {
	readonly method: string;
	/** On the desk's origin; `{base}` in the body stands for the revision of `entry`. */
	readonly address: string;
	readonly body?: string;
	readonly type?: string;
	/** The address of the entry whose revision the body names. */
	readonly entry?: string;
}

const anyText = fc.string({ unit: "grapheme", maxLength: 30 });

/** @param ids of entries that exist */
export function anyRequest(ids: readonly string[]): fc.Arbitrary<AnyRequest> {
	return fc.oneof({ weight: 1, arbitrary: shapeless(ids) }, { weight: 3, arbitrary: nearlyRight(ids) });
}

function shapeless(ids: readonly string[]): fc.Arbitrary<AnyRequest> {
	const word = fc.oneof(
		fc.constantFrom(...collections, ...ids, "entries", "state", "history", "uploads", "media", "relations"),
		fc.constantFrom("events2", "trash", "backup", "presence", "restore", "files", "..", "%"),
		fc.string({ unit: "grapheme", maxLength: 20 }),
	);
	const body = fc.oneof(
		fc.json({ maxDepth: 4 }),
		fc
			.record(
				{
					text: fc.string(),
					base: fc.option(fc.string()),
					assets: fc.array(fc.json()),
					to: fc.string(),
					at: fc.string(),
				},
				{ requiredKeys: [] },
			)
			.map((fields) => JSON.stringify(fields)),
		fc.string({ maxLength: 200 }),
	);
	return fc
		.tuple(
			fc.constantFrom("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD"),
			fc.array(word, { maxLength: 5 }),
			query(["q", "state", "sort", "limit", "cursor", "year", "on", "tag"]),
			body,
		)
		.map(([method, words, parameters, body]) => ({
			method,
			address: `${apiPath}/${words.map(encodeURIComponent).join("/")}?${parameters}`,
			...(method !== "GET" && method !== "HEAD" && { body, type: "application/json" }),
		}));
}

/** What the form and the desk's pages send, with something else in place of any part. */
function nearlyRight(ids: readonly string[]): fc.Arbitrary<AnyRequest> {
	const collection = fc.oneof(
		{ weight: 4, arbitrary: fc.constant("articles") },
		fc.constantFrom(...collections),
	);
	const id = fc.oneof(
		fc.constantFrom(...ids),
		fc.stringMatching(/^2026\/11\/\d\d-[a-z-]{1,12}$/),
		fc.constantFrom("settings", "ban-dan-van", "nguyen-van-an"),
		anyText,
	);
	const entry = fc.tuple(collection, id).map(([name, id]) => `entries/${name}/${encodeURIComponent(id)}`);
	const base = fc.oneof({ weight: 5, arbitrary: fc.constant("{base}") }, fc.constant(null), fc.string());
	const commit = fc.oneof(fc.stringMatching(/^[0-9a-f]{4,40}$/), fc.constant("{base}"), fc.string());
	const asset = fc.record({ path: anyText, upload: fc.oneof(fc.uuid(), anyText, fc.constant(null)) });
	const assets = fc.array(asset, { maxLength: 2 });
	const moment = fc.oneof(
		fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
		anyText,
	);
	const to = fc.constantFrom("writing", "review", "approved", "published", "withdrawn", "x");
	const ask = (method: string, tail: fc.Arbitrary<string>, fields?: fc.Arbitrary<object>) =>
		fc.tuple(entry, tail, fields ?? fc.constant(undefined)).map(([path, after, fields]): AnyRequest => {
			const address = `${apiPath}/${path}${after}`;
			if (!fields) return { method, address };
			return {
				method,
				address,
				body: JSON.stringify(fields),
				type: "application/json",
				entry: `${apiPath}/${path}`,
			};
		});
	const exactly = (tail: string) => fc.constant(tail);
	const some = <Shape extends object>(shape: { [Key in keyof Shape]: fc.Arbitrary<Shape[Key]> }) =>
		fc.record(shape, { requiredKeys: [] });
	return fc.oneof(
		{ weight: 4, arbitrary: ask("PUT", exactly(""), some({ text: document(), base, onto: base, assets })) },
		{ weight: 2, arbitrary: ask("PUT", exactly(""), fc.record({ text: document(), base })) },
		{ weight: 3, arbitrary: ask("POST", exactly("/state"), some({ to, base, reason: anyText, at: moment })) },
		{ weight: 2, arbitrary: ask("POST", exactly("/state"), fc.record({ to, base })) },
		ask("DELETE", exactly(""), some({ base, pendingOnly: fc.boolean() })),
		ask("POST", exactly("/restore"), some({ commit, base })),
		ask("POST", exactly("/preview"), some({ text: document(), assets })),
		ask("POST", exactly("/preview-links"), fc.constant({})),
		ask("POST", exactly("/presence"), some({ taking: fc.boolean(), leaving: fc.boolean() })),
		ask("GET", fc.constantFrom("", "/uses", "/history", "/preview-links")),
		ask(
			"GET",
			anyText.map((path) => `/files/${encodeURIComponent(path)}?rong=160`),
		),
		ask(
			"GET",
			commit.map((sha) => `/history/${encodeURIComponent(sha)}`),
		),
		page(ids),
		upload(),
		fc
			.tuple(collection, query(["q", "limit", "on"]))
			.map(([name, asked]) => ({ method: "GET", address: `${apiPath}/relations/${name}?${asked}` })),
	);
}

/** A file with front matter, whose fields may have any value. */
function document(): fc.Arbitrary<string> {
	const field = fc.constantFrom(
		...["title", "date", "author", "committee", "province", "tags", "image", "summary", "draft", "expires"],
		...["withdrawn", "related", "redirectFrom", "__proto__", "constructor", "x"],
	);
	const value = fc.oneof(
		anyText.map((text) => JSON.stringify(text)),
		fc.json({ maxDepth: 3 }),
		anyText,
		fc.constantFrom(
			"2026-11-20T08:00:00+07:00",
			"nguyen-van-an",
			"[a, b]",
			"{src: a.jpg, alt: b}",
			"&a [*a]",
			"|",
		),
	);
	const known = "title: Bài thử\ndate: 2026-11-20T08:00:00+07:00\nauthor: nguyen-van-an";
	const line = fc.tuple(field, value).map(([name, text]) => `${name}: ${text}`);
	const body = fc.oneof(
		anyText,
		fc
			.array(
				fc.oneof(
					anyText,
					fc.constantFrom(
						"![](a.jpg)",
						"<script>",
						"[^1]: x",
						"[^1]",
						"| a |\n|---|\n| b |",
						"> > > -",
						"```",
						"- - -",
					),
				),
				{ maxLength: 6 },
			)
			.map((parts) => parts.join("\n\n")),
	);
	return fc.oneof(
		fc
			.tuple(fc.boolean(), fc.array(line, { maxLength: 4 }), body)
			.map(([isSound, lines, text]) =>
				["---", ...(isSound ? [known] : []), ...lines, "---", text, ""].join("\n"),
			),
		fc.string({ unit: "grapheme", maxLength: 100 }),
	);
}

/** The desk's own pages and the forms on them. */
function page(ids: readonly string[]): fc.Arbitrary<AnyRequest> {
	const place = fc.oneof(
		fc.constantFrom(
			...[
				"",
				"bai-viet/",
				"lich/",
				"anh/",
				"trang/",
				"y-kien/",
				"thong-ke/",
				"thong-ke/bang.csv",
				"thung-rac/",
			],
			...["nhuan-but.csv", "y-kien/cho.json", "dieu-huong/"],
		),
		fc.constantFrom(...ids).map((id) => `lich-su/articles/${encodeURIComponent(id)}/`),
		anyText.map(encodeURIComponent),
	);
	const asked = query([
		...[
			"q",
			"state",
			"committee",
			"author",
			"tag",
			"year",
			"sort",
			"cursor",
			"thang",
			"tu",
			"den",
			"xem",
			"so",
			"muc",
		],
		"chua-dung",
	]);
	const fields = fc
		.tuple(
			query([
				"action",
				"tag",
				"committee",
				"reason",
				"key",
				"path",
				"commit",
				"base",
				"decision",
				"words",
				"id",
			]),
			fc.option(
				fc.constantFrom("tag", "committee", "approved", "published", "withdrawn", "writing", "review"),
			),
			fc.subarray([...ids]),
		)
		.map(([others, action, chosen]) => {
			const form = new URLSearchParams(others.toString());
			if (action !== null) form.set("action", action);
			for (const id of chosen) form.append("id", id);
			return form.toString();
		});
	return fc.tuple(place, asked, fc.option(fields)).map(
		([path, parameters, form]): AnyRequest => ({
			method: form === null ? "GET" : "POST",
			address: `/ban-lam-viec/${path}?${parameters}`,
			...(form !== null && { body: form, type: "application/x-www-form-urlencoded" }),
		}),
	);
}

/** Files that begin as pictures and documents do, and go on otherwise. */
function upload(): fc.Arbitrary<AnyRequest> {
	const beginning = fc.constantFrom(
		...["\xff\xd8\xff\xe0", "\x89PNG\r\n\x1a\n", "RIFF....WEBPVP8 ", "%PDF-1.4", "PK\x03\x04", "GIF89a"],
		...["<svg xmlns='http://www.w3.org/2000/svg'>", "\0\0\0\x18ftypheic", "\0\0\0\x18ftypavif", ""],
	);
	return fc
		.tuple(beginning, fc.string({ unit: "binary-ascii", maxLength: 200 }), anyText)
		.map(([begin, rest, name]) => ({
			method: "POST",
			address: `${apiPath}/uploads?name=${encodeURIComponent(name)}`,
			body: begin + rest,
			type: "application/octet-stream",
		}));
}

function query(names: readonly string[]): fc.Arbitrary<URLSearchParams> {
	return fc
		.dictionary(
			fc.constantFrom(...names),
			fc.oneof(anyText, fc.constantFrom("published", "2026", "2026-11", "1")),
		)
		.map((fields) => new URLSearchParams(fields));
}
