/** A process that renders pages and makes search bundles for a build, one task at a time. */
import { closeSearch } from "../search/bundle.ts";
import { renderBatch } from "./render-batch.ts";
import { makeSearchBundle } from "./search-bundle.ts";
import type { Task, TaskReply } from "./tasks.ts";

let earlier: Promise<unknown> = Promise.resolve();

process.on("message", (task: Task) => {
	earlier = earlier.then(async () => process.send?.(await answer(task)));
});
process.on("disconnect", async () => {
	await closeSearch();
	process.exit();
});

async function answer(task: Task): Promise<TaskReply> {
	try {
		if (task.kind === "render") return { result: await renderBatch(task.batch) };
		await makeSearchBundle(task.bundle);
		return { result: undefined };
	} catch (error) {
		return {
			failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
			...refusal(error),
		};
	}
}

function refusal(error: unknown): Pick<Extract<TaskReply, { failure: string }>, "refusal"> {
	if (!(error instanceof Error && "code" in error)) return {};
	const path = "path" in error ? { path: String(error.path) } : {};
	return { refusal: { code: String(error.code), ...path } };
}
