/**
 * The service worker: it answers requests on a reader's phone. It is bundled as `/assets/offline-worker.js`. `/sw.js`
 * loads it and defines the shell.
 */
import { precache } from "workbox-precaching";
import { searchAddress } from "../../model/addresses.ts";
import { cacheNames } from "../cache-names.ts";
import { openDatabase } from "../database.ts";
import type { Answer, News, Question, ReadMessage } from "../messages.ts";
import { createKeeper, reasonOf } from "./keeper.ts";
import { answerForReadPages } from "./read-pages.ts";
import { scope } from "./scope.ts";
import { searchPhone } from "./search-phone.ts";
import { forgetWithdrawn, knownWithdrawals } from "./withdrawals.ts";

/** Addresses of the finder's scripts with their digests, filled in by the bundler. */
declare const finderWorker: string;
declare const secondLookScript: string;

/** As `/sw.js` sets it: `Shell` of `src/site/offline/service-worker.ts`. */
const { shell } = globalThis as unknown as {
	readonly shell: {
		readonly version: string;
		readonly pages: readonly string[];
		readonly assets: readonly string[];
	};
};

/** Scripts of the search page. */
const finderAssets = ["/assets/search.js", "/assets/suggest.js", finderWorker, secondLookScript];

precache(shell.pages.map((url) => ({ url, revision: shell.version })));

const keeper = createKeeper(tell);

const reading = answerForReadPages({
	page: keeper.page,
	fixedFile: keeper.fixedFile,
	indexFile: keeper.indexFile,
	hasFinder: keeper.hasFinder,
	isWithdrawn: async (address) => (await knownWithdrawals()).has(address),
	onOnline: keepUp,
});

scope.addEventListener("install", (event) => {
	// Pages do not name versions of their scripts and styles, so a newer worker may answer for an older page.
	event.waitUntil(Promise.all([scope.skipWaiting(), fetchAssets(shell.assets)]));
});

scope.addEventListener("activate", (event) => {
	event.waitUntil(Promise.all([scope.clients.claim(), scope.registration.navigationPreload?.enable()]));
});

scope.addEventListener("message", (event) => {
	const message = event.data as Question | ReadMessage;
	if (message.kind === "read") event.waitUntil(reading.store(message.addresses, event));
	else
		event.waitUntil(
			answer(message)
				.catch((error: unknown): Answer => ({ failure: reasonOf(error) }))
				.then((reply) => event.ports[0]?.postMessage(reply)),
		);
});

async function answer(question: Question): Promise<Answer> {
	switch (question.kind) {
		case "measure":
			return { measure: await keeper.measure(question.id) };
		case "list":
			return { list: await keeper.list() };
		case "search":
			return { found: await searchPhone(question.text) };
		case "cancel":
			await keeper.cancel(question.id);
			return { done: true };
		case "remove":
			await keeper.remove(question.id);
			return { done: true };
		default: {
			const { kind: _, ...wish } = question;
			if (wish.id === searchAddress) await fetchAssets(finderAssets);
			const failure = await ("title" in wish ? keeper.keep(wish) : keeper.update(wish.id));
			return failure ? { failure } : { done: true };
		}
	}
}

function tell(news: News): void {
	void scope.clients.matchAll().then((pages) => {
		for (const page of pages) page.postMessage(news);
	});
}

/** Milliseconds between two checks for changes of what is kept. */
const pause = 15 * 60 * 1000;

/** One at a time, however many pages are opened. */
let keepingUp: Promise<void> | undefined;

/** There is a network: remove what was withdrawn, continue what was interrupted, fetch what has changed. */
function keepUp(): Promise<void> {
	keepingUp ??= (async () => {
		await forgetWithdrawn(keeper);
		await keeper.resume();
		if (savesData()) return;
		const database = await openDatabase();
		const checked = Number((await database.get("notes", "checked")) ?? 0);
		if (Date.now() - checked < pause) return;
		await database.put("notes", Date.now(), "checked");
		await keeper.updateAll();
	})()
		.catch(() => {
			// The network is gone again. The next page view tries again.
		})
		.finally(() => {
			keepingUp = undefined;
		});
	return keepingUp;
}

function savesData(): boolean {
	return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}

/** What the registering page has already loaded costs nothing. */
async function fetchAssets(addresses: readonly string[]): Promise<void> {
	const cache = await caches.open(cacheNames.assets);
	await Promise.all(
		addresses.map(async (address) => {
			const response = await fetch(address).catch(() => undefined);
			if (response?.ok) await cache.put(address, response);
		}),
	);
}
