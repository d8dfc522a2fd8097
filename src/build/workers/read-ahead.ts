import type { FileDocument } from "../../content/index.ts";
import { partsOf } from "./parts-of.ts";
import type { Workers } from "./workers.ts";

/** The number of files that a worker reads per task. */
const filesPerTask = 1000;

/** Has workers read documents of a content folder. Those with problems are left out. */
export async function readAhead(
	files: readonly string[],
	directory: string,
	workers: Workers,
	onRead: (count: number) => void,
): Promise<FileDocument[]> {
	const documents: FileDocument[] = [];
	await workers.run(
		partsOf(files, filesPerTask).map((part) => () => ({ kind: "read" as const, directory, files: part })),
		(read) => {
			documents.push(...read);
			onRead(read.length);
		},
		{ ahead: 1 },
	);
	return documents;
}
