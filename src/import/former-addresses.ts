import type { UrlPath } from "../model/ids.ts";

/** The model's limit and form for former addresses. */
const longest = 500;
const anyHost = "http://old.invalid";

/** An address on the old portal as a path from its root, with its query, not percent-encoded; undefined for others. */
export function formerPath(address: string, base?: string): string | undefined {
	const from = base === undefined ? anyHost : absolute(base);
	if (!URL.canParse(address.trim(), from)) return undefined;
	const { protocol, pathname, search } = new URL(address.trim(), from);
	if (protocol !== "http:" && protocol !== "https:") return undefined;
	const path = decoded(pathname + search).replace(/\s/g, (space) => encodeURIComponent(space));
	return path.length <= longest && /^\/(?!\/)[^\s#]*$/.test(path) && path !== "/" ? path : undefined;
}

/** The name of an address's host without "www."; empty for a path. */
export function hostOf(address: string): string {
	if (!URL.canParse(address.trim(), anyHost)) return "";
	const { hostname } = new URL(address.trim(), anyHost);
	return hostname === "old.invalid" ? "" : hostname.replace(/^www\./, "");
}

function absolute(base: string): string {
	return URL.canParse(base) ? base : `${anyHost}${base.startsWith("/") ? "" : "/"}${base}`;
}

function decoded(path: string): string {
	try {
		return decodeURI(path).normalize("NFC");
	} catch {
		return path;
	}
}

/**
 * The new targets of the old portal's addresses. Addresses that differ only in the scheme, "www.", a final slash or
 * percent-encoding are the same.
 */
export class FormerAddresses {
	readonly #targets = new Map<string, UrlPath>();
	readonly #hosts = new Set<string>();

	/** @param addresses in the source: web addresses or paths */
	add(addresses: readonly string[], target: UrlPath): void {
		for (const address of addresses) {
			const path = formerPath(address);
			if (path !== undefined && !this.#targets.has(identity(path))) this.#targets.set(identity(path), target);
			const host = hostOf(address);
			if (host !== "") this.#hosts.add(host);
		}
	}

	/** The target article of a link on the page with the base address. */
	targetOf(link: string, base?: string): UrlPath | undefined {
		if (!this.isWithin(link)) return undefined;
		const path = formerPath(link, base);
		return path === undefined ? undefined : this.#targets.get(identity(path));
	}

	/** Whether a link stays on the old portal: it has no host, or one from which articles came. */
	isWithin(link: string): boolean {
		const host = hostOf(link);
		return host === "" || this.#hosts.has(host);
	}
}

function identity(path: string): string {
	return path.replace(/(?:\/index\.(?:html?|php|aspx?)|\/)$/i, "").toLowerCase();
}
