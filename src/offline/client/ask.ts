/** Talks to the worker. */
import { serviceWorkerAddress } from "../../model/addresses.ts";
import type { Answer, FailureReason, FoundArticle, KeptList, Measure, News, Question } from "../messages.ts";

/** The worker says why it did not do what it was asked. */
class KeepingError extends Error {
	readonly reason: FailureReason;

	constructor(reason: FailureReason) {
		super(reason);
		this.reason = reason;
	}
}

/** Why something was not done. Anything unexpected counts as a lost network. */
export function failureOf(error: unknown): FailureReason {
	return error instanceof KeepingError ? error.reason : "network";
}

/** @throws KeepingError */
async function ask(question: Question): Promise<Answer> {
	const worker = await startedWorker();
	const { port1, port2 } = new MessageChannel();
	const answer = new Promise<Answer>((resolve) => {
		port1.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
	});
	worker.postMessage(question, [port2]);
	const given = await answer;
	port1.close();
	if ("failure" in given) throw new KeepingError(given.failure);
	return given;
}

/** Where there is no worker yet, starts it. A browser may refuse that, as in a private window. @throws KeepingError */
async function startedWorker(): Promise<ServiceWorker> {
	const registration = await navigator.serviceWorker
		.register(serviceWorkerAddress, { updateViaCache: "none" })
		.catch(() => {
			throw new KeepingError("noWorker");
		});
	return registration.active ?? (await activated(registration.waiting ?? registration.installing));
}

function activated(worker: ServiceWorker | null): Promise<ServiceWorker> {
	return new Promise((resolve, reject) => {
		const look = () => {
			if (worker?.state === "activated") resolve(worker);
			else if (!worker || worker.state === "redundant") reject(new KeepingError("noWorker"));
		};
		worker?.addEventListener("statechange", look);
		look();
	});
}

/** @throws KeepingError */
export async function measure(id: string): Promise<Measure> {
	const answer = await ask({ kind: "measure", id });
	if (!("measure" in answer)) throw new KeepingError("gone");
	return answer.measure;
}

/** @throws KeepingError */
export async function listKept(): Promise<KeptList> {
	const answer = await ask({ kind: "list" });
	return "list" in answer ? answer.list : { sets: [], unfinished: [] };
}

/** @throws KeepingError */
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
