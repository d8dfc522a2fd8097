/** The worker that the finder runs in: taking an index apart keeps a slow phone busy, and a page has keys to follow. */
import type { Finder } from "../finder/finder.ts";
import { openFinder } from "../finder/index.ts";
import type { FinderReply, FinderRequest } from "./finder-messages.ts";
import { readIndex } from "./read-index.ts";
import { todayInVietnam } from "./reader-wishes.ts";

let finder: Finder | undefined;
const running = new Map<number, AbortController>();

addEventListener("message", ({ data }: MessageEvent<FinderRequest>) => {
	if (data.kind === "giveUp") running.get(data.id)?.abort();
	else void answer(data);
});

async function answer(request: Exclude<FinderRequest, { readonly kind: "giveUp" }>): Promise<void> {
	const { id, saveData } = request;
	finder ??= openFinder({ read: readIndex, today: todayInVietnam(), saveData });
	const controller = new AbortController();
	running.set(id, controller);
	try {
		const { signal } = controller;
		const found = await (request.kind === "find"
			? finder.find(request.query, signal)
			: finder.suggest(request.typed, signal));
		reply({ id, answer: found });
	} catch (error) {
		reply({ id, failure: String(error) });
	}
	running.delete(id);
}

function reply(message: FinderReply): void {
	postMessage(message);
}
