import { appendFile, readFile, rename, stat } from "node:fs/promises";

/** One try to sign in. */
export interface SignInEntry {
	/** ISO 8601, UTC. */
	readonly at: string;
	readonly email: string;
	readonly ip: string;
	readonly outcome: "in" | "refused" | "limited" | "code-wanted";
	readonly agent: string;
}

/** Bytes after which a new log begins; the former one is kept as `<file>.1`. */
const largest = 5 * 1024 * 1024;

/** Appends lines of JSON. */
export interface SignInLog {
	add(entry: SignInEntry): Promise<void>;
	/** Newest first. */
	latest(count: number): Promise<readonly SignInEntry[]>;
}

export function openSignInLog(file: string): SignInLog {
	return {
		async add(entry) {
			const size = await stat(file).then(
				(found) => found.size,
				() => 0,
			);
			if (size > largest) await rename(file, `${file}.1`);
			await appendFile(file, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
		},
		async latest(count) {
			const text = await readFile(file, "utf8").catch(() => "");
			const lines = text.split("\n").filter(Boolean).slice(-count).reverse();
			// A line that a crash cut short is skipped.
			return lines.flatMap((line) => {
				try {
					return [JSON.parse(line) as SignInEntry];
				} catch {
					return [];
				}
			});
		},
	};
}
