/** The worker that runs the finder: decoding an index keeps a slow phone busy, and the page must stay responsive. */
import type { Finder } from "../finder/finder.ts";
import { openFinder } from "../finder/index.ts";
import type { SecondLook } from "../finder/second-look.ts";
import type { FinderQuestion, FinderReply } from "./finder-messages.ts";
import { readIndex } from "./read-index.ts";

/** The address of the second look's script with its digest; set by the bundler. */
declare const secondLookScript: string;

/** The parts of a worker's global scope that are used. The project's TypeScript library is that of pages. */
const scope = globalThis as unknown as { secondLook?: SecondLook; importScripts(address: string): void };

let finder: Finder | undefined;
/** Running requests, by kind. */
const running: Record<string, AbortController> = {};

addEventListener("message", async ({ data }: MessageEvent<FinderQuestion>) => {
	const { id, saveData, asked } = data;
	const kind = typeof asked;
	running[kind]?.abort();
	const controller = new AbortController();
	running[kind] = controller;
	finder ??= openFinder({ read: readIndex, loadSecondLook, saveData });
	let reply: FinderReply;
	try {
		const answer = await (typeof asked === "string"
			? finder.suggest(asked, controller.signal)
			: finder.find(asked, controller.signal));
		reply = { id, answer };
	} catch (error) {
		reply = { id, failure: String(error) };
	}
	postMessage(reply);
});

async function loadSecondLook(): Promise<SecondLook> {
	if (!scope.secondLook) scope.importScripts(secondLookScript);
	if (!scope.secondLook) throw new Error(`${secondLookScript} holds something else`);
	return scope.secondLook;
}
