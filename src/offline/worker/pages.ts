/** Which addresses are pages of this site, and what is told of one from its markup. */
import { appManifestAddress } from "../../model/addresses.ts";

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

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text that escaped markup stands for. */
function decodeMarkup(text: string): string {
	return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (written, decimal, hex, name) => {
		if (name) return named[name] ?? written;
		const point = decimal ? Number(decimal) : Number.parseInt(hex, 16);
		return point <= 0x10ffff ? String.fromCodePoint(point) : written;
	});
}
