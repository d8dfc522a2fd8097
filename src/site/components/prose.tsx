import { raw } from "hono/html";

/** A body that was rendered from Markdown, with raw HTML off, by the content module. */
export function Prose({ html }: { readonly html: string }) {
	return <div class="prose">{raw(html)}</div>;
}
