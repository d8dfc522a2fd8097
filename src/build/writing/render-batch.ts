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

/** The files that one run of Eleventy writes. It is plain data, so that it can be sent to another process. */
export interface RenderBatch {
	readonly outputs: readonly {
		readonly template: TemplateName;
		readonly address: UrlPath;
		readonly view: unknown;
	}[];
	readonly site: SiteView;
	readonly contentDirectory: string;
	/** The portal's own components; undefined if it has none. */
	readonly components: OwnComponentFiles | undefined;
	/** The tree that the files are written into. None of them exists there yet. */
	readonly directory: string;
}

/** A file that was written. */
export interface WrittenFile {
	readonly address: UrlPath;
	readonly sha256: string;
	/** In bytes. */
	readonly size: number;
	/** The newest time in the file's view. */
	readonly changed?: IsoDateTime;
}

/**
 * Renders a batch with Eleventy. Rethrows a template's error.
 *
 * @param loadTemplates passed in, so that the digest of this module does not include the templates: each page depends
 * on its own template
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
	// Eleventy looks for a folder only once, and would create a missing one again for each of its files.
	const folders = new Set(outputs.map(({ address }) => dirname(fileOf(address))));
	for (const folder of folders) mkdirSync(join(directory, folder), { recursive: true });
	// All templates are virtual, but Eleventy needs an existing input folder.
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

/** The newest time in a view. It tells mirrors which files are news, independently of the time of the build. */
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

/** The original error: Eleventy wraps it in messages that list every page of the template. */
function originalOf(error: unknown): unknown {
	return error instanceof Error && "originalError" in error ? originalOf(error.originalError) : error;
}
