/** Serves the built site as the documented servers do: the same headers, redirects, index files and 404 page. */
import { readFile, realpath, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { basename, dirname, join } from "node:path";
import send from "send";
import { videoOrigins } from "../content/index.ts";
import { apiCollectionAddress } from "../model/addresses.ts";
import { counterOf, type SiteSettings } from "../model/site.ts";
import { type HeaderRule, headerRules, headersFor } from "../site/feeds/headers.ts";
import type { AwaitedFiles } from "./awaited-files.ts";
import { strings } from "./strings.ts";

export interface SiteFilesOptions {
	/** The link to the published tree. */
	readonly outputDirectory: string;
	/** Whether pages are served over TLS; without it no HSTS header is sent. */
	readonly isSecure: boolean;
	/** Waits for a file that the tree does not have. */
	readonly waitFor: AwaitedFiles["waitFor"];
	/**
	 * Markup that is added to each page that somebody opens: the client of the live reload. Scripts, such as the service
	 * worker that keeps pages, get the page as it was built.
	 */
	readonly addition?: string | undefined;
}

export interface SiteFiles {
	/** Answers any request for a page or file; GET and HEAD only. */
	serve(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

interface Redirect {
	readonly query: ReadonlyMap<string, string>;
	readonly to: string;
}

/** Where a file is sent from: a folder and an encoded path below it. */
interface FilePlace {
	readonly root: string;
	readonly path: string;
}

/** Files for hosts, not for readers. */
const privateFile = /^\/+(?:_headers|_redirects(?:\.nginx)?)$/;

export function createSiteFiles({
	outputDirectory,
	isSecure,
	waitFor,
	addition,
}: SiteFilesOptions): SiteFiles {
	let rules: { readonly made: string; readonly list: readonly HeaderRule[] } = {
		made: "",
		list: headerRules({ frameOrigins: videoOrigins }),
	};
	let redirects: { readonly made: string; readonly byPath: ReadonlyMap<string, readonly Redirect[]> };

	/** Read again when the published tree changes. */
	async function redirectOf(root: string, url: URL): Promise<string | undefined> {
		const file = join(root, "_redirects");
		const found = await stat(file).catch(() => undefined);
		if (!found) return undefined;
		const made = `${root} ${found.mtimeMs} ${found.size}`;
		if (redirects?.made !== made) redirects = { made, byPath: readRedirects(await readFile(file, "utf8")) };
		const candidates = redirects.byPath.get(comparable(url.pathname)) ?? [];
		return candidates.find(({ query }) =>
			[...query].every(([name, value]) => url.searchParams.get(name) === value),
		)?.to;
	}

	/** Follows the settings of the published site. */
	async function refreshRules(root: string): Promise<void> {
		const file = join(root, apiCollectionAddress("site"));
		const found = await stat(file).catch(() => undefined);
		const made = `${root} ${found?.mtimeMs} ${found?.size}`;
		if (rules.made === made) return;
		const counter = found && (await readFile(file, "utf8").then(counterIn, () => undefined));
		const counterOrigins = counter ? [counter.address] : [];
		rules = { made, list: headerRules({ frameOrigins: videoOrigins, counterOrigins }) };
	}

	async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		if (request.method !== "GET" && request.method !== "HEAD") {
			response.writeHead(405, { Allow: "GET, HEAD" }).end();
			return;
		}
		const url = parse(request.url ?? "/");
		const root = await realpath(outputDirectory).catch(() => undefined);
		if (!url || !root) return await answerWithoutPage(response, url ? 404 : 400, root);
		await refreshRules(root);
		const to = await redirectOf(root, url);
		if (to !== undefined) return redirect(response, url.pathname, to);
		const address = decode(url.pathname);
		if (address === undefined || privateFile.test(address)) return await notFound(response, root, "/");
		const isFolder = await isFolderAt(join(root, address));
		if (isFolder && !address.endsWith("/")) {
			return redirect(response, address, `${url.pathname}/${url.search}`);
		}
		const index = isFolder ? "index.html" : "";
		const file = join(root, address, index);
		if (takesAddition(request, `${url.pathname}${index}`)) {
			const page = await readFile(file, "utf8").catch(() => undefined);
			if (page !== undefined) return sendPage(response, 200, address, withAddition(page));
		}
		const awaited = (await isThere(file)) ? undefined : await waitFor(address).catch(() => undefined);
		if (awaited === "published") return await serve(request, response);
		const place: FilePlace =
			awaited === undefined
				? { root, path: `${url.pathname}${index}` }
				: { root: dirname(awaited), path: basename(awaited) };
		await sendFile(request, response, place, address, () => notFound(response, root, address));
	}

	function redirect(response: ServerResponse, address: string, to: string): void {
		response.writeHead(301, { ...siteHeaders(address), Location: to }).end();
	}

	/** Whether a page that somebody opens is asked for. */
	function takesAddition(request: IncomingMessage, path: string): boolean {
		const isPage = /\.html$/.test(path) && !path.startsWith("/admin/");
		return addition !== undefined && isPage && request.headers["sec-fetch-dest"] !== "empty";
	}

	function withAddition(page: string): string {
		return addition ? page.replace("</body>", `${addition}</body>`) : page;
	}

	async function sendFile(
		request: IncomingMessage,
		response: ServerResponse,
		{ root, path }: FilePlace,
		address: string,
		fail: () => Promise<void>,
	): Promise<void> {
		await new Promise<void>((resolve) => {
			response.once("close", resolve);
			send(request, path, { root, dotfiles: "ignore", cacheControl: false, index: false })
				.on("headers", (answer: ServerResponse) => {
					for (const [name, value] of Object.entries(siteHeaders(address))) answer.setHeader(name, value);
				})
				.on("error", () => void fail())
				.on("directory", () => void fail())
				.pipe(response);
		});
	}

	function siteHeaders(address: string): Record<string, string> {
		const { "Strict-Transport-Security": strict, ...headers } = headersFor(address, rules.list);
		return { ...headers, ...(isSecure && strict && { "Strict-Transport-Security": strict }) };
	}

	async function notFound(response: ServerResponse, root: string, address: string): Promise<void> {
		const page = await readFile(join(root, "404.html"), "utf8").catch(() => "404");
		sendPage(response, 404, address, withAddition(page));
	}

	function sendPage(response: ServerResponse, status: number, address: string, page: string): void {
		if (response.headersSent) return void response.destroy();
		response
			.writeHead(status, { ...siteHeaders(address), "Content-Type": "text/html; charset=utf-8" })
			.end(page);
	}

	async function answerWithoutPage(response: ServerResponse, status: number, root: string | undefined) {
		const page = root && (await readFile(join(root, "404.html"), "utf8").catch(() => undefined));
		sendPage(response, status, "/", page || strings.notBuiltYet);
	}

	return { serve };
}

async function isFolderAt(path: string): Promise<boolean> {
	return await stat(path).then(
		(found) => found.isDirectory(),
		() => false,
	);
}

async function isThere(path: string): Promise<boolean> {
	return await stat(path).then(
		() => true,
		() => false,
	);
}

/** @param text the settings as the API of the site has them */
function counterIn(text: string) {
	const { voice } = JSON.parse(text) as Pick<SiteSettings, "voice">;
	return counterOf(voice);
}

/** Undefined for an invalid address. Several slashes at the beginning count as one: a redirect would lead to a host. */
function parse(target: string): URL | undefined {
	if (!target.startsWith("/")) return undefined;
	const address = `http://site.invalid${target.replace(/^[/\\]+/, "/")}`;
	return URL.canParse(address) ? new URL(address) : undefined;
}

/** Undefined if it cannot be the address of a file: invalid percent-encoding, control characters. */
function decode(pathname: string): string | undefined {
	try {
		const address = decodeURIComponent(pathname);
		// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
		return /[\0-\x1f\\]/.test(address) || /(?:^|\/)\.\.?(?:\/|$)/.test(address) ? undefined : address;
	} catch {
		return undefined;
	}
}

/** An address is compared as browsers send it. */
function comparable(path: string): string {
	return URL.canParse(path, "http://site.invalid") ? new URL(path, "http://site.invalid").pathname : path;
}

/** Reads Netlify's `_redirects` as this site writes them: path, conditions on the query, target, status. */
function readRedirects(text: string): ReadonlyMap<string, readonly Redirect[]> {
	const byPath = new Map<string, Redirect[]>();
	for (const line of text.split("\n")) {
		const words = line.split(" ").filter(Boolean);
		const [from, to] = [words[0], words.at(-2)];
		if (from === undefined || to === undefined || words.length < 3) continue;
		const conditions = words.slice(1, -2).map((condition) => {
			const [name = "", value = ""] = condition.split("=");
			return [decodeURIComponent(name), decodeURIComponent(value)] as const;
		});
		const path = comparable(from);
		byPath.set(path, [...(byPath.get(path) ?? []), { query: new Map(conditions), to }]);
	}
	// Rules with more conditions on the query come first.
	for (const each of byPath.values()) each.sort((one, other) => other.query.size - one.query.size);
	return byPath;
}
