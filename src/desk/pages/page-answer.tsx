import type { Child } from "hono/jsx";
import type { Person } from "../people.ts";

/** What a page of the desk knows about a request of a signed-in person. */
export type PageEnv = { Variables: { person: Person } };

/** The content security policy of the desk's pages: they need only their own style sheet and script. */
const headers = {
	"Content-Type": "text/html; charset=utf-8",
	"Content-Security-Policy":
		"default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
	"Referrer-Policy": "same-origin",
	"X-Content-Type-Options": "nosniff",
	"X-Robots-Tag": "noindex",
	"Cache-Control": "no-store",
};

export function pageAnswer(page: Child, { status = 200, cookies = [] as readonly string[] } = {}): Response {
	const answer = new Response(`<!doctype html>${String(page)}`, { status, headers });
	for (const cookie of cookies) answer.headers.append("Set-Cookie", cookie);
	return answer;
}

/** Redirects to another page of this origin. */
export function goTo(address: string, cookies: readonly string[] = []): Response {
	const answer = new Response(null, {
		status: 303,
		headers: { Location: address, "Cache-Control": "no-store" },
	});
	for (const cookie of cookies) answer.headers.append("Set-Cookie", cookie);
	return answer;
}

/** A safe address to return to: on this origin, else the desk's start page. */
export function ownAddress(address: string | undefined, fallback: string): string {
	return address !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(address) ? address : fallback;
}
