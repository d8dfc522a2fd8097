/** Talks to the worker. */
import type { Answer, FailureReason, FoundArticle, KeptList, Measure, News, Question } from "../messages.ts";

/** The worker says why it did not do what it was asked. */
export class KeepingError extends Error {
	readonly reason: FailureReason;

	constructor(reason: FailureReason) {
		super(reason);
		this.reason = reason;
	}
}

/** @throws KeepingError */
async function ask(question: Question): Promise<Answer> {
	const { active } = await navigator.serviceWorker.ready;
	const { port1, port2 } = new MessageChannel();
	const answer = new Promise<Answer>((resolve) => {
		port1.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
	});
	active?.postMessage(question, [port2]);
	const given = await answer;
	port1.close();
	if ("failure" in given) throw new KeepingError(given.failure);
	return given;
}

/** @throws KeepingError */
export async function measure(id: string): Promise<Measure> {
	const answer = await ask({ kind: "measure", id });
	if (!("measure" in answer)) throw new KeepingError("gone");
	return answer.measure;
}

export async function listKept(): Promise<KeptList> {
	const answer = await ask({ kind: "list" });
	return "list" in answer ? answer.list : { sets: [], unfinished: [] };
}

export async function searchPhone(text: string): Promise<readonly FoundArticle[]> {
	const answer = await ask({ kind: "search", text });
	return "found" in answer ? answer.found : [];
}

/** @throws KeepingError */
export async function tellWorker(
	question: Exclude<Question, { kind: "measure" | "list" | "search" }>,
): Promise<void> {
	await ask(question);
}

/** @returns what stops listening */
export function onNews(listen: (news: News) => void): () => void {
	const onMessage = ({ data }: MessageEvent<News>) => listen(data);
	navigator.serviceWorker.addEventListener("message", onMessage);
	navigator.serviceWorker.startMessages();
	return () => navigator.serviceWorker.removeEventListener("message", onMessage);
}
