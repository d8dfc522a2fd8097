import { SingleBar } from "cli-progress";
import type { Progress } from "../src/model/progress.ts";
import { strings } from "./strings.ts";

/** What a command tells the person who started it. */
export interface Reporter extends Progress {
	/** A line of the result. */
	line(text: string): void;
	/** The one line that sums the run up, at its end. */
	summary(text: string): void;
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
 * A progress bar on a terminal; elsewhere a plain line every few seconds and one when the work is over. Progress goes
 * to a stream of its own, so that a command's result can be piped.
 */
export function createReporter({ out, progress, clock }: ReporterStreams): Reporter {
	const shown = progress.isTTY === true ? barProgress(progress) : lineProgress(progress, clock);
	const line = (text: string) => {
		out.write(`${text}\n`);
	};
	return {
		...shown,
		line,
		summary(text) {
			shown.done();
			line(text);
		},
	};
}

function barProgress(stream: NodeJS.WritableStream): Progress {
	let bar: SingleBar | undefined;
	const done = () => {
		bar?.stop();
		bar = undefined;
	};
	return {
		start(label, total) {
			done();
			const format =
				total > 0
					? `${label} [{bar}] {value}/{total} | {duration_formatted}, ${strings.timeLeft} {eta_formatted}`
					: `${label} {value}`;
			bar = new SingleBar({ format, stream, hideCursor: true, barsize: 30 });
			bar.start(total, 0);
		},
		advance(steps = 1) {
			bar?.increment(steps);
		},
		done,
	};
}

function lineProgress(stream: NodeJS.WritableStream, clock: () => number): Progress {
	let work: { label: string; total: number; began: number; told: number; count: number } | undefined;
	const done = () => {
		if (!work) return;
		const { label, count, began } = work;
		stream.write(`${strings.progressDone(label, count, (clock() - began) / 1000)}\n`);
		work = undefined;
	};
	return {
		start(label, total) {
			done();
			work = { label, total, began: clock(), told: clock(), count: 0 };
		},
		advance(steps = 1) {
			if (!work) return;
			work.count += steps;
			if (clock() - work.told < quietMilliseconds) return;
			work.told = clock();
			stream.write(`${strings.progress(work.label, work.count, work.total)}\n`);
		},
		done,
	};
}
