import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { openPromise } from "yauzl";

/** The files of a zip, in its order. */
export async function filesInZip(file: string): Promise<Map<string, Buffer>> {
	const files = new Map<string, Buffer>();
	const zip = await openPromise(file, { autoClose: false });
	try {
		for await (const entry of zip.eachEntry())
			files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
	} finally {
		zip.close();
	}
	return files;
}

/** Unpacks a zip into a folder and overwrites existing files. */
export async function unzip(file: string, folder: string): Promise<void> {
	for (const [name, bytes] of await filesInZip(file)) {
		const path = join(folder, name);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, bytes);
	}
}
