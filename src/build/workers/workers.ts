import type { ChildProcess } from "node:child_process";
import { availableParallelism } from "node:os";
import { forkEntry } from "../../program/running-program.ts";
import { OwnComponentError } from "../../site/components/replaceable.ts";
import type { Task, TaskReply, TaskResults } from "./tasks.ts";

type Result = TaskResults[Task["kind"]];

/** Worker processes. Each has its own memory, so the largest task bounds it. */
export interface Workers {
	/**
	 * Gives every task to the first worker that has room. A task is made only when its turn has come. Where one fails,
	 * those that have begun are waited for, and no more are given.
	 *
	 * @param ahead how many tasks wait at each worker for the one before to be done: none where tasks are long and
	 *   differ in length, one where making the next would keep a worker waiting
	 */
	run<Kind extends Task["kind"]>(
		tasks: readonly (() => Extract<Task, { readonly kind: Kind }>)[],
		onResult: (result: TaskResults[Kind], task: number) => void,
		ahead?: 0 | 1,
	): Promise<void>;
	/** Starts the first process now, so that it has loaded the code that makes indexes when the first task is there. */
	warmUp(): void;
	close(): void;
}

/** A worker ended, or failed at its task. */
class WorkerError extends Error {}

function errorOf({ failure, component, refusal }: Extract<TaskReply, { failure: string }>): Error {
	if (component) return new OwnComponentError(component.name, component.reason);
	return Object.assign(new WorkerError(failure), refusal);
}

/** A process that does one task after the other, in the order in which they were given. */
class Worker {
	readonly #process: ChildProcess;
	readonly #waiting: { resolve(result: Result): void; reject(error: Error): void }[] = [];

	constructor() {
		this.#process = forkEntry("worker", [], {
			// Pages are short-lived: with more room for the young fewer of them are taken for old (MiB).
			execArgv: ["--max-semi-space-size=64"],
			serialization: "advanced",
		});
		this.#process.on("message", (reply: TaskReply) => {
			const first = this.#waiting.shift();
			if ("failure" in reply) first?.reject(errorOf(reply));
			else first?.resolve(reply.result);
		});
		this.#process.on("exit", (code) => {
			for (const { reject } of this.#waiting.splice(0))
				reject(new WorkerError(`A worker ended with code ${code}`));
		});
	}

	perform(task: Task): Promise<Result> {
		return new Promise((resolve, reject) => {
			this.#waiting.push({ resolve, reject });
			this.#process.send(task);
		});
	}

	close(): void {
		this.#process.disconnect();
	}
}

/** Starts a process only when there is a task for it, or on `warmUp`. @param count most processes; @default the number of cores */
export function createWorkers(count: number = availableParallelism()): Workers {
	const workers: Worker[] = [];
	return {
		async run<Kind extends Task["kind"]>(
			tasks: readonly (() => Extract<Task, { readonly kind: Kind }>)[],
			onResult: (result: TaskResults[Kind], task: number) => void,
			ahead: 0 | 1 = 0,
		) {
			const queue = tasks.entries();
			const failures: unknown[] = [];
			const work = async (slot: number) => {
				for (const [number, task] of queue) {
					if (failures.length > 0) return;
					workers[slot] ??= new Worker();
					// A worker answers a task with what its kind results in.
					onResult((await workers[slot].perform(task())) as TaskResults[Kind], number);
				}
			};
			const lines = Array.from({ length: count * (ahead + 1) }, (_, line) => work(line % count));
			await Promise.all(lines.map((line) => line.catch((failure) => failures.push(failure))));
			if (failures.length > 0) throw failures[0];
		},
		warmUp() {
			workers[0] ??= new Worker();
			// A process that cannot do this fails at its first task, and is heard then.
			workers[0].perform({ kind: "load" }).catch(() => {});
		},
		close() {
			for (const worker of workers) worker?.close();
		},
	};
}
