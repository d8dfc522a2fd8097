import type { FinderAnswer, FinderQuery, Suggestion } from "../finder/finder.ts";
import type { FinderQuestion, FinderReply } from "./finder-messages.ts";

/** The worker's address with its digest, so that caches never serve another version; set by the bundler. */
declare const finderWorker: string;

/** The finder of a page. A new request rejects the previous one of the same kind. */
export interface PageFinder {
	find(query: FinderQuery): Promise<FinderAnswer>;
	suggest(typed: string): Promise<readonly Suggestion[]>;
}

/** Shared by the page's scripts, which are bundled separately. */
const page = globalThis as { finder?: PageFinder };

/** The page's only finder, in a worker that starts with the first request. */
export function pageFinder(saveData: boolean): PageFinder {
	page.finder ??= startFinder(saveData);
	return page.finder;
}

function startFinder(saveData: boolean): PageFinder {
	const waiting: ((reply: Omit<FinderReply, "id">) => void)[] = [];
	let worker: Worker | undefined;

	function start(): Worker {
		const started = new Worker(finderWorker);
		started.onmessage = ({ data }: MessageEvent<FinderReply>) => waiting[data.id]?.(data);
		started.onerror = () => {
			// The script could not be loaded; the next request tries again.
			worker = undefined;
			for (const settle of waiting) settle({ failure: finderWorker });
		};
		return started;
	}

	function ask<Answer extends FinderReply["answer"]>(asked: FinderQuestion["asked"]): Promise<Answer> {
		worker ??= start();
		worker.postMessage({ id: waiting.length, saveData, asked } satisfies FinderQuestion);
		return new Promise((resolve, reject) => {
			// The answer has the type that the request asks for.
			waiting.push(({ answer, failure }) =>
				answer ? resolve(answer as Answer) : reject(new Error(failure)),
			);
		});
	}

	return { find: ask, suggest: ask };
}
