import { describe, expect, test } from "vitest";
import { headerRules, headersFor, renderHeaders } from "./headers.ts";

const rules = headerRules({ frameOrigins: ["https://www.youtube-nocookie.com"] });

describe("headersFor", () => {
	test.each([
		{ address: "/", expected: "public, max-age=60, must-revalidate" },
		{ address: "/2026/11/22/a.html", expected: "public, max-age=60, must-revalidate" },
		{ address: "/anh/ab12.jpg", expected: "public, max-age=31536000, immutable" },
		{ address: "/sw.js", expected: "no-cache" },
		{ address: "/assets/site.css", expected: "public, max-age=3600, stale-while-revalidate=86400" },
	])("caches $address", ({ address, expected }) => {
		expect(headersFor(address, rules)["Cache-Control"]).toBe(expected);
	});

	test("lets a page run only the site's own scripts", () => {
		const { "Content-Security-Policy": policy = "", ...others } = headersFor("/", rules);
		expect(policy.split("; ")).toEqual([
			"default-src 'self'",
			"script-src 'self' 'wasm-unsafe-eval'",
			"style-src 'self'",
			"img-src 'self' data:",
			"worker-src 'self' blob:",
			"manifest-src 'self'",
			"frame-src 'self' https://www.youtube-nocookie.com",
			"object-src 'none'",
			"base-uri 'self'",
			"form-action 'self'",
			"frame-ancestors 'self'",
		]);
		expect(others).toMatchObject({
			"Strict-Transport-Security": "max-age=31536000",
			"X-Content-Type-Options": "nosniff",
			"Referrer-Policy": "strict-origin-when-cross-origin",
		});
	});

	test("allows only its own frames if the site has no others", () => {
		expect(headersFor("/", headerRules({ frameOrigins: [] }))["Content-Security-Policy"]).toContain(
			"frame-src 'self';",
		);
	});

	test("lets only the site's own pages show an official document's PDF", () => {
		const headers = headersFor("/van-ban/tep/ke-hoach.ab12.pdf", rules);
		expect(headers).not.toHaveProperty("Content-Disposition");
		expect(headers["Content-Security-Policy"]).toMatch(/^default-src 'none'; .*frame-ancestors 'self'$/);
		expect(headers["Content-Security-Policy"]).not.toContain("sandbox");
	});

	test("gives the editor a policy of its own and keeps the other headers", () => {
		const headers = headersFor("/admin/index.html", rules);
		expect(headers["Content-Security-Policy"]).toContain("style-src 'self' 'unsafe-inline'");
		expect(headers["Content-Security-Policy"]).toContain("connect-src 'self' blob:;");
		expect(JSON.stringify(rules)).not.toContain("localhost");
		expect(headers["X-Content-Type-Options"]).toBe("nosniff");
	});

	test("serves attachments as downloads that cannot run anything", () => {
		expect(headersFor("/tep/2026/11/22-x/cong-van.ab12.pdf", rules)).toMatchObject({
			"Content-Disposition": "attachment",
			"Content-Security-Policy": "default-src 'none'; sandbox",
			"X-Content-Type-Options": "nosniff",
		});
		expect(headersFor("/", rules)).not.toHaveProperty("Content-Disposition");
	});

	test("opens the API to other origins", () => {
		expect(headersFor("/api/index.json", rules)["Access-Control-Allow-Origin"]).toBe("*");
		expect(headersFor("/", rules)["Access-Control-Allow-Origin"]).toBeUndefined();
	});
});

describe("renderHeaders", () => {
	test("writes each rule as Netlify reads it", () => {
		expect(
			renderHeaders([
				{ pattern: "/a/*", headers: { B: "c", D: "e; f" } },
				{ pattern: "/g", headers: { H: "i" } },
			]),
		).toBe("/a/*\n  B: c\n  D: e; f\n\n/g\n  H: i\n");
	});
});
