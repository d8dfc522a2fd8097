/**
 * Vietnam's provinces and centrally run cities as facts: those of 1 January 2004 and every change since then. Since
 * that day provinces have merged or been renamed, and none has been divided. Names are spelt as in resolution
 * 202/2025/QH15.
 *
 * The mergers are those of the resolution; they agree with the data (MIT) of the repositories
 * thanglequoc/vietnamese-provinces-database and tranngocminhhieu/vietnamadminunits.
 */
import type { ProvinceUnit } from "./province.ts";

/** The centrally run cities of 1 January 2004. */
export const firstCities: readonly string[] = ["Cần Thơ", "Đà Nẵng", "Hà Nội", "Hải Phòng", "Hồ Chí Minh"];

/** The provinces of 1 January 2004. */
export const firstProvinces: readonly string[] = [
	"An Giang",
	"Bà Rịa - Vũng Tàu",
	"Bạc Liêu",
	"Bắc Giang",
	"Bắc Kạn",
	"Bắc Ninh",
	"Bến Tre",
	"Bình Dương",
	"Bình Định",
	"Bình Phước",
	"Bình Thuận",
	"Cà Mau",
	"Cao Bằng",
	"Đắk Lắk",
	"Đắk Nông",
	"Điện Biên",
	"Đồng Nai",
	"Đồng Tháp",
	"Gia Lai",
	"Hà Giang",
	"Hà Nam",
	"Hà Tây",
	"Hà Tĩnh",
	"Hải Dương",
	"Hậu Giang",
	"Hòa Bình",
	"Hưng Yên",
	"Khánh Hòa",
	"Kiên Giang",
	"Kon Tum",
	"Lai Châu",
	"Lạng Sơn",
	"Lào Cai",
	"Lâm Đồng",
	"Long An",
	"Nam Định",
	"Nghệ An",
	"Ninh Bình",
	"Ninh Thuận",
	"Phú Thọ",
	"Phú Yên",
	"Quảng Bình",
	"Quảng Nam",
	"Quảng Ngãi",
	"Quảng Ninh",
	"Quảng Trị",
	"Sóc Trăng",
	"Sơn La",
	"Tây Ninh",
	"Thái Bình",
	"Thái Nguyên",
	"Thanh Hóa",
	"Thừa Thiên Huế",
	"Tiền Giang",
	"Trà Vinh",
	"Tuyên Quang",
	"Vĩnh Long",
	"Vĩnh Phúc",
	"Yên Bái",
];

/** An act by which, from a day on, one unit stands in the place of one or several. */
export interface ProvinceChange {
	/** The new unit's first day. */
	readonly day: string;
	readonly act: string;
	readonly name: string;
	readonly rank: ProvinceUnit["rank"];
	/** The names of the units that ended the day before. */
	readonly from: readonly string[];
}

/**
 * Resolution 202/2025/QH15, which made 34 units of 63. It is in force since 12 June 2025; the units work since 1 July.
 * Eleven units stayed as they were and go on: Cao Bằng, Điện Biên, Hà Nội, Hà Tĩnh, Huế, Lai Châu, Lạng Sơn, Nghệ An,
 * Quảng Ninh, Sơn La, Thanh Hóa.
 */
const mergersOf2025: readonly Pick<ProvinceChange, "name" | "rank" | "from">[] = [
	{ name: "Tuyên Quang", rank: "province", from: ["Hà Giang", "Tuyên Quang"] },
	{ name: "Lào Cai", rank: "province", from: ["Lào Cai", "Yên Bái"] },
	{ name: "Thái Nguyên", rank: "province", from: ["Bắc Kạn", "Thái Nguyên"] },
	{ name: "Phú Thọ", rank: "province", from: ["Hòa Bình", "Phú Thọ", "Vĩnh Phúc"] },
	{ name: "Bắc Ninh", rank: "province", from: ["Bắc Giang", "Bắc Ninh"] },
	{ name: "Hưng Yên", rank: "province", from: ["Hưng Yên", "Thái Bình"] },
	{ name: "Hải Phòng", rank: "city", from: ["Hải Dương", "Hải Phòng"] },
	{ name: "Ninh Bình", rank: "province", from: ["Hà Nam", "Nam Định", "Ninh Bình"] },
	{ name: "Quảng Trị", rank: "province", from: ["Quảng Bình", "Quảng Trị"] },
	{ name: "Đà Nẵng", rank: "city", from: ["Đà Nẵng", "Quảng Nam"] },
	{ name: "Quảng Ngãi", rank: "province", from: ["Kon Tum", "Quảng Ngãi"] },
	{ name: "Gia Lai", rank: "province", from: ["Bình Định", "Gia Lai"] },
	{ name: "Khánh Hòa", rank: "province", from: ["Khánh Hòa", "Ninh Thuận"] },
	{ name: "Lâm Đồng", rank: "province", from: ["Bình Thuận", "Đắk Nông", "Lâm Đồng"] },
	{ name: "Đắk Lắk", rank: "province", from: ["Đắk Lắk", "Phú Yên"] },
	{ name: "Hồ Chí Minh", rank: "city", from: ["Bà Rịa - Vũng Tàu", "Bình Dương", "Hồ Chí Minh"] },
	{ name: "Đồng Nai", rank: "province", from: ["Bình Phước", "Đồng Nai"] },
	{ name: "Tây Ninh", rank: "province", from: ["Long An", "Tây Ninh"] },
	{ name: "Cần Thơ", rank: "city", from: ["Cần Thơ", "Hậu Giang", "Sóc Trăng"] },
	{ name: "Vĩnh Long", rank: "province", from: ["Bến Tre", "Trà Vinh", "Vĩnh Long"] },
	{ name: "Đồng Tháp", rank: "province", from: ["Đồng Tháp", "Tiền Giang"] },
	{ name: "Cà Mau", rank: "province", from: ["Bạc Liêu", "Cà Mau"] },
	{ name: "An Giang", rank: "province", from: ["An Giang", "Kiên Giang"] },
];

/** Every change, in the order of time. */
export const provinceChanges: readonly ProvinceChange[] = [
	{ day: "2008-08-01", act: "15/2008/QH12", name: "Hà Nội", rank: "city", from: ["Hà Nội", "Hà Tây"] },
	{ day: "2025-01-01", act: "175/2024/QH15", name: "Huế", rank: "city", from: ["Thừa Thiên Huế"] },
	...mergersOf2025.map((merger) => ({ day: "2025-07-01", act: "202/2025/QH15", ...merger })),
	{ day: "2026-04-30", act: "30/2026/QH16", name: "Đồng Nai", rank: "city", from: ["Đồng Nai"] },
];

/** Other spellings in use, by name. Those that differ in spaces and hyphens only are found without being listed. */
export const provinceAliases: Readonly<Record<string, readonly string[]>> = {
	"Bà Rịa - Vũng Tàu": ["BR-VT", "BRVT"],
	"Bắc Kạn": ["Bắc Cạn"],
	"Đắk Lắk": ["Đăk Lăk", "Đắc Lắc", "Daklak"],
	"Đắk Nông": ["Đăk Nông", "Đắc Nông", "Daknong"],
	"Hòa Bình": ["Hoà Bình"],
	"Hồ Chí Minh": ["TP.HCM", "TPHCM", "Sài Gòn"],
	"Khánh Hòa": ["Khánh Hoà"],
	"Kon Tum": ["Kontum"],
	"Thanh Hóa": ["Thanh Hoá"],
	"Thừa Thiên Huế": ["TT-Huế"],
};
