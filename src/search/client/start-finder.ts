import type { FinderAnswer, FinderQuery, Suggestion } from "../finder/finder.ts";
import type { FinderQuestion, FinderReply } from "./finder-messages.ts";

/** Where the worker lies, with its digest, so that caches never give a page another version: put in when bundled. */
declare const finderWorker: string;

/** Rejects a question of either kind when the next of that kind is asked. */
export interface PageFinder {
	find(query: FinderQuery): Promise<FinderAnswer>;
	suggest(typed: string): Promise<readonly Suggestion[]>;
}

/** The page's own, as its scripts are bundled apart. */
const page = globalThis as { finder?: PageFinder };

/** The one finder of a page, in a worker that starts with the first question. */
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
			// The script could not be loaded; the next question tries again.
			worker = undefined;
			for (const settle of waiting) settle({ failure: finderWorker });
		};
		return started;
	}

	function ask<Answer extends FinderReply["answer"]>(asked: FinderQuestion["asked"]): Promise<Answer> {
		worker ??= start();
		worker.postMessage({ id: waiting.length, saveData, asked } satisfies FinderQuestion);
		return new Promise((resolve, reject) => {
			// A question is answered with what it asks for.
			waiting.push(({ answer, failure }) =>
				answer ? resolve(answer as Answer) : reject(new Error(failure)),
			);
		});
	}

	return { find: ask, suggest: ask };
}
