import { html, raw } from "hono/html";

/** Data for machines by https://schema.org; strings, numbers and lists of the same. */
export interface JsonLdNode {
	readonly [property: string]: JsonLdValue | undefined;
}

type JsonLdValue = string | number | boolean | JsonLdNode | readonly JsonLdValue[];

/** A data block for search engines. Browsers never run it, so a policy against inline scripts leaves it alone. */
export function jsonLd(graph: readonly JsonLdNode[]) {
	return html`<script type="application/ld+json">${raw(serializeJsonLd(graph))}</script>`;
}

/** JSON-LD escaped for a script element: no text in it can close the element or open a comment. */
function serializeJsonLd(graph: readonly JsonLdNode[]): string {
	return JSON.stringify({ "@context": "https://schema.org", "@graph": graph }).replaceAll("<", "\\u003c");
}
