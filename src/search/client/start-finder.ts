import type { FinderAnswer, FinderQuery, Suggestion } from "../finder/finder.ts";
import type { FinderQuestion, FinderReply } from "./finder-messages.ts";

/** Where the worker lies, with its digest, so that caches never give a page another version: put in when bundled. */
declare const finderWorker: string;

/** A finder that answers the latest question only; earlier ones stay open for ever. */
export interface LatestFinder {
	find(query: FinderQuery): Promise<FinderAnswer>;
	suggest(typed: string): Promise<readonly Suggestion[]>;
}

/** A finder in a worker of its own, which starts with the first question. */
export function startFinder(saveData: boolean): LatestFinder {
	let worker: Worker | undefined;
	let latest = 0;
	let settle: ((reply: Pick<FinderReply, "answer" | "failure">) => void) | undefined;

	function start(): Worker {
		const started = new Worker(finderWorker);
		started.onmessage = ({ data }: MessageEvent<FinderReply>) => {
			if (data.id === latest) settle?.(data);
		};
		started.onerror = () => {
			// The script could not be loaded; the next question tries again.
			worker = undefined;
			settle?.({ failure: finderWorker });
		};
		return started;
	}

	function ask<Answer extends FinderReply["answer"]>(asked: FinderQuestion["asked"]): Promise<Answer> {
		worker ??= start();
		worker.postMessage({ id: ++latest, saveData, asked } satisfies FinderQuestion);
		return new Promise((resolve, reject) => {
			// A question is answered with what it asks for.
			settle = ({ answer, failure }) => (answer ? resolve(answer as Answer) : reject(new Error(failure)));
		});
	}

	return { find: ask, suggest: ask };
}
