/** The one function of amlich.js that is used; the package has no types. */
declare module "amlich.js" {
	/** @param zone in hours ahead of UTC */
	export function computeDateToLunarDate(
		day: number,
		month: number,
		year: number,
		zone: number,
	): {
		readonly lunarDay: number;
		readonly lunarMonth: number;
		readonly lunarYear: number;
		readonly lunarLeap: boolean | number;
	};
}
