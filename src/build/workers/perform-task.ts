import { readDocuments } from "../../content/index.ts";
import type { Task, TaskResults } from "./tasks.ts";

let end = async (): Promise<void> => {};

/** Ends what tasks have started in this process. Waits for nobody: tasks of others may go on. */
export function endTasks(): Promise<void> {
	return end();
}

/** Does a task in this process. */
export async function performTask(task: Task): Promise<TaskResults[Task["kind"]]> {
	// Each kind loads only its own code.
	switch (task.kind) {
		case "load":
			await Promise.all([import("../indexing/finder-part.ts"), import("../indexing/pagefind-bundle.ts")]);
			return undefined;
		case "read":
			return readDocuments(task.directory, task.files);
		case "render": {
			const [{ renderBatch }, { loadTemplates }] = await Promise.all([
				import("../writing/render-batch.ts"),
				import("../../site/pages/load-templates.ts"),
			]);
			return await renderBatch(task.batch, loadTemplates);
		}
		case "pagefind": {
			const { makePagefindBundle } = await import("../indexing/pagefind-bundle.ts");
			const { closePagefind } = await import("../../search/pagefind/write-bundle.ts");
			end = closePagefind;
			await makePagefindBundle(task.bundle);
			return undefined;
		}
		case "finder": {
			const { makeFinderSegment } = await import("../indexing/finder-part.ts");
			await makeFinderSegment(task.segment);
			return undefined;
		}
		case "link": {
			const { linkFiles } = await import("../writing/file-tree.ts");
			linkFiles(task.links);
			return undefined;
		}
	}
}
