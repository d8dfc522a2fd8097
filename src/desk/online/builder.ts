import type { ChildProcess } from "node:child_process";
import { forkEntry } from "../../program/running-program.ts";
import type { BuildReply, BuildRequest } from "./build-messages.ts";

/** Runs builds one after the other in a separate process. */
export interface Builder {
	/**
	 * Builds after the current build has ended. All requests that wait share one build.
	 *
	 * @returns the reply of a build that began after the request
	 */
	build(): Promise<BuildReply>;
	/** The code has changed: the next build runs in a new process. */
	restart(): Promise<BuildReply>;
	close(): void;
}

export interface BuilderOptions {
	/** Called before each build, so that the clock is read again. */
	readonly request: () => BuildRequest;
	/** Called for each build, before its promises resolve. */
	readonly onReply: (reply: BuildReply) => void;
}

type Waiting = (reply: BuildReply) => void;

export function createBuilder({ request, onReply }: BuilderOptions): Builder {
	let child: ChildProcess | undefined;
	/** The requests of the running build; undefined if none runs. */
	let running: Waiting[] | undefined;
	let waiting: Waiting[] = [];

	function run(): void {
		running = waiting;
		waiting = [];
		child ??= start();
		child.send(request());
	}

	function ended(reply: BuildReply): void {
		const heard = running ?? [];
		running = undefined;
		onReply(reply);
		for (const hear of heard) hear(reply);
		if (waiting.length > 0 && !running) run();
	}

	function start(): ChildProcess {
		const started = forkEntry("build-process", [], {
			// Size of the young generation in MiB: most objects of a build live shortly, and a larger one promotes fewer
			// of them.
			execArgv: ["--max-semi-space-size=64"],
		});
		started.on("message", (reply: BuildReply) => {
			if (started === child) ended(reply);
		});
		started.on("exit", (code) => {
			if (started !== child) return;
			child = undefined;
			if (running) ended({ kind: "failed", text: `build process ended with code ${code}` });
		});
		return started;
	}

	function stop(): void {
		const stopped = child;
		child = undefined;
		stopped?.kill();
	}

	function build(): Promise<BuildReply> {
		return new Promise((resolve) => {
			waiting.push(resolve);
			if (!running) run();
		});
	}

	return {
		build,
		restart() {
			stop();
			// Requests of the stopped build get the next one.
			waiting = [...(running ?? []), ...waiting];
			running = undefined;
			return build();
		},
		close: stop,
	};
}
