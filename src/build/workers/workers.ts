import type { ChildProcess } from "node:child_process";
import { availableParallelism } from "node:os";
import { forkEntry } from "../../program/running-program.ts";
import { OwnComponentError } from "../../site/components/replaceable.ts";
import { endTasks, performTask } from "./perform-task.ts";
import type { Task, TaskReply, TaskResults } from "./tasks.ts";

type Result = TaskResults[Task["kind"]];

/** Worker processes. Each has its own memory, so the largest task bounds it. */
export interface Workers {
	/**
	 * Gives every task to the first free worker. A task is created only when its turn comes. If one fails, running tasks
	 * are awaited and no more are started.
	 */
	run<Kind extends Task["kind"]>(
		tasks: readonly (() => Extract<Task, { readonly kind: Kind }>)[],
		onResult: (result: TaskResults[Kind], task: number) => void,
		options?: RunOptions,
	): Promise<void>;
	/** Starts the first process now, so that it has loaded the code for indexing when the first task comes. */
	warmUp(): void;
	/** Waits for tasks that this process is doing itself. */
	close(): Promise<void>;
}

export interface RunOptions {
	/**
	 * How many tasks are queued at each worker: 0 if tasks are long and differ in length, 1 if creating the next task
	 * would keep a worker waiting.
	 *
	 * @default 0
	 */
	readonly ahead?: 0 | 1;
	/** How many articles are to be indexed. This process indexes a few itself: a worker would take longer to start. */
	readonly articles?: number;
}

/** The number of articles from which a worker is worth its start. */
const worthWorker = 50;

/** A worker ended or failed at its task. */
class WorkerError extends Error {}

function errorOf({ failure, component, refusal }: Extract<TaskReply, { failure: string }>): Error {
	if (component) return new OwnComponentError(component.name, component.reason);
	return Object.assign(new WorkerError(failure), refusal);
}

/** A process that does tasks one after the other, in order. */
class Worker {
	readonly #process: ChildProcess;
	readonly #waiting: { resolve(result: Result): void; reject(error: Error): void }[] = [];

	constructor() {
		this.#process = forkEntry("worker", [], {
			// In MiB. Pages are short-lived objects: with a larger young generation, fewer of them are promoted.
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

/**
 * Starts a process only when there is a task for it, or on `warmUp`.
 * @param count the most processes; @default the number of cores
 */
export function createWorkers(count: number = availableParallelism()): Workers {
	const workers: Worker[] = [];
	/** What this process does itself. */
	const own: Promise<void>[] = [];
	return {
		async run<Kind extends Task["kind"]>(
			tasks: readonly (() => Extract<Task, { readonly kind: Kind }>)[],
			onResult: (result: TaskResults[Kind], task: number) => void,
			{ ahead = 0, articles = Number.POSITIVE_INFINITY }: RunOptions = {},
		) {
			if (articles < worthWorker && workers.length === 0) {
				const doing = (async () => {
					for (const [number, task] of tasks.entries()) {
						onResult((await performTask(task())) as TaskResults[Kind], number);
					}
				})();
				own.push(doing);
				return doing;
			}
			const queue = tasks.entries();
			const failures: unknown[] = [];
			const work = async (slot: number) => {
				for (const [number, task] of queue) {
					if (failures.length > 0) return;
					workers[slot] ??= new Worker();
					// A worker replies to a task with the result of its kind.
					onResult((await workers[slot].perform(task())) as TaskResults[Kind], number);
				}
			};
			const lines = Array.from({ length: count * (ahead + 1) }, (_, line) => work(line % count));
			await Promise.all(lines.map((line) => line.catch((failure) => failures.push(failure))));
			if (failures.length > 0) throw failures[0];
		},
		warmUp() {
			workers[0] ??= new Worker();
			// If this fails, the first task fails too, and its error is reported.
			workers[0].perform({ kind: "load" }).catch(() => {});
		},
		async close() {
			for (const worker of workers) worker?.close();
			await Promise.allSettled(own);
			if (own.length > 0) await endTasks();
		},
	};
}
