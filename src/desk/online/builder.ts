import { forkEntry } from "../../program/running-program.ts";
import type { BuildReply, BuildRequest } from "./build-messages.ts";

/** A process that builds on request. */
export interface BuildProcess {
	send(request: BuildRequest): unknown;
	on(event: "message", listener: (reply: BuildReply) => void): unknown;
	on(event: "exit", listener: (code: number | null) => void): unknown;
	kill(): unknown;
}

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
	readonly startProcess: () => BuildProcess;
}

type Waiting = (reply: BuildReply) => void;

/** Starts a process for one builder after another. It ends with this one. */
export function startBuildProcess() {
	return forkEntry("build-process", [], {
		// Size of the young generation in MiB: most objects of a build live shortly, and a larger one promotes fewer of
		// them.
		execArgv: ["--max-semi-space-size=64"],
	});
}

/** A process that is started before somebody needs it. */
export interface SpareProcess {
	/** This process; later new ones. */
	take(): BuildProcess;
	/** Ends the process if nobody has taken it. */
	close(): void;
}

/** The process loads its code while the rest of the desk opens. */
export function startSpare(start: () => BuildProcess): SpareProcess {
	let spare: BuildProcess | undefined = start();
	spare.on("exit", () => {
		spare = undefined;
	});
	return {
		take() {
			const taken = spare ?? start();
			spare = undefined;
			return taken;
		},
		close() {
			spare?.kill();
			spare = undefined;
		},
	};
}

export function createBuilder({ request, onReply, startProcess }: BuilderOptions): Builder {
	let child: BuildProcess | undefined;
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

	function start(): BuildProcess {
		const started = startProcess();
		started.on("message", (reply) => {
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
