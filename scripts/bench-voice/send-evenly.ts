/** Sends requests at an even rate: autocannon alone would send those of each second at its beginning. */
import { createHistogram, type Histogram, monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import autocannon from "autocannon";

/** What the requests of a run were answered with. */
export interface SentEvenly {
	readonly sent: number;
	readonly acknowledged: number;
	/** Answers that refused a request, and requests without an answer. */
	readonly refused: number;
	/** From the request to the answer, in milliseconds. */
	readonly answers: Percentiles;
	/** How late this process was itself, in milliseconds. A later answer than that is the server's. */
	readonly senderDelay: Percentiles;
}

export interface Percentiles {
	readonly p50: number;
	readonly p97_5: number;
	readonly p99: number;
	readonly max: number;
}

/** Groups of connections, and the milliseconds from one group's requests to the next one's. */
const groups = 100;
const distance = 10;
/** Seconds after which a group opens new connections, at its own moment again: timers that ran late stay late. */
const mostSeconds = 10;

/**
 * Every connection sends one request a second. A group of them sends at the same moment; the groups follow one another
 * every 10 ms.
 *
 * @param perSecond a multiple of 100
 */
export async function sendEvenly(
	{ url, request, perSecond }: { url: string; request: autocannon.Request; perSecond: number },
	seconds: number,
): Promise<SentEvenly> {
	const microseconds = createHistogram();
	const delay = monitorEventLoopDelay({ resolution: 1 });
	const counts = { sent: 0, acknowledged: 0, refused: 0 };
	const began = performance.now() + distance;

	function record(milliseconds: number): void {
		microseconds.record(Math.max(1, Math.round(milliseconds * 1_000)));
	}

	async function sendAsGroup(group: number): Promise<void> {
		for (let second = 0; second < seconds; second += mostSeconds) {
			await sleep(began + second * 1_000 + group * distance - performance.now());
			const connections = perSecond / groups;
			const requests = connections * Math.min(mostSeconds, seconds - second);
			const options = { url, connections, connectionRate: 1, amount: requests, requests: [request] };
			const { requests: made, non2xx, errors, "2xx": acknowledged } = await send(options, record);
			counts.sent += made.sent;
			counts.acknowledged += acknowledged;
			counts.refused += non2xx + errors;
		}
	}

	delay.enable();
	await Promise.all(Array.from({ length: groups }, (_, group) => sendAsGroup(group)));
	delay.disable();
	return { ...counts, answers: percentiles(microseconds, 1e3), senderDelay: percentiles(delay, 1e6) };
}

/** @param answered is told how many milliseconds each answer took */
function send(
	options: autocannon.Options,
	answered: (milliseconds: number) => void,
): Promise<autocannon.Result> {
	return new Promise((resolve, reject) => {
		const done = (error: unknown, result: autocannon.Result) => (error ? reject(error) : resolve(result));
		const run = autocannon(options, done);
		run.on("response", (_client, _status, _bytes, milliseconds) => answered(milliseconds));
	});
}

/** @param units of the histogram in a millisecond */
function percentiles(histogram: Histogram, units: number): Percentiles {
	const at = (percent: number) => Math.round((histogram.percentile(percent) / units) * 10) / 10;
	return { p50: at(50), p97_5: at(97.5), p99: at(99), max: at(100) };
}
