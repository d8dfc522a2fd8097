import type { Finder, FinderAnswer, Suggestion } from "../finder/finder.ts";
import type { FinderReply, FinderRequest } from "./finder-messages.ts";

/** Where the worker lies, with its digest, so that caches never give a page another version: put in when bundled. */
declare const finderWorker: string;

type Question = FinderRequest extends infer Request
	? Request extends { readonly kind: "giveUp" }
		? never
		: Omit<Request, "id" | "saveData">
	: never;

interface Waiting {
	resolve(answer: FinderAnswer | readonly Suggestion[]): void;
	reject(error: unknown): void;
}

/** A finder in a worker of its own, which starts with the first question. */
export function startFinder(saveData: boolean): Finder {
	const waiting = new Map<number, Waiting>();
	let worker: Worker | undefined;
	let count = 0;

	function start(): Worker {
		const started = new Worker(finderWorker);
		started.addEventListener("message", ({ data }: MessageEvent<FinderReply>) => {
			const one = waiting.get(data.id);
			waiting.delete(data.id);
			if ("failure" in data) one?.reject(new Error(data.failure));
			else one?.resolve(data.answer);
		});
		started.addEventListener("error", () => {
			// The script could not be loaded; the next question tries again.
			worker = undefined;
			for (const { reject } of waiting.values()) reject(new Error("The finder does not start"));
			waiting.clear();
		});
		return started;
	}

	async function ask(
		question: Question,
		signal?: AbortSignal,
	): Promise<FinderAnswer | readonly Suggestion[]> {
		worker ??= start();
		const asked = worker;
		const id = ++count;
		return await new Promise((resolve, reject) => {
			waiting.set(id, { resolve, reject });
			signal?.addEventListener("abort", () => {
				if (!waiting.delete(id)) return;
				asked.postMessage({ id, kind: "giveUp" } satisfies FinderRequest);
				reject(new Error("Given up"));
			});
			asked.postMessage({ ...question, id, saveData });
		});
	}

	// The worker answers a question with what its kind asks for.
	return {
		find: async (query, signal) => (await ask({ kind: "find", query }, signal)) as FinderAnswer,
		suggest: async (typed, signal) =>
			(await ask({ kind: "suggest", typed }, signal)) as readonly Suggestion[],
	};
}
