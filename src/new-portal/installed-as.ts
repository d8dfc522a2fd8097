import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** How a package was installed. */
export interface Installation {
	/** What npm was told: a range, a Git address, `file:…`. */
	readonly spec: string;
	/** The folder of the `package.json` that says so, from which paths count. */
	readonly directory: string;
}

/**
 * How a package was installed; undefined if no `package.json` says so, as for one that is installed globally.
 *
 * @param folder the package's own, absolute: `/srv/tin/node_modules/tintinh`
 */
export function installedAs(folder: string): Installation | undefined {
	const modules = dirname(folder);
	if (basename(modules) !== "node_modules") return undefined;
	const directory = dirname(modules);
	const spec = dependenciesIn(directory)[basename(folder)];
	return spec === undefined ? undefined : { spec, directory };
}

function dependenciesIn(directory: string): Readonly<Record<string, string>> {
	try {
		const facts = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
		return { ...facts.devDependencies, ...facts.dependencies };
	} catch {
		return {};
	}
}
