/** Reports visits to GoatCounter or Umami, where a portal has its readers counted by one of them. */
import { tellAndShow } from "./page-numbers.ts";

const counter = document.querySelector<HTMLElement>("script[data-service]")?.dataset ?? {};
// The numbers may be available even if that program is not.
tellAndShow((from) => tellElsewhere(counter, from).catch(() => {}));

async function tellElsewhere({ service, address, website }: DOMStringMap, from: string): Promise<unknown> {
	const { pathname: url, hostname } = location;
	const { title } = document;
	const referrer = from && `https://${from}/`;
	// No cookies, and nothing of the page's address but its path.
	const options = { method: "POST", credentials: "omit", referrerPolicy: "origin", keepalive: true } as const;
	if (service === "umami") {
		const payload = { website, hostname, url, referrer, title };
		return await fetch(`${address}/api/send`, {
			...options,
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify({ type: "event", payload }),
		});
	}
	const query = new URLSearchParams({ p: url, t: title, r: referrer });
	return await fetch(`${address}/count?${query}`, { ...options, mode: "no-cors" });
}
