import { type Speaking, say } from "../../messages/index.ts";

export interface ShareAddresses {
	readonly mail: string;
	readonly zalo: string;
	readonly facebook: string;
}

/**
 * Plain links that pass an article on; no script of the receiving site is loaded.
 *
 * @param url the article's whole address
 */
export function shareAddresses(site: Speaking, title: string, url: string): ShareAddresses {
	const body = say(site, "tools.mailBody", { title, url });
	return {
		mail: `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`,
		zalo: `https://button-share.zalo.me/share_external?d=${encodeURIComponent(zaloPayload(url))}&shareType=0`,
		facebook: `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}`,
	};
}

/** Zalo's share page reads a JSON object in base64. Spaces at its end avoid base64 padding, which the page misreads. */
function zaloPayload(url: string): string {
	const json = JSON.stringify({ url: new URL(url).href });
	return btoa(json.padEnd(Math.ceil(json.length / 3) * 3));
}
