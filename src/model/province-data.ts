/**
 * Vietnam's provinces and centrally run cities as data: those of 2 July 1976, when the unified
 * country was named, and every change since then. Names are spelt as in resolution 202/2025/QH15.
 *
 * Sources: the resolutions of the National Assembly that each change cites (those from 1978 to 1996 have no number). The mergers of 2025 and the cities of 2026 agree with the data (MIT) of the repositories
 * thanglequoc/vietnamese-provinces-database (issue 210 for Quảng Ninh and Bắc Ninh) and hongquan/vn-open-api-provinces
 * (issue 10).
 */
import type { ProvinceUnit } from "./province.ts";

/** The centrally run cities of 2 July 1976. */
export const firstCities: readonly string[] = ["Hà Nội", "Hải Phòng", "Hồ Chí Minh"];

/** The provinces of 2 July 1976. */
export const firstProvinces: readonly string[] = [
	"An Giang",
	"Bắc Thái",
	"Bến Tre",
	"Bình Trị Thiên",
	"Cao Lạng",
	"Cửu Long",
	"Đắk Lắk",
	"Đồng Nai",
	"Đồng Tháp",
	"Gia Lai - Kon Tum",
	"Hà Bắc",
	"Hà Nam Ninh",
	"Hà Sơn Bình",
	"Hà Tuyên",
	"Hải Hưng",
	"Hậu Giang",
	"Hoàng Liên Sơn",
	"Kiên Giang",
	"Lai Châu",
	"Lâm Đồng",
	"Long An",
	"Minh Hải",
	"Nghệ Tĩnh",
	"Nghĩa Bình",
	"Phú Khánh",
	"Quảng Nam - Đà Nẵng",
	"Quảng Ninh",
	"Sông Bé",
	"Sơn La",
	"Tây Ninh",
	"Thái Bình",
	"Thanh Hóa",
	"Thuận Hải",
	"Tiền Giang",
	"Vĩnh Phú",
];

/** A unit that a change creates. */
export interface NewProvince {
	/** Without its rank: `Đồng Nai`. */
	readonly name: string;
	readonly rank: ProvinceUnit["rank"];
}

/**
 * A change of units by one act on one day. One to one is a new name or rank, several to one a merger, one to several a
 * division, none to one a unit made of districts of others, which stay.
 */
export interface ProvinceChange {
	/** The first day of the new units, `YYYY-MM-DD`. */
	readonly day: string;
	/** As cited: `202/2025/QH15`; acts without a number by body and day. */
	readonly act: string;
	/** The names of the units that ended the day before. */
	readonly from: readonly string[];
	readonly to: readonly NewProvince[];
}

type Act = Pick<ProvinceChange, "day" | "act">;

/**
 * The acts of 1978, 1979, 1989 and 1991 state no effective day, so the day of the act counts. The units of the act of 1996 began
 * with the next year.
 */
const actOf1978: Act = { day: "1978-12-29", act: "của Quốc hội khóa VI ngày 29/12/1978" };
const actOf1979: Act = { day: "1979-05-30", act: "của Quốc hội khóa VI ngày 30/5/1979" };
const actOf1989: Act = { day: "1989-06-30", act: "của Quốc hội khóa VIII ngày 30/6/1989" };
const actOfAugust1991: Act = { day: "1991-08-12", act: "của Quốc hội khóa VIII ngày 12/8/1991" };
const actOfDecember1991: Act = { day: "1991-12-26", act: "của Quốc hội khóa VIII ngày 26/12/1991" };
const actOf1996: Act = { day: "1997-01-01", act: "của Quốc hội khóa IX ngày 6/11/1996" };
const actOf2003: Act = { day: "2004-01-01", act: "22/2003/QH11" };
/** In force since 12 June 2025; the units operate since 1 July. It left eleven units unchanged. */
const actOf2025: Act = { day: "2025-07-01", act: "202/2025/QH15" };

const province = (name: string): NewProvince => ({ name, rank: "province" });
const city = (name: string): NewProvince => ({ name, rank: "city" });

