import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { readData } from "../content/index.ts";
import { isSlug, type Slug } from "../model/ids.ts";
import type { Provinces } from "../model/provinces.ts";
import { slugify } from "../text/index.ts";
import { readProvinces } from "./portal-names.ts";
import { SourceError } from "./source.ts";
import { strings } from "./strings.ts";

/** What an old section becomes. */
export interface CategoryMeaning {
	readonly tags: readonly string[];
	readonly committee?: Slug;
	readonly province?: Slug;
	/** Articles of the section are not imported. */
	readonly isLeftOut: boolean;
}

/** Old sections by their names or codes, spelt in any case. */
export interface CategoryTable {
	meaningOf(category: string): CategoryMeaning | undefined;
}

/** Without a table, every section becomes a tag of the same name. */
export const noCategories: CategoryTable = { meaningOf: () => undefined };

/**
 * Reads the table of `--categories`: for each old section a tag (`Tin xã: Cơ sở`), or `{tags: […], committee: …,
 * province: …}`, or `bỏ` to leave its articles out.
 *
 * @param content the content folder, whose provinces the table may name
 * @throws {SourceError} naming the entry that cannot be read
 */
export async function readCategories(path: string, content: string): Promise<CategoryTable> {
	const provinces = await readProvinces(content);
	const bytes = await readFile(path).catch(() => {
		throw new SourceError(strings.noSuchSource(path));
	});
	const { document, problem } = readData(basename(path), bytes);
	if (!document) throw new SourceError(strings.badTable(path, problem.message));
	const meanings = new Map<string, CategoryMeaning>();
	for (const [category, value] of Object.entries(document.fields)) {
		const meaning = meaningFrom(value, provinces);
		if (!meaning) throw new SourceError(strings.badTable(path, strings.badCategory(category)));
		meanings.set(slugify(category), meaning);
	}
	return { meaningOf: (category) => meanings.get(slugify(category)) };
}

function meaningFrom(value: unknown, provinces: Provinces): CategoryMeaning | undefined {
	if (typeof value === "string" || Array.isArray(value)) {
		const tags = textsOf(value);
		const isLeftOut = tags.length === 1 && tags[0]?.toLowerCase() === "bỏ";
		return tags.length === 0 ? undefined : { tags: isLeftOut ? [] : tags, isLeftOut };
	}
	if (typeof value !== "object" || value === null) return undefined;
	const { tags, committee, province, ...others } = value as Record<string, unknown>;
	if (Object.keys(others).length > 0) return undefined;
	if (committee !== undefined && !(typeof committee === "string" && isSlug(committee))) return undefined;
	if (province !== undefined && !(typeof province === "string" && isSlug(province))) return undefined;
	if (province !== undefined && provinces.withSlug(province).length === 0) return undefined;
	return {
		tags: textsOf(tags),
		...(committee === undefined ? {} : { committee }),
		...(province === undefined ? {} : { province }),
		isLeftOut: false,
	};
}

function textsOf(value: unknown): string[] {
	const list = Array.isArray(value) ? value : [value];
	return list.filter((each): each is string => typeof each === "string" && each.trim() !== "");
}
