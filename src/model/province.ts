import type { IsoDay, Slug } from "./ids.ts";

/**
 * `<slug>@<first day>`, or `<slug>@` if the unit began before our records. Official codes and names are no keys,
 * because they were reused.
 */
export type ProvinceKey = `${string}@${string}`;

/** A province or centrally run city for as long as its name, rank and extent stayed the same. */
export interface ProvinceUnit {
	readonly key: ProvinceKey;
	readonly slug: Slug;
	/** Without its rank: `Đồng Nai`. */
	readonly name: string;
	readonly rank: "province" | "city";
	/** First day; undefined if it is before our records. */
	readonly from?: IsoDay;
	/** Last day, inclusive; undefined while the unit exists. */
	readonly to?: IsoDay;
	/** The act that created the unit, as cited: `202/2025/QH15`. */
	readonly act?: string;
	readonly predecessors: readonly ProvinceKey[];
	readonly successors: readonly ProvinceKey[];
	/** Other spellings in use: `TP.HCM`, `Khánh Hoà`. */
	readonly aliases: readonly string[];
}
