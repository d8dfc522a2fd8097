/** Which addresses are pages of this site, and what a page's markup says about it. */
import { appManifestAddress } from "../../model/addresses.ts";
import { decodeMarkup } from "../markup.ts";

/** Folders without readers' pages: the editor, the desk, the API. Requests for them go to the server. */
const others = /^\/(?:admin|ban-lam-viec|api|tep)\//;

export function isReadersAddress({ origin, pathname }: URL, own: string): boolean {
	return origin === own && !others.test(pathname);
}

/** Whether a page belongs to this site. Another program on the same host may have private pages. */
export function isOwnPage(html: string): boolean {
	return html.includes(`rel="manifest" href="${appManifestAddress}"`);
}

/** The title of a page, without the site's name after it. */
export function titleOf(html: string): string {
	const whole = decodeMarkup(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "");
	const end = whole.lastIndexOf(" – ");
	return end > 0 ? whole.slice(0, end) : whole;
}
