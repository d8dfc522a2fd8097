/** Which addresses are pages of this site, and what is told of one from its markup. */
import { appManifestAddress } from "../../model/addresses.ts";
import { decodeMarkup } from "../markup.ts";

/** Folders that are no readers' pages: the editor, the desk, the API. Whatever is asked there goes to the server. */
const others = /^\/(?:admin|ban-lam-viec|api|tep)\//;

export function isReadersAddress({ origin, pathname }: URL, own: string): boolean {
	return origin === own && !others.test(pathname);
}

/** Whether it was this site that made a page, and not a programme beside it whose pages are nobody else's business. */
export function isOwnPage(html: string): boolean {
	return html.includes(`rel="manifest" href="${appManifestAddress}"`);
}

/** What a page calls itself, without the site's name behind it. */
export function titleOf(html: string): string {
	const whole = decodeMarkup(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "");
	const end = whole.lastIndexOf(" – ");
	return end > 0 ? whole.slice(0, end) : whole;
}
