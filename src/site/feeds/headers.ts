/** The HTTP headers of a published site, kept as data so that every server can send the same. */

/** Headers for the addresses that match a pattern; `*` at the end matches anything. */
export interface HeaderRule {
	readonly pattern: string;
	readonly headers: Readonly<Record<string, string>>;
}

export interface HeaderOptions {
	/** Origins that a page may show in a frame once the reader asks for it: those of video embeds. */
	readonly frameOrigins: readonly string[];
	/** Origins that pages tell of a visit: a counter that is not our server. @default [] */
	readonly counterOrigins?: readonly string[];
	/** Other servers to which the editor's page sends requests. @default [] */
	readonly editorOrigins?: readonly string[];
}

const year = 365 * 24 * 60 * 60;

/**
 * The rules, general ones first. If several match an address, the last one with a header decides. Pagefind needs
 * `wasm-unsafe-eval` and its worker. The editor's styles are made in the browser. Attachments are downloaded and not
 * opened; if a browser opens one anyway, it runs nothing.
 */
export function headerRules({
	frameOrigins,
	counterOrigins = [],
	editorOrigins = [],
}: HeaderOptions): readonly HeaderRule[] {
	return [
		{
			pattern: "/*",
			headers: {
				"Content-Security-Policy": policy({
					"default-src": ["'self'"],
					"script-src": ["'self'", "'wasm-unsafe-eval'"],
					"style-src": ["'self'"],
					"img-src": ["'self'", "data:"],
					"worker-src": ["'self'", "blob:"],
					"manifest-src": ["'self'"],
					...(counterOrigins.length > 0 && { "connect-src": ["'self'", ...counterOrigins] }),
					// Pages show the files of official documents in frames.
					"frame-src": ["'self'", ...frameOrigins],
					"object-src": ["'none'"],
					"base-uri": ["'self'"],
					"form-action": ["'self'"],
					"frame-ancestors": ["'self'"],
				}),
				"Strict-Transport-Security": `max-age=${year}`,
				"X-Content-Type-Options": "nosniff",
				"Referrer-Policy": "strict-origin-when-cross-origin",
				"Permissions-Policy":
					"camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
				"Cache-Control": "public, max-age=60, must-revalidate",
			},
		},
		{ pattern: "/anh/*", headers: { "Cache-Control": `public, max-age=${year}, immutable` } },
		{
			pattern: "/tep/*",
			headers: {
				"Content-Disposition": "attachment",
				"Content-Security-Policy": policy({ "default-src": ["'none'"], sandbox: [] }),
				"Cache-Control": `public, max-age=${year}, immutable`,
			},
		},
		// Shown in a frame. These are PDF files, checked by their bytes. A sandbox would keep browsers from showing them.
		{
			pattern: "/van-ban/tep/*",
			headers: {
				"Content-Security-Policy": policy({
					"default-src": ["'none'"],
					"style-src": ["'unsafe-inline'"],
					"object-src": ["'self'"],
					"frame-ancestors": ["'self'"],
				}),
				"Cache-Control": `public, max-age=${year}, immutable`,
			},
		},
		{
			pattern: "/assets/*",
			headers: { "Cache-Control": "public, max-age=3600, stale-while-revalidate=86400" },
		},
		// A stale service worker would answer for all pages.
		{ pattern: "/sw.js", headers: { "Cache-Control": "no-cache" } },
		{ pattern: "/api/*", headers: { "Access-Control-Allow-Origin": "*" } },
		{
			pattern: "/admin/*",
			headers: {
				"Content-Security-Policy": policy({
					"default-src": ["'self'"],
					"script-src": ["'self'"],
					"style-src": ["'self'", "'unsafe-inline'"],
					"img-src": ["'self'", "data:", "blob:"],
					"connect-src": ["'self'", "blob:", ...editorOrigins],
					"object-src": ["'none'"],
					"base-uri": ["'self'"],
					"frame-ancestors": ["'self'"],
				}),
				"X-Robots-Tag": "noindex",
			},
		},
	];
}

function policy(directives: Readonly<Record<string, readonly string[]>>): string {
	return Object.entries(directives)
		.map(([name, sources]) => [name, ...sources].join(" "))
		.join("; ");
}

/** The headers of one address by the rules. `address` starts with a slash and has no query. */
export function headersFor(address: string, rules: readonly HeaderRule[]): Record<string, string> {
	const matching = rules.filter(({ pattern }) =>
		pattern.endsWith("*") ? address.startsWith(pattern.slice(0, -1)) : address === pattern,
	);
	return Object.assign({}, ...matching.map((rule) => rule.headers));
}

/** Netlify's `_headers`: https://docs.netlify.com/routing/headers/. */
export function renderHeaders(rules: readonly HeaderRule[]): string {
	return rules
		.map(({ pattern, headers }) =>
			[pattern, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ""].join("\n"),
		)
		.join("\n");
}
