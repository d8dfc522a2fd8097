/** Sends requests at an even rate, whether or not earlier ones have their answer. */
import { Agent, request } from "node:http";
import { createHistogram } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";

/** What the requests of a run were answered with. */
export interface SentEvenly {
	readonly sent: number;
	readonly acknowledged: number;
	/** Answers that refused a request, and requests without an answer. */
	readonly refused: number;
	/** From the moment at which a request was due to its answer. Where this process was late itself, that is part of it. */
	readonly milliseconds: {
		readonly p50: number;
		readonly p97_5: number;
		readonly p99: number;
		readonly max: number;
	};
}

export interface Post {
	readonly body: string;
	readonly headers: Readonly<Record<string, string>>;
}

/** Connections that are kept open and shared by the requests. */
const connections = 200;

/** @param post the request of a number, from 0 */
export async function sendEvenly(
	url: string,
	post: (number: number) => Post,
	{ perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<SentEvenly> {
	const agent = new Agent({ keepAlive: true, maxSockets: connections });
	const microseconds = createHistogram();
	const total = perSecond * seconds;
	const began = performance.now();
	const counts = { sent: 0, acknowledged: 0, refused: 0 };

	async function send(due: number): Promise<void> {
		const { body, headers } = post(counts.sent++);
		const status = await statusOf(url, agent, { body, headers }).catch(() => 0);
		microseconds.record(Math.max(1, Math.round((performance.now() - due) * 1_000)));
		if (status === 204) counts.acknowledged += 1;
		else counts.refused += 1;
	}

	while (counts.sent < total) {
		const passed = performance.now() - began;
		const due = Math.min(total, Math.floor((passed * perSecond) / 1_000));
		while (counts.sent < due) void send(began + (counts.sent * 1_000) / perSecond);
		await sleep(1);
	}
	while (counts.acknowledged + counts.refused < total) await sleep(1);
	agent.destroy();
	const at = (percent: number) => microseconds.percentile(percent) / 1_000;
	return { ...counts, milliseconds: { p50: at(50), p97_5: at(97.5), p99: at(99), max: at(100) } };
}

/** The connection is free for the next request once the answer, which is short, has been read. */
function statusOf(url: string, agent: Agent, { body, headers }: Post): Promise<number> {
	return new Promise((resolve, reject) => {
		const sending = request(url, { method: "POST", agent, headers }, (answer) => {
			answer.resume();
			resolve(answer.statusCode ?? 0);
		});
		sending.on("error", reject);
		sending.end(body);
	});
}
