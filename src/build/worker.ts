/** A process that reads documents, renders pages and makes search indexes for a build, one task at a time. */
import { readDocuments } from "../content/index.ts";
import { closeSearch } from "../search/bundle.ts";
import { makeFinderSegment } from "./finder-part.ts";
import { renderBatch } from "./render-batch.ts";
import { makeSearchBundle } from "./search-bundle.ts";
import type { Task, TaskReply, TaskResults } from "./tasks.ts";

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
		return { result: await perform(task) };
	} catch (error) {
		return {
			failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
			...refusal(error),
		};
	}
}

async function perform(task: Task): Promise<TaskResults[Task["kind"]]> {
	switch (task.kind) {
		case "read":
			return readDocuments(task.directory, task.files);
		case "render":
			return await renderBatch(task.batch);
		case "search":
			await makeSearchBundle(task.bundle);
			return undefined;
		case "finder":
			await makeFinderSegment(task.segment);
			return undefined;
	}
}

function refusal(error: unknown): Pick<Extract<TaskReply, { failure: string }>, "refusal"> {
	if (!(error instanceof Error && "code" in error)) return {};
	const path = "path" in error ? { path: String(error.path) } : {};
	return { refusal: { code: String(error.code), ...path } };
}
