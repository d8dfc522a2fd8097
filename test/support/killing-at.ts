type Operation = "copyFile" | "link" | "linkSync" | "open" | "rename" | "rm" | "symlink" | "writeFileSync";

/** An operation of `node:fs` or `node:fs/promises`, and the file that it reads, makes or removes: the end of its path. */
export type Moment = readonly [Operation, string];

/** The environment of a Node process that kills itself at a moment, before the operation. */
export function killingAt([operation, file]: Moment): { readonly NODE_OPTIONS: string } {
	const code = `
		import fs from "node:fs";
		import { syncBuiltinESMExports } from "node:module";
		const isFile = (word) => String(word).endsWith(${JSON.stringify(file)});
		const module = "${operation}".endsWith("Sync") ? fs : fs.promises;
		const real = module.${operation};
		module.${operation} = (...words) => {
			if (words.some(isFile)) process.kill(process.pid, "SIGKILL");
			return real(...words);
		};
		syncBuiltinESMExports();`;
	return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}
