/** The worker that the finder runs in: taking an index apart keeps a slow phone busy, and a page has keys to follow. */
import type { Finder } from "../finder/finder.ts";
import { openFinder } from "../finder/index.ts";
import type { SecondLook } from "../finder/second-look.ts";
import type { FinderQuestion, FinderReply } from "./finder-messages.ts";
import { readIndex } from "./read-index.ts";

/** Where the script of the second look lies, with its digest: put in when bundled. */
declare const secondLookScript: string;

/** The parts of a worker's global scope that are used; the project's library is that of pages. */
const scope = globalThis as unknown as { secondLook?: SecondLook; importScripts(address: string): void };

let finder: Finder | undefined;
/** By the kind of question. */
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
