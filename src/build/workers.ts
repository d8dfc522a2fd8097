import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Task, TaskReply } from "./tasks.ts";

type Result = Extract<TaskReply, { result: unknown }>["result"];

/** Processes that work side by side. Each keeps its own memory, so the largest task bounds it. */
export interface Workers {
	/** Gives every task to the first worker that is free. A task is made only when its turn has come. */
	run(tasks: readonly (() => Task)[], onResult: (result: Result, task: number) => void): Promise<void>;
	close(): void;
}

/** A worker ended, or failed at its task. */
class WorkerError extends Error {}

/** Starts no process before it has a task for it. @param count at most so many; as many as there are cores unless said */
export function createWorkers(count: number = availableParallelism()): Workers {
	const processes: ChildProcess[] = [];

	function start(): ChildProcess {
		const worker = fork(fileURLToPath(new URL("./worker.ts", import.meta.url)), {
			execArgv: ["--import", "tsx"],
			serialization: "advanced",
		});
		processes.push(worker);
		return worker;
	}

	function perform(worker: ChildProcess, task: Task): Promise<Result> {
		return new Promise((resolve, reject) => {
			const onExit = (code: number | null) => reject(new WorkerError(`A worker ended with code ${code}`));
			worker.once("exit", onExit);
			worker.once("message", (reply: TaskReply) => {
				worker.off("exit", onExit);
				if ("failure" in reply) reject(Object.assign(new WorkerError(reply.failure), reply.refusal));
				else resolve(reply.result);
			});
			worker.send(task);
		});
	}

	return {
		async run(tasks, onResult) {
			const queue = tasks.entries();
			const work = async (slot: number) => {
				for (const [number, task] of queue)
					onResult(await perform(processes[slot] ?? start(), task()), number);
			};
			await Promise.all(Array.from({ length: count }, (_, slot) => work(slot)));
		},
		close() {
			for (const worker of processes) worker.disconnect();
		},
	};
}
