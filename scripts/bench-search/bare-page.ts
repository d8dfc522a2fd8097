/**
 * A page that only its measuring speaks to. What Playwright opens it listens to as well – each request, each worker –,
 * which takes a third of what a search takes of the main thread.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, CDPSession } from "playwright-core";

/** A connection to a page; see the Chrome DevTools Protocol for what can be sent. */
export interface BareSession {
	send<Result>(method: string, params?: object): Promise<Result>;
	/** Runs a function in the page, which must need nothing of its surroundings. */
	evaluate<Result>(action: () => Result | Promise<Result>): Promise<Result>;
}

export interface BarePage {
	/** Connects once more, as a session knows one clock. */
	connect(): Promise<BareSession>;
	close(): Promise<void>;
}

/** Milliseconds in which a page on the same machine has loaded all it needs. */
const loading = 2000;

/** Opens a page and waits until it has loaded. */
export async function openBarePage(browser: Browser, url: string): Promise<BarePage> {
	const own = await browser.newBrowserCDPSession();
	const { targetId } = await own.send("Target.createTarget", { url });
	await sleep(loading);
	return {
		async connect() {
			const { sessionId } = await own.send("Target.attachToTarget", { targetId, flatten: false });
			return bareSession(own, sessionId);
		},
		async close() {
			await own.send("Target.closeTarget", { targetId });
			await own.detach();
		},
	};
}

interface Message {
	readonly id?: number;
	readonly result?: unknown;
	readonly error?: { readonly message: string };
}

interface Evaluation<Result> {
	readonly result: { readonly value: Result };
	readonly exceptionDetails?: { readonly text: string };
}

function bareSession(own: CDPSession, sessionId: string): BareSession {
	const waiting = new Map<number, (message: Message) => void>();
	let sent = 0;
	own.on("Target.receivedMessageFromTarget", (received) => {
		if (received.sessionId !== sessionId) return;
		const message = JSON.parse(received.message) as Message;
		waiting.get(message.id ?? 0)?.(message);
		waiting.delete(message.id ?? 0);
	});

	async function send<Result>(method: string, params: object = {}): Promise<Result> {
		const id = ++sent;
		const answered = new Promise<Message>((resolve) => waiting.set(id, resolve));
		const message = JSON.stringify({ id, method, params });
		await own.send("Target.sendMessageToTarget", { sessionId, message });
		const { result, error } = await answered;
		if (error) throw new Error(`${method}: ${error.message}`);
		return result as Result;
	}

	return {
		send,
		async evaluate<Result>(action: () => Result | Promise<Result>) {
			const { result, exceptionDetails } = await send<Evaluation<Result>>("Runtime.evaluate", {
				expression: `(${action})()`,
				awaitPromise: true,
				returnByValue: true,
			});
			if (exceptionDetails) throw new Error(exceptionDetails.text);
			return result.value;
		},
	};
}
