import { open } from "node:fs/promises";
import { join } from "node:path";
import {
	attachmentBeginning,
	type FileFault,
	type FileList,
	faultOfAttachment,
} from "../../content/index.ts";
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
		const fault = faultOfAttachment(path, await beginningOf(join(contentDirectory, path)));
		if (fault) faults.set(path, fault);
		onProgress();
	}
	progress.done();
	return faults;
}

async function beginningOf(path: string): Promise<Uint8Array> {
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(
			Buffer.alloc(attachmentBeginning),
			0,
			attachmentBeginning,
			0,
		);
		return buffer.subarray(0, bytesRead);
	} finally {
		await file.close();
	}
}
