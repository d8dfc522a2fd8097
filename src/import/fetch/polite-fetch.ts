import robotsParser from "robots-parser";
import { formatBytes } from "../../text/index.ts";
import { type Fetch, SourceError } from "../source.ts";
import { FetchCache } from "./fetch-cache.ts";
import { strings } from "./strings.ts";

/** The importer's name for servers and in robots.txt. */
const userAgent = "tintinh-import/1.0";
/** The largest response that is downloaded. */
export const maxFetchBytes = 64_000_000;
const maxRedirects = 5;
const maxAttempts = 3;
const timeoutMilliseconds = 30_000;
/** The longest wait that a server may ask for. */
const longestWait = 120_000;
/**
 * Cached responses younger than this are used without asking the server, so that an interrupted run continues quickly.
 */
const freshFor = 24 * 3_600_000;

export interface PoliteFetchOptions {
	/** Folder of the cache; created if it does not exist. */
	readonly cache: string;
	/** The only host, with its port, that requests go to; by default that of the first address. */
	readonly host?: string;
	/** The most requests per second. robots.txt may ask for fewer. @default 1 */
	readonly rate?: number;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * Fetches from an old portal without being a burden to it: only one host, one request at a time, at most `rate` per
 * second, and only what robots.txt allows. Responses are cached; after a day the server is asked whether they have
 * changed.
 *
 * @returns a function that throws `SourceError` if something cannot or must not be fetched
 */
export function politeFetch(options: PoliteFetchOptions): Fetch {
	const fetcher = new PoliteFetcher(options);
	let last: Promise<unknown> = Promise.resolve();
	return (address) => {
		const next = last.then(() => fetcher.get(address));
		last = next.catch(() => {});
		return next;
	};
}

interface Robots {
	isAllowed(address: string, agent: string): boolean | undefined;
	/** In seconds. */
	getCrawlDelay(agent: string): number | undefined;
}

// The package's types describe its CommonJS form wrongly: the default import is the function itself.
const parseRobots = robotsParser as unknown as (address: string, text: string) => Robots;

class PoliteFetcher {
	readonly #options: PoliteFetchOptions;
	readonly #cache: FetchCache;
	#host: string | undefined;
	#robots: Robots | undefined;
	#nextRequest = 0;

	constructor(options: PoliteFetchOptions) {
		this.#options = options;
		this.#cache = new FetchCache(options.cache);
		this.#host = options.host;
	}

	async get(address: string): Promise<Uint8Array> {
		const url = this.#allowedUrl(address);
		const cached = await this.#cache.read(url.href);
		if (cached && this.#options.now() - cached.fetched < freshFor) return cached.bytes;
		this.#robots ??= await this.#readRobots(url);
		if (this.#robots.isAllowed(url.href, userAgent) === false)
			throw new SourceError(strings.forbidden(url.href));
		const conditions = {
			...(cached?.etag === undefined ? {} : { "If-None-Match": cached.etag }),
			...(cached?.lastModified === undefined ? {} : { "If-Modified-Since": cached.lastModified }),
		};
		const { response, bytes } = await this.#follow(url, conditions);
		if (response.status === 304 && cached) {
			await this.#cache.write(url.href, { ...cached, fetched: this.#options.now() });
			return cached.bytes;
		}
		if (response.status !== 200) throw new SourceError(strings.status(url.href, response.status));
		const [etag, lastModified] = [response.headers.get("etag"), response.headers.get("last-modified")];
		await this.#cache.write(url.href, {
			bytes,
			fetched: this.#options.now(),
			...(etag === null ? {} : { etag }),
			...(lastModified === null ? {} : { lastModified }),
		});
		return bytes;
	}

	#allowedUrl(address: string): URL {
		if (!/^https?:\/\//i.test(address) || !URL.canParse(address))
			throw new SourceError(strings.notWebAddress(address));
		const url = new URL(address);
		url.hash = "";
		this.#host ??= url.host;
		if (withoutWww(url.host) !== withoutWww(this.#host))
			throw new SourceError(strings.otherHost(address, this.#host));
		return url;
	}

	/**
	 * A server without robots.txt allows everything; if its robots.txt cannot be read, nothing is fetched (RFC 9309).
	 */
	async #readRobots(url: URL): Promise<Robots> {
		const address = new URL("/robots.txt", url);
		const { response, bytes } = await this.#follow(address, {});
		if (response.status >= 500) throw new SourceError(strings.noRobots(url.host));
		return parseRobots(address.href, response.status === 200 ? new TextDecoder().decode(bytes) : "");
	}

	async #follow(start: URL, conditions: Readonly<Record<string, string>>) {
		let url = start;
		for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
			const answer = await this.#patiently(url, conditions);
			const location = answer.response.headers.get("location");
			if (
				answer.response.status < 301 ||
				answer.response.status > 308 ||
				answer.response.status === 304 ||
				!location
			)
				return answer;
			if (!URL.canParse(location, url)) break;
			url = this.#allowedUrl(new URL(location, url).href);
			if (this.#robots?.isAllowed(url.href, userAgent) === false)
				throw new SourceError(strings.forbidden(url.href));
		}
		throw new SourceError(strings.tooManyRedirects(start.href));
	}

	/** Retries if the server is busy: at the time that it states, or after a while. */
	async #patiently(url: URL, conditions: Readonly<Record<string, string>>) {
		for (let attempt = 1; ; attempt += 1) {
			const answer = await this.#request(url, conditions);
			const isBusy = answer.response.status === 429 || answer.response.status === 503;
			if (!isBusy || attempt === maxAttempts) return answer;
			const asked = Number(answer.response.headers.get("retry-after") ?? Number.NaN) * 1000;
			await this.#options.wait(Math.min(Number.isNaN(asked) ? 5000 * attempt : asked, longestWait));
		}
	}

	async #request(url: URL, conditions: Readonly<Record<string, string>>) {
		const { now, wait, rate = 1 } = this.#options;
		const pause = this.#nextRequest - now();
		if (pause > 0) await wait(pause);
		const asked = (this.#robots?.getCrawlDelay(userAgent) ?? 0) * 1000;
		this.#nextRequest = now() + Math.min(Math.max(1000 / rate, asked), longestWait);
		try {
			const response = await fetch(url, {
				redirect: "manual",
				headers: { "User-Agent": userAgent, ...conditions },
				signal: AbortSignal.timeout(timeoutMilliseconds),
			});
			return { response, bytes: await readBody(url, response) };
		} catch (error) {
			if (error instanceof SourceError) throw error;
			throw new SourceError(strings.unreachable(url.href, reasonOf(error)), { cause: error });
		}
	}
}

async function readBody(url: URL, response: Response): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of response.body ?? []) {
		size += chunk.length;
		if (size > maxFetchBytes) throw new SourceError(strings.tooLarge(url.href, formatBytes(maxFetchBytes)));
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return error.cause instanceof Error ? error.cause.message : error.message;
}

function withoutWww(host: string): string {
	return host.replace(/^www\./i, "").toLowerCase();
}
