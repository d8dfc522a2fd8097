import { existsSync } from "node:fs";
import { cp, readdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ContentProblem } from "../content/index.ts";
import { makeFolderAtomically } from "../disk/atomic-write.ts";
import {
	type OwnComponent,
	OwnComponentError,
	type OwnComponents,
	type ReplaceableName,
	replaceComponents,
} from "../site/components/replaceable.ts";
import type { ThemeComponents } from "../theme/index.ts";
import { strings } from "./strings.ts";

/** A portal's components, copied to where a process can load them. Plain data, so that it can be sent to a worker. */
export interface OwnComponentFiles {
	readonly directory: string;
	readonly names: readonly ReplaceableName[];
}

/**
 * Copies a portal's components to a folder named by their digest, because a running process loads a module of a path
 * only once. Their packages are found from the cache, which is in the portal's folder.
 */
export async function copyOwnComponents(
	components: ThemeComponents | undefined,
	cacheDirectory: string,
): Promise<OwnComponentFiles | undefined> {
	if (!components) return undefined;
	const all = resolve(cacheDirectory, "components");
	const directory = join(all, components.digest);
	if (existsSync(directory)) return { directory, names: components.names };
	await makeFolderAtomically(directory, async (unfinished) => {
		await cp(components.directory, unfinished, { recursive: true });
	});
	for (const name of await readdir(all)) {
		if (name !== components.digest) await rm(join(all, name), { recursive: true, force: true });
	}
	return { directory, names: components.names };
}

/**
 * Makes this process render pages with these components, and with the product's for all others.
 *
 * @throws OwnComponentError if a file cannot be loaded or exports no component
 */
export async function loadOwnComponents(files: OwnComponentFiles | undefined): Promise<void> {
	const components = new Map<ReplaceableName, OwnComponent<never>>();
	for (const name of files?.names ?? []) {
		const { href } = pathToFileURL(join(files?.directory ?? "", `${name}.js`));
		const { default: component } = await import(href).catch((error: unknown) => {
			throw new OwnComponentError(name, error instanceof Error ? error.message : String(error));
		});
		if (typeof component !== "function") throw new OwnComponentError(name, undefined);
		components.set(name, component);
	}
	replaceComponents(components satisfies OwnComponents);
}

/** The problem that is reported for a failing component. */
export function problemOfComponent({ component, reason }: OwnComponentError): ContentProblem {
	return { file: `../theme/components/${component}.js`, ...strings.componentFailed(reason) };
}
