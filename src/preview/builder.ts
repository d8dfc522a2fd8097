import type { ChildProcess } from "node:child_process";
import { forkEntry } from "../program/running-program.ts";
import type { BuildReply, BuildRequest } from "./messages.ts";

/** Runs builds one after the other in a process of its own. */
export interface Builder {
	/** Builds, after the build that is under way; requests that wait together are one build. */
	build(): void;
	/** The code has changed: the next build runs in a new process. */
	restart(): void;
	close(): void;
}

export interface BuilderOptions {
	/** Asked before each build, so that the clock is read anew. */
	readonly request: () => BuildRequest;
	readonly onReply: (reply: BuildReply) => void;
}

export function createBuilder({ request, onReply }: BuilderOptions): Builder {
	let child: ChildProcess | undefined;
	let busy = false;
	let wanted = false;

	function run(): void {
		busy = true;
		wanted = false;
		child ??= start();
		child.send(request());
	}

	function start(): ChildProcess {
		const started = forkEntry("build-process", [], {
			// Most of what a build makes is soon forgotten: with more room for the young fewer of it is taken for old (MiB).
			execArgv: ["--max-semi-space-size=64"],
		});
		started.on("message", (reply: BuildReply) => {
			if (started !== child) return;
			busy = false;
			onReply(reply);
			if (wanted) run();
		});
		started.on("exit", (code) => {
			if (started !== child) return;
			child = undefined;
			if (!busy) return;
			busy = false;
			onReply({ kind: "failed", text: `build process ended with code ${code}` });
		});
		return started;
	}

	function stop(): void {
		const stopped = child;
		child = undefined;
		busy = false;
		stopped?.kill();
	}

	return {
		build() {
			if (busy) wanted = true;
			else run();
		},
		restart() {
			stop();
			run();
		},
		close: stop,
	};
}
