import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

const prefix = "work-";

/** Age in milliseconds from which the folder of a killed build is removed. */
const staleAfter = 24 * 60 * 60 * 1000;

/** Gives a build its own folder in the cache, so that builds at the same time do not interfere. */
export async function withWorkDirectory<Result>(
	cacheDirectory: string,
	action: (directory: string) => Promise<Result>,
): Promise<Result> {
	await mkdir(cacheDirectory, { recursive: true });
	const directory = await mkdtemp(join(cacheDirectory, prefix));
	try {
		const { mtimeMs: now } = await stat(directory);
		await forgetOlder(cacheDirectory, now - staleAfter);
		return await action(directory);
	} finally {
		await rm(directory, { recursive: true, force: true });
	}
}

async function forgetOlder(cacheDirectory: string, moment: number): Promise<void> {
	for (const name of await readdir(cacheDirectory)) {
		if (!name.startsWith(prefix)) continue;
		const folder = join(cacheDirectory, name);
		const status = await stat(folder).catch(() => undefined);
		if (status && status.mtimeMs < moment) await rm(folder, { recursive: true, force: true });
	}
}
