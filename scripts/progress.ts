import { MultiBar } from "cli-progress";
import type { Progress } from "../src/model/progress.ts";
import { strings } from "./strings.ts";

/** What a command tells the person who started it. */
export interface Reporter extends Progress {
	/** A line of the result. */
	line(text: string): void;
	/** The one line that sums the run up, at its end. */
	summary(text: string): void;
	/** Whatever was under way is over. */
	end(): void;
}

/** Where a reporter writes, and the clock that it reads, in milliseconds. */
export interface ReporterStreams {
	readonly out: { write(text: string): unknown };
	readonly progress: NodeJS.WritableStream & { readonly isTTY?: boolean };
	readonly clock: () => number;
}

/** The least time between two lines of progress where there is no terminal. */
const quietMilliseconds = 3000;

/**
 * Progress bars on a terminal; elsewhere a plain line every few seconds and one when the work is over. Progress goes
 * to a stream of its own, so that a command's result can be piped.
 */
export function createReporter({ out, progress, clock }: ReporterStreams): Reporter {
	const begin = progress.isTTY === true ? showingBars(progress) : showingLines(progress, clock);
	const lanes: Progress[] = [];
	const openLane = (): Progress => {
		const lane = createLane(begin, openLane);
		lanes.push(lane);
		return lane;
	};
	const line = (text: string) => {
		out.write(`${text}\n`);
	};
	const end = () => {
		for (const lane of lanes) lane.done();
	};
	return {
		...openLane(),
		line,
		end,
		summary(text) {
			end();
			line(text);
		},
	};
}

/** A stretch of work that is under way. */
interface Stretch {
	advance(steps: number, share: number | undefined): void;
	done(): void;
}

type Begin = (label: string, total: number) => Stretch;

function createLane(begin: Begin, beside: () => Progress): Progress {
	let stretch: Stretch | undefined;
	const done = () => {
		stretch?.done();
		stretch = undefined;
	};
	return {
		start(label, total) {
			done();
			stretch = begin(label, total);
		},
		advance(steps = 1, share) {
			stretch?.advance(steps, share);
		},
		done,
		beside,
	};
}

function showingBars(stream: NodeJS.WritableStream): Begin {
	let bars: MultiBar | undefined;
	let underWay = 0;
	return (label, total) => {
		const timing = `{duration_formatted}, ${strings.timeLeft} {eta_formatted}`;
		const format = total > 0 ? `${label} [{bar}] {value}/{total} | ${timing}` : `${label} {value}`;
		bars ??= new MultiBar({ stream, hideCursor: true, barsize: 30 });
		const all = bars;
		let bar = all.create(total, 0, {}, { format });
		let isEstimated = false;
		let count = 0;
		underWay += 1;
		return {
			advance(steps, share) {
				count += steps;
				if (share !== undefined && share > 0) {
					const estimate = Math.max(count, Math.round(count / share));
					if (isEstimated) bar.setTotal(estimate);
					else {
						isEstimated = true;
						all.remove(bar);
						bar = all.create(estimate, 0, {}, { format: `${label} [{bar}] {value} | ${timing}` });
					}
				}
				bar.update(count);
			},
			done() {
				if (isEstimated) bar.setTotal(count);
				bar.stop();
				underWay -= 1;
				if (underWay > 0) return;
				bars?.stop();
				bars = undefined;
			},
		};
	};
}

function showingLines(stream: NodeJS.WritableStream, clock: () => number): Begin {
	return (label, total) => {
		const began = clock();
		let told = began;
		let count = 0;
		return {
			advance(steps, share) {
				count += steps;
				if (clock() - told < quietMilliseconds) return;
				told = clock();
				stream.write(`${strings.progress(label, count, total, share)}\n`);
			},
			done() {
				stream.write(`${strings.progressDone(label, count, (clock() - began) / 1000)}\n`);
			},
		};
	};
}
