import { extendProvinces, readEntryText } from "../../content/index.ts";
import type { ProvinceChanges } from "../../model/province-changes.ts";
import { type Provinces, provinces } from "../../model/provinces.ts";
import type { DeskContext } from "./desk-context.ts";

const file = "provinces.yml";

/** Parsed files, by their blobs. */
const known = new WeakMap<DeskContext, { readonly blob: string; readonly provinces: Provinces }>();

/** The provinces, including reorganisations that the office has published. */
export async function portalProvinces(desk: DeskContext): Promise<Provinces> {
	const blob = await desk.branch.blobAt(file);
	if (blob === undefined) return provinces;
	const last = known.get(desk);
	if (last?.blob === blob) return last.provinces;
	const bytes = await desk.repository.blob(blob);
	if (!bytes) return provinces;
	const { fields } = readEntryText(file, "provinces", bytes).entry;
	const extended = extendProvinces(
		{ lineOf: () => undefined },
		{ file, digest: "", fields: fields as Partial<ProvinceChanges> },
	);
	known.set(desk, { blob, provinces: extended.provinces });
	return extended.provinces;
}
