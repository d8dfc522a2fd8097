import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { readData } from "../content/index.ts";
import { undefinedIfMissing } from "../disk/undefined-if-missing.ts";
import { type Committee, committeeSchema } from "../model/committee.ts";
import { isSlug } from "../model/ids.ts";
import { provinceChangesSchema } from "../model/province-changes.ts";
import { ProvinceChangeError } from "../model/province-history.ts";
import { createProvinces, type Provinces, provinces } from "../model/provinces.ts";
import { tagSchema } from "../model/tag.ts";

/** Names that the content folder already has. */
export interface PortalNames {
	readonly committees: readonly Committee[];
	/** Names of the tags that have a file. */
	readonly tags: readonly string[];
	/** Including the reorganisations in `provinces.yml`. */
	readonly provinces: Provinces;
}

/** Reads committees, tags and provinces of a content folder. `npm run check` reports invalid files. */
export async function readPortalNames(directory: string): Promise<PortalNames> {
	const committees: Committee[] = [];
	const tags: string[] = [];
	for (const { id, file, fields } of await readFolder(directory, "committees")) {
		const committee = committeeSchema.safeParse(fields);
		if (committee.success && isSlug(id)) committees.push({ ...committee.data, id, file });
	}
	for (const { fields } of await readFolder(directory, "tags")) {
		const tag = tagSchema.safeParse(fields);
		if (tag.success) tags.push(tag.data.name);
	}
	return { committees, tags, provinces: await readProvinces(directory) };
}

/** The provinces of a content folder; only the built-in ones if its file is absent or invalid. */
export async function readProvinces(directory: string): Promise<Provinces> {
	const file = "provinces.yml";
	const bytes = await readFile(join(directory, file)).catch(undefinedIfMissing);
	const { document } = bytes === undefined ? {} : readData(file, bytes);
	const read = provinceChangesSchema.safeParse(document?.fields);
	try {
		return read.success ? createProvinces(read.data.changes) : provinces;
	} catch (error) {
		if (error instanceof ProvinceChangeError) return provinces;
		throw error;
	}
}

async function readFolder(directory: string, folder: string) {
	const names = (await readdir(join(directory, folder)).catch(undefinedIfMissing)) ?? [];
	const files = names.filter((name) => name.endsWith(".yml")).sort();
	return Promise.all(
		files.map(async (name) => {
			const file = `${folder}/${name}`;
			const { document } = readData(file, await readFile(join(directory, file)));
			return { id: basename(name, ".yml"), file, fields: document?.fields };
		}),
	);
}
