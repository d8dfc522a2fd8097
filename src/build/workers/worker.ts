/** A process that reads documents, renders pages and makes search indexes for a build, one task at a time. */
import { readDocuments } from "../../content/index.ts";
import { OwnComponentError } from "../../site/components/replaceable.ts";
import type { Task, TaskReply, TaskResults } from "./tasks.ts";

let earlier: Promise<unknown> = Promise.resolve();
/** Must be called before the process ends. */
let end = async (): Promise<void> => {};

process.on("message", (task: Task) => {
	earlier = earlier.then(async () => process.send?.(await answer(task)));
});
process.on("disconnect", async () => {
	await end();
	process.exit();
});

async function answer(task: Task): Promise<TaskReply> {
	try {
		return { result: await perform(task) };
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

async function perform(task: Task): Promise<TaskResults[Task["kind"]]> {
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

function refusal(error: unknown): Pick<Extract<TaskReply, { failure: string }>, "refusal"> {
	if (!(error instanceof Error && "code" in error)) return {};
	const path = "path" in error ? { path: String(error.path) } : {};
	return { refusal: { code: String(error.code), ...path } };
}
