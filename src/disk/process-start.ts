import { lstat, readFile } from "node:fs/promises";

/** The process is running, but the system does not say since when. */
export const unknown = "unknown";

/** When a process started, in a unit of its system; undefined if it has ended. */
export async function startOf(id: number): Promise<string | undefined> {
	try {
		process.kill(id, 0);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EPERM") return undefined;
	}
	if (process.platform !== "linux") return unknown;
	// proc(5): after the name in parentheses come the state and, 19 fields later, the start time.
	const line = await readFile(`/proc/${id}/stat`, "utf8").catch(() => undefined);
	const fields = line?.slice(line.lastIndexOf(")") + 2).split(" ");
	return fields === undefined || fields[0] === "Z" ? undefined : fields[19];
}

/**
 * Whether the process that wrote a file has ended. In a container, a process often has the id of the one that it
 * replaces.
 */
export async function isLeftBy(writer: number, file: string): Promise<boolean> {
	if (writer !== process.pid) return (await startOf(writer)) === undefined;
	const began = Date.now() - process.uptime() * 1000;
	const found = await lstat(file).catch(() => undefined);
	return found !== undefined && found.mtimeMs < began;
}
