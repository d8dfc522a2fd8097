import { html } from "hono/html";
import { encode } from "uqr";
import { say } from "../../messages/index.ts";
import type { SiteProps } from "./site-props.ts";

/** The anchor of the picture of the article's address. */
export const addressCodeName = "ma-qr";

/**
 * A picture of an address that a phone's camera reads (QR code, ISO/IEC 18004): always on paper, and on the screen
 * after its link was followed. It is part of the page, so that printing needs neither a script nor another file.
 *
 * @param url the whole address
 */
export function AddressCode({ site, url }: SiteProps & { readonly url: string }) {
	const { size, data } = encode(url, { ecc: "L", border: 2 });
	return (
		<figure class="address-code" id={addressCodeName}>
			{html`<svg viewBox="0 -.5 ${size} ${size}" role="img" aria-label="${say(site, "article.code")}"><path d="${data.map(runs).join("")}"></path></svg>`}
		</figure>
	);
}

/** The dark runs of a row as strokes of an SVG path, each from the end of the one before. */
function runs(row: readonly boolean[], y: number): string {
	let path = "";
	let end = 0;
	for (let start = row.indexOf(true); start !== -1; start = row.indexOf(true, end)) {
		path += path === "" ? `M${start} ${y}` : `m${start - end} 0`;
		const light = row.indexOf(false, start);
		end = light === -1 ? row.length : light;
		path += `h${end - start}`;
	}
	return path;
}
