/** Pages that were read stay readable, with their pictures, styles and scripts. */
import { ExpirationPlugin } from "workbox-expiration";
import { matchPrecache } from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { CacheFirst, NetworkFirst } from "workbox-strategies";
import { finderAddress, keptAddress, offlineAddress, searchAddress } from "../../model/addresses.ts";
import { cacheNames, storedHeaders } from "../cache-names.ts";
import { isOwnPage, isReadersAddress, titleOf } from "./pages.ts";
import { siblingOf } from "./pictures.ts";
import { type LastingEvent, scope } from "./scope.ts";

/** Seconds after which a stored page is shown instead of waiting for the network. */
const patience = 5;

const day = 24 * 60 * 60;

type Options = NonNullable<ConstructorParameters<typeof CacheFirst>[0]>;
type Plugin = NonNullable<Options["plugins"]>[number];

/** The oldest are removed first; all of them if the phone has no room. */
function expiring(limits: { readonly maxEntries: number; readonly maxAgeSeconds?: number }): Plugin {
	return new ExpirationPlugin({ ...limits, purgeOnQuotaError: true }) as Plugin;
}

/** What readers asked to keep, beside what was only read. */
export interface KeptThings {
	/** A page as it was kept. */
	page(address: string): Promise<Response | undefined>;
	/** A picture or an attachment. */
	fixedFile(address: string): Promise<Response | undefined>;
	/** A file of the finder's index. */
	indexFile(address: string): Promise<Response | undefined>;
	hasFinder(): Promise<boolean>;
	/** Whether the article at the address has been withdrawn. */
	isWithdrawn(address: string): Promise<boolean>;
	/** Called when a page has arrived from the network. */
	onOnline(): Promise<void>;
}

export function answerForReadPages({
	page,
	fixedFile,
	indexFile,
	hasFinder,
	isWithdrawn,
	onOnline,
}: KeptThings): {
	/** Stores the resources of a page that was open before there was a worker. */
	store(addresses: readonly string[], event: LastingEvent): Promise<void>;
} {
	const pages = new NetworkFirst({
		cacheName: cacheNames.read,
		networkTimeoutSeconds: patience,
		matchOptions: { ignoreSearch: true },
		plugins: [
			expiring({ maxEntries: 200, maxAgeSeconds: 60 * day }),
			{
				cacheKeyWillBeUsed: async ({ request }) => withoutQuery(request.url),
				async cacheWillUpdate({ request, response }) {
					const { pathname } = new URL(request.url);
					return (await isWithdrawn(pathname)) ? null : await storable(response);
				},
				cachedResponseWillBeUsed: async ({ request, cachedResponse }) =>
					(await page(new URL(request.url).pathname)) ?? cachedResponse,
			},
		],
	});
	const pictures = new CacheFirst({
		cacheName: cacheNames.pictures,
		plugins: [
			expiring({ maxEntries: 400, maxAgeSeconds: 60 * day }),
			{
				cachedResponseWillBeUsed: async ({ request, cachedResponse }) =>
					cachedResponse ?? (await fixedFile(new URL(request.url).pathname)),
				// Another size of the same picture is better than none.
				handlerDidError: async ({ request }) => siblingOf(new URL(request.url).pathname),
			},
		],
	});
	const assets = new NetworkFirst({
		cacheName: cacheNames.assets,
		networkTimeoutSeconds: patience,
		plugins: [expiring({ maxEntries: 60 })],
	});

	const stored = async ({ pathname }: URL) =>
		(await page(pathname)) ?? (await (await caches.open(cacheNames.read)).match(pathname));

	const own = scope.location.origin;
	const isIn =
		(folder: string) =>
		({ url }: { readonly url: URL }) =>
			url.origin === own && url.pathname.startsWith(folder);
	registerRoute(isIn("/anh/"), pictures);
	registerRoute(isIn("/assets/"), assets);
	registerRoute(isIn("/tep/"), async ({ request, url }) => (await fixedFile(url.pathname)) ?? fetch(request));
	registerRoute(isIn(finderAddress), async ({ request, url }) => {
		try {
			return await fetch(request);
		} catch (error) {
			const kept = await indexFile(url.pathname);
			if (!kept) throw error;
			return kept;
		}
	});
	registerRoute(
		({ request, url }) => request.mode === "navigate" && isReadersAddress(url, own),
		async ({ request, event, url }) => {
			try {
				const response = await pages.handle({ request, event });
				if (response.status === 404 || response.status === 410) await forget(url);
				if (!response.headers.has(storedHeaders.moment)) event.waitUntil(onOnline());
				// A server that answers with an error is treated like no network.
				return response.status < 500 ? response : ((await stored(url)) ?? response);
			} catch {
				// Without a network, the search page searches what is on the phone.
				const question = url.searchParams.get("q");
				if (url.pathname === searchAddress && question && !(await hasFinder()))
					return Response.redirect(`${keptAddress}?q=${encodeURIComponent(question)}`);
				return (await matchPrecache(url.pathname)) ?? (await matchPrecache(offlineAddress)) ?? lastResort();
			}
		},
	);

	return {
		async store(addresses, event) {
			for (const address of addresses) {
				const url = new URL(address);
				if (!isReadersAddress(url, own)) continue;
				const folder = /^\/(?:anh|assets)\//.exec(url.pathname)?.[0];
				const strategy = folder === "/anh/" ? pictures : folder ? assets : pages;
				if (!folder && !/(?:\/|\.html)$/.test(url.pathname)) continue;
				const [, done] = strategy.handleAll({ request: new Request(address), event });
				await done.catch(() => {});
			}
		},
	};
}

async function forget({ pathname }: URL): Promise<void> {
	await (await caches.open(cacheNames.read)).delete(pathname);
}

function withoutQuery(address: string): string {
	const url = new URL(address);
	return url.origin + url.pathname;
}

/** A page as it is stored: with its title and the moment, which its list shows. Null for what is not stored. */
async function storable(response: Response): Promise<Response | null> {
	if (response.status !== 200 || response.redirected) return null;
	if (!response.headers.get("Content-Type")?.startsWith("text/html")) return null;
	if (/no-store|private/.test(response.headers.get("Cache-Control") ?? "")) return null;
	const html = await response.text();
	if (!isOwnPage(html)) return null;
	const headers = new Headers(response.headers);
	headers.set(storedHeaders.title, encodeURIComponent(titleOf(html)));
	headers.set(storedHeaders.moment, String(Date.now()));
	return new Response(html, { status: 200, headers });
}

/** Used when the browser has deleted even the offline page. */
function lastResort(): Response {
	return new Response(
		'<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Không có mạng</title><h1>Không có mạng</h1><p>Trang này chưa có trong máy. Hãy mở lại khi có mạng.</p><p><a href="/">Về trang chủ</a></p></html>',
		{ headers: { "Content-Type": "text/html; charset=utf-8" } },
	);
}
