import { close, createIndex } from "pagefind";
import { language } from "../record.ts";

/** What every bundle has, whatever its pages are. */
export interface PagefindFiles {
	readonly version: string;
	/** The script that speaks to the engine, and the engine. */
	readonly files: readonly { readonly path: string; readonly content: Uint8Array }[];
	/** `pagefind-entry.json` without its languages. */
	readonly entry: Readonly<Record<string, unknown>>;
}

/** Files of an index, and Pagefind's own interfaces, which the portal does not use. */
const others = /\.pf_|^pagefind-(?:ui|modular-ui|component-ui|highlight)\.|^pagefind-entry\.json$/;

let known: Promise<PagefindFiles> | undefined;

/** Has Pagefind make a bundle of one page, and takes from it what does not depend on pages. */
export function pagefindFiles(): Promise<PagefindFiles> {
	known ??= readFiles();
	return known;
}

async function readFiles(): Promise<PagefindFiles> {
	const { index, errors } = await createIndex({ forceLanguage: language });
	if (!index) throw new Error(`Pagefind could not start: ${errors.join("; ")}`);
	try {
		const added = await index.addCustomRecord({ url: "/", content: "a", language });
		const { files, errors: failures } = await index.getFiles();
		const problems = [...added.errors, ...failures];
		const entryFile = files.find(({ path }) => path === "pagefind-entry.json");
		if (problems.length > 0 || !entryFile)
			throw new Error(`Pagefind could not write: ${problems.join("; ")}`);
		const entry = JSON.parse(Buffer.from(entryFile.content).toString());
		return { version: entry.version, files: files.filter(({ path }) => !others.test(path)), entry };
	} finally {
		// Its process would keep this one from ending.
		await close();
	}
}