/** Every change in chronological order. */
export const provinceChanges: readonly ProvinceChange[] = [
	{ ...actOf1978, from: ["Cao Lạng"], to: [province("Cao Bằng"), province("Lạng Sơn")] },

	// A special zone of the rank of a province: a town and a commune of Đồng Nai, a district of Hậu Giang.
	{ ...actOf1979, from: [], to: [city("Vũng Tàu - Côn Đảo")] },

	{
		...actOf1989,
		from: ["Bình Trị Thiên"],
		to: [province("Quảng Bình"), province("Quảng Trị"), province("Thừa Thiên Huế")],
	},
	{ ...actOf1989, from: ["Nghĩa Bình"], to: [province("Bình Định"), province("Quảng Ngãi")] },
	{ ...actOf1989, from: ["Phú Khánh"], to: [province("Khánh Hòa"), province("Phú Yên")] },

	{ ...actOfAugust1991, from: ["Gia Lai - Kon Tum"], to: [province("Gia Lai"), province("Kon Tum")] },
	{ ...actOfAugust1991, from: ["Hà Sơn Bình"], to: [province("Hà Tây"), province("Hòa Bình")] },
	{ ...actOfAugust1991, from: ["Hà Tuyên"], to: [province("Hà Giang"), province("Tuyên Quang")] },
	{ ...actOfAugust1991, from: ["Hoàng Liên Sơn"], to: [province("Lào Cai"), province("Yên Bái")] },
	{ ...actOfAugust1991, from: ["Nghệ Tĩnh"], to: [province("Hà Tĩnh"), province("Nghệ An")] },
	{ ...actOfAugust1991, from: ["Vũng Tàu - Côn Đảo"], to: [province("Bà Rịa - Vũng Tàu")] },

	{ ...actOfDecember1991, from: ["Cửu Long"], to: [province("Trà Vinh"), province("Vĩnh Long")] },
	{ ...actOfDecember1991, from: ["Hà Nam Ninh"], to: [province("Nam Hà"), province("Ninh Bình")] },
	{ ...actOfDecember1991, from: ["Hậu Giang"], to: [province("Cần Thơ"), province("Sóc Trăng")] },
	{ ...actOfDecember1991, from: ["Thuận Hải"], to: [province("Bình Thuận"), province("Ninh Thuận")] },

	{ ...actOf1996, from: ["Bắc Thái"], to: [province("Bắc Kạn"), province("Thái Nguyên")] },
	{ ...actOf1996, from: ["Hà Bắc"], to: [province("Bắc Giang"), province("Bắc Ninh")] },
	{ ...actOf1996, from: ["Hải Hưng"], to: [province("Hải Dương"), province("Hưng Yên")] },
	{ ...actOf1996, from: ["Minh Hải"], to: [province("Bạc Liêu"), province("Cà Mau")] },
	{ ...actOf1996, from: ["Nam Hà"], to: [province("Hà Nam"), province("Nam Định")] },
	{ ...actOf1996, from: ["Quảng Nam - Đà Nẵng"], to: [city("Đà Nẵng"), province("Quảng Nam")] },
	{ ...actOf1996, from: ["Sông Bé"], to: [province("Bình Dương"), province("Bình Phước")] },
	{ ...actOf1996, from: ["Vĩnh Phú"], to: [province("Phú Thọ"), province("Vĩnh Phúc")] },

	{ ...actOf2003, from: ["Cần Thơ"], to: [city("Cần Thơ"), province("Hậu Giang")] },
	{ ...actOf2003, from: ["Đắk Lắk"], to: [province("Đắk Lắk"), province("Đắk Nông")] },
	{ ...actOf2003, from: ["Lai Châu"], to: [province("Điện Biên"), province("Lai Châu")] },

	{ day: "2008-08-01", act: "15/2008/QH12", from: ["Hà Nội", "Hà Tây"], to: [city("Hà Nội")] },
	{ day: "2025-01-01", act: "175/2024/QH15", from: ["Thừa Thiên Huế"], to: [city("Huế")] },

	{ ...actOf2025, from: ["Hà Giang", "Tuyên Quang"], to: [province("Tuyên Quang")] },
	{ ...actOf2025, from: ["Lào Cai", "Yên Bái"], to: [province("Lào Cai")] },
	{ ...actOf2025, from: ["Bắc Kạn", "Thái Nguyên"], to: [province("Thái Nguyên")] },
	{ ...actOf2025, from: ["Hòa Bình", "Phú Thọ", "Vĩnh Phúc"], to: [province("Phú Thọ")] },
	{ ...actOf2025, from: ["Bắc Giang", "Bắc Ninh"], to: [province("Bắc Ninh")] },
	{ ...actOf2025, from: ["Hưng Yên", "Thái Bình"], to: [province("Hưng Yên")] },
	{ ...actOf2025, from: ["Hải Dương", "Hải Phòng"], to: [city("Hải Phòng")] },
	{ ...actOf2025, from: ["Hà Nam", "Nam Định", "Ninh Bình"], to: [province("Ninh Bình")] },
	{ ...actOf2025, from: ["Quảng Bình", "Quảng Trị"], to: [province("Quảng Trị")] },
	{ ...actOf2025, from: ["Đà Nẵng", "Quảng Nam"], to: [city("Đà Nẵng")] },
	{ ...actOf2025, from: ["Kon Tum", "Quảng Ngãi"], to: [province("Quảng Ngãi")] },
	{ ...actOf2025, from: ["Bình Định", "Gia Lai"], to: [province("Gia Lai")] },
	{ ...actOf2025, from: ["Khánh Hòa", "Ninh Thuận"], to: [province("Khánh Hòa")] },
	{ ...actOf2025, from: ["Bình Thuận", "Đắk Nông", "Lâm Đồng"], to: [province("Lâm Đồng")] },
	{ ...actOf2025, from: ["Đắk Lắk", "Phú Yên"], to: [province("Đắk Lắk")] },
	{ ...actOf2025, from: ["Bà Rịa - Vũng Tàu", "Bình Dương", "Hồ Chí Minh"], to: [city("Hồ Chí Minh")] },
	{ ...actOf2025, from: ["Bình Phước", "Đồng Nai"], to: [province("Đồng Nai")] },
	{ ...actOf2025, from: ["Long An", "Tây Ninh"], to: [province("Tây Ninh")] },
	{ ...actOf2025, from: ["Cần Thơ", "Hậu Giang", "Sóc Trăng"], to: [city("Cần Thơ")] },
	{ ...actOf2025, from: ["Bến Tre", "Trà Vinh", "Vĩnh Long"], to: [province("Vĩnh Long")] },
	{ ...actOf2025, from: ["Đồng Tháp", "Tiền Giang"], to: [province("Đồng Tháp")] },
	{ ...actOf2025, from: ["Bạc Liêu", "Cà Mau"], to: [province("Cà Mau")] },
	{ ...actOf2025, from: ["An Giang", "Kiên Giang"], to: [province("An Giang")] },

	{ day: "2026-04-30", act: "30/2026/QH16", from: ["Đồng Nai"], to: [city("Đồng Nai")] },
	{ day: "2026-09-01", act: "36/2026/QH16", from: ["Quảng Ninh"], to: [city("Quảng Ninh")] },
	{ day: "2026-09-20", act: "39/2026/QH16", from: ["Bắc Ninh"], to: [city("Bắc Ninh")] },
];

