import type { FileDocument } from "../content/index.ts";
import type { Workers } from "./workers.ts";

/** Files that a worker reads at a time. */
const filesPerTask = 1000;

/** Has workers read documents of a content folder. Those with problems are left out. */
export async function readAhead(
	files: readonly string[],
	directory: string,
	workers: Workers,
	onRead: (count: number) => void,
): Promise<FileDocument[]> {
	const documents: FileDocument[] = [];
	const tasks = Array.from({ length: Math.ceil(files.length / filesPerTask) }, (_, task) => () => ({
		kind: "read" as const,
		directory,
		files: files.slice(task * filesPerTask, (task + 1) * filesPerTask),
	}));
	await workers.run(
		tasks,
		(read) => {
			documents.push(...read);
			onRead(read.length);
		},
		1,
	);
	return documents;
}
