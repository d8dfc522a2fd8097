import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

const prefix = "work-";

/** What a killed build left is cleared away once no build can still be at it, in milliseconds. */
const staleAfter = 24 * 60 * 60 * 1000;

/** Lends a build a folder of its own within the cache, so that builds at the same time do not meet. */
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