/** Full names that are not simply the rank in small letters and the name. */
export const properFullNames: Readonly<Record<string, string>> = {
	"Hồ Chí Minh": "Thành phố Hồ Chí Minh",
	"Vũng Tàu - Côn Đảo": "Đặc khu Vũng Tàu - Côn Đảo",
};

/** Other spellings in use, by name. Those that differ in spaces and hyphens only are found without being listed. */
export const provinceAliases: Readonly<Record<string, readonly string[]>> = {
	"Bà Rịa - Vũng Tàu": ["BR-VT", "BRVT"],
	"Bắc Kạn": ["Bắc Cạn"],
	"Đắk Lắk": ["Đăk Lăk", "Đắc Lắc", "Đắc Lắk", "Daklak"],
	"Đắk Nông": ["Đăk Nông", "Đắc Nông", "Daknong"],
	"Gia Lai - Kon Tum": ["Gia Lai - Công Tum"],
	"Hòa Bình": ["Hoà Bình"],
	"Hồ Chí Minh": ["TP.HCM", "TPHCM", "HCM", "Sài Gòn"],
	"Khánh Hòa": ["Khánh Hoà"],
	"Kon Tum": ["Kontum", "Công Tum"],
	"Quảng Nam - Đà Nẵng": ["QN-ĐN"],
	"Thanh Hóa": ["Thanh Hoá"],
	"Thừa Thiên Huế": ["Thừa Thiên - Huế", "TT-Huế"],
};
