import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type FileFault, type FileList, faultOfAttachment, inspectedLength } from "../../content/index.ts";
import { inspectPictures } from "../../images/index.ts";
import type { Progress } from "../../model/progress.ts";
import { strings } from "../strings.ts";

/** Finds faults in the bytes of pictures and attachments without preparing them. All other files can be prepared. */
export async function inspectFiles(
	{ pictures, attachments }: FileList,
	{
		contentDirectory,
		cacheDirectory,
	}: { readonly contentDirectory: string; readonly cacheDirectory: string },
	progress: Progress,
): Promise<ReadonlyMap<string, FileFault>> {
	progress.start(strings.inspecting, pictures.length + attachments.length);
	const onProgress = () => progress.advance();
	const faults = new Map<string, FileFault>(
		await inspectPictures(pictures, { contentDirectory, cacheDirectory, onProgress }),
	);
	for (const path of attachments) {
		const fault = await faultOfAttachment(
			path,
			await beginningOf(join(contentDirectory, path), inspectedLength(path)),
		);
		if (fault) faults.set(path, fault);
		onProgress();
	}
	progress.done();
	return faults;
}

async function beginningOf(path: string, length: number): Promise<Buffer> {
	if (!Number.isFinite(length)) return await readFile(path);
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await file.close();
	}
}
