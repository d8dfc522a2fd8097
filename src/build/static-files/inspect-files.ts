import { open } from "node:fs/promises";
import { join } from "node:path";
import { beginningLength, type FileFault, type FileList, faultOfAttachment } from "../../content/index.ts";
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
	for (const name of attachments) {
		const path = join(contentDirectory, name);
		const fault = await faultOfAttachment(name, { path, bytes: await beginningOf(path) });
		if (fault) faults.set(name, fault);
		onProgress();
	}
	progress.done();
	return faults;
}

async function beginningOf(path: string): Promise<Buffer> {
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(beginningLength), 0, beginningLength, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await file.close();
	}
}
