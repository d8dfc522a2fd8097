import { extendProvinces } from "../../content/index.ts";
import type { ProvinceChanges } from "../../model/province-changes.ts";
import { type Provinces, provinces } from "../../model/provinces.ts";
import { publishedFile } from "./published-file.ts";

const file = "provinces.yml";

/** The provinces, including reorganisations that the office has published. */
export const portalProvinces = publishedFile<Provinces>(file, "provinces", {
	without: provinces,
	read: (fields: Partial<ProvinceChanges>) =>
		extendProvinces({ lineOf: () => undefined }, { file, digest: "", fields }).provinces,
});
