/** A process that reads documents, renders pages and makes search indexes for a build, one task at a time. */
import { OwnComponentError } from "../../site/components/replaceable.ts";
import { endTasks, performTask } from "./perform-task.ts";
import type { Task, TaskReply } from "./tasks.ts";

let earlier: Promise<unknown> = Promise.resolve();

process.on("message", (task: Task) => {
	earlier = earlier.then(async () => process.send?.(await answer(task)));
});
process.on("disconnect", async () => {
	await endTasks();
	process.exit();
});

async function answer(task: Task): Promise<TaskReply> {
	try {
		return { result: await performTask(task) };
	} catch (error) {
		return {
			failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
			...refusal(error),
			...(error instanceof OwnComponentError && {
				component: { name: error.component, reason: error.reason },
			}),
		};
	}
}

function refusal(error: unknown): Pick<Extract<TaskReply, { failure: string }>, "refusal"> {
	if (!(error instanceof Error && "code" in error)) return {};
	const path = "path" in error ? { path: String(error.path) } : {};
	return { refusal: { code: String(error.code), ...path } };
}
