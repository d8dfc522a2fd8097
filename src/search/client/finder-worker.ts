/** The worker that the finder runs in: taking an index apart keeps a slow phone busy, and a page has keys to follow. */
import type { Finder } from "../finder/finder.ts";
import { openFinder } from "../finder/index.ts";
import type { FinderQuestion, FinderReply } from "./finder-messages.ts";
import { readIndex } from "./read-index.ts";

let finder: Finder | undefined;
let running: AbortController | undefined;

addEventListener("message", async ({ data }: MessageEvent<FinderQuestion>) => {
	const { id, saveData, asked } = data;
	running?.abort();
	running = new AbortController();
	const { signal } = running;
	finder ??= openFinder({ read: readIndex, saveData });
	let reply: FinderReply;
	try {
		const answer = await (typeof asked === "string"
			? finder.suggest(asked, signal)
			: finder.find(asked, signal));
		reply = { id, answer };
	} catch (error) {
		reply = { id, failure: String(error) };
	}
	postMessage(reply);
});
