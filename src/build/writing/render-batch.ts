import { mkdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import Eleventy from "@11ty/eleventy";
import { sha256 } from "../../disk/digest.ts";
import type { IsoDateTime, UrlPath } from "../../model/ids.ts";
import type { TemplateName } from "../../site/plan/output.ts";
import { fileOf } from "../../site/plan/output.ts";
import type { LoadTemplates } from "../../site/plugin.ts";
import { site as sitePlugin } from "../../site/plugin.ts";
import type { SiteView } from "../../site/views.ts";
import { loadOwnComponents, type OwnComponentFiles } from "../own-components.ts";

/** Files that one run of Eleventy writes. Plain data, so that a process of its own can take it. */
export interface RenderBatch {
	readonly outputs: readonly {
		readonly template: TemplateName;
		readonly address: UrlPath;
		readonly view: unknown;
	}[];
	readonly site: SiteView;
	readonly contentDirectory: string;
	/** The portal's own components; undefined where it has none. */
	readonly components: OwnComponentFiles | undefined;
	/** The tree that the files are written into. None of them stands there yet. */
	readonly directory: string;
}

/** A file as it was written. */
export interface WrittenFile {
	readonly address: UrlPath;
	readonly sha256: string;
	/** In bytes. */
	readonly size: number;
	/** The newest moment that the file's view tells of. */
	readonly changed?: IsoDateTime;
}

/**
 * Has Eleventy write a batch. Throws what a template throws.
 *
 * @param loadTemplates handed in, so that the digest of this module's code leaves the templates out: each page goes by
 *   its own
 */
export async function renderBatch(
	{ outputs, site, contentDirectory, components, directory }: RenderBatch,
	loadTemplates: LoadTemplates,
): Promise<WrittenFile[]> {
	await loadOwnComponents(components);
	const written: WrittenFile[] = [];
	const job = {
		outputs: outputs.map(({ template, address, view }) => ({ template, address, view: () => view as never })),
		site,
		contentDirectory,
		templates: await loadTemplates(new Set(outputs.map(({ template }) => template))),
		onRendered(address: UrlPath, bytes: Uint8Array, view: unknown) {
			const changed = newestMoment(view);
			written.push({
				address,
				sha256: sha256(bytes),
				size: bytes.length,
				...(changed === undefined ? {} : { changed }),
			});
		},
	};
	// Eleventy looks for a folder once; one that was not there it makes again for each of its files.
	const folders = new Set(outputs.map(({ address }) => dirname(fileOf(address))));
	for (const folder of folders) mkdirSync(join(directory, folder), { recursive: true });
	// Every template is the plugin's own; Eleventy wants an input folder that exists.
	const eleventy = new Eleventy(relative("", import.meta.dirname), relative("", directory), {
		configPath: "",
		source: "cli",
		quietMode: true,
		config(eleventyConfig) {
			eleventyConfig.setTemplateFormats(["11ty.js"]);
			sitePlugin(eleventyConfig, job);
		},
	});
	eleventy.disableLogger();
	await eleventy.write().catch((error: unknown) => {
		throw originalOf(error);
	});
	return written;
}

const momentPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/;

/** The newest moment in a view. Said of the file, it tells a mirror what is news, whenever the build ran. */
function newestMoment(view: unknown): IsoDateTime | undefined {
	let newest = "";
	const visit = (value: unknown): void => {
		if (typeof value === "string") {
			if (value.length === 25 && value > newest && momentPattern.test(value)) newest = value;
		} else if (typeof value === "object" && value !== null) {
			for (const name in value) visit((value as Readonly<Record<string, unknown>>)[name]);
		}
	};
	visit(view);
	return newest === "" ? undefined : (newest as IsoDateTime);
}

/** Eleventy wraps what went wrong, and names every page of the template in its message. */
function originalOf(error: unknown): unknown {
	return error instanceof Error && "originalError" in error ? originalOf(error.originalError) : error;
}
