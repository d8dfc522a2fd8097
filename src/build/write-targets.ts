import { constants, copyFile, readFile } from "node:fs/promises";
import type { IsoDateTime } from "../model/ids.ts";
import type { Progress } from "../model/progress.ts";
import type { Output } from "../site/plan/output.ts";
import { fileOf } from "../site/plan/output.ts";
import type { SiteView } from "../site/views.ts";
import { sha256 } from "./digest.ts";
import type { ManifestEntry } from "./manifest.ts";
import { render } from "./render.ts";
import type { TreeWriter } from "./site-tree.ts";
import type { StaticFile } from "./static-file.ts";
import { strings } from "./strings.ts";
import type { Target } from "./target.ts";

/** Files that Eleventy renders in one run. Each run costs a tenth of a second, each file a little memory. */
const batchSize = 5000;

/** Writes the files into a tree where none of them stands yet, and tells what was written. */
export async function writeTargets(
	targets: readonly Target[],
	plan: { readonly site: SiteView },
	tree: TreeWriter,
	{ contentDirectory, progress }: { readonly contentDirectory: string; readonly progress: Progress },
): Promise<ManifestEntry[]> {
	progress.start(strings.rendering, targets.length);
	const entries: ManifestEntry[] = [];
	const made = new Map(targets.map(({ address, made }) => [address, made]));
	const outputs: Output[] = [];
	for (const { made, from } of targets) {
		if ("template" in from) {
			outputs.push(from);
		} else {
			entries.push(await writeStaticFile(from, made, tree));
			progress.advance();
		}
	}
	for (let start = 0; start < outputs.length; start += batchSize) {
		await render(
			{
				outputs: outputs.slice(start, start + batchSize),
				site: plan.site,
				contentDirectory,
				onRendered(address, text, view) {
					const bytes = Buffer.from(text);
					const changed = newestMoment(view);
					entries.push({
						address,
						sha256: sha256(bytes),
						size: bytes.length,
						...(changed === undefined ? {} : { changed }),
						made: made.get(address) ?? "",
					});
					progress.advance();
				},
			},
			tree.path(""),
		);
	}
	progress.done();
	return entries;
}

async function writeStaticFile(file: StaticFile, made: string, tree: TreeWriter): Promise<ManifestEntry> {
	const name = fileOf(file.address);
	await tree.makeFolder(name);
	const bytes = await readFile(file.source);
	// Not a link: an editor's program may write over its file in place.
	await copyFile(file.source, tree.path(name), constants.COPYFILE_FICLONE);
	return { address: file.address, sha256: sha256(bytes), size: bytes.length, made };
}

const momentPattern = /"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00)"/g;

/** The newest moment in a view. Said of the page, it tells a mirror what is news, whenever the build ran. */
function newestMoment(view: unknown): IsoDateTime | undefined {
	let newest: string | undefined;
	for (const [, moment] of JSON.stringify(view).matchAll(momentPattern)) {
		if (newest === undefined || (moment ?? "") > newest) newest = moment;
	}
	return newest as IsoDateTime | undefined;
}
