/** Which picture of the sample portal shows which scene. Seeds are what makes two pictures of one scene differ. */
import { colour } from "./drawing.ts";
import type { Light } from "./landscape.ts";
import type { Portrait } from "./portrait.ts";
import type { SceneName } from "./scenes.ts";

export interface Picture {
	/** Below the content folder. */
	readonly file: string;
	readonly scene: SceneName;
	readonly seed: number;
	readonly light: Light;
	readonly variant: number;
}

type Row = readonly [file: string, scene: SceneName, light: Light, variant: number, seed: number];

const rows: readonly Row[] = [
	["2026/10/01-nguoi-cao-tuoi-trong-cay-chan-song/anh-1.jpg", "treePlanting", "dawn", 0, 133],
	["2026/10/06-nha-tho-va-chua-cung-lam-duong/anh-1.jpg", "twoFaiths", "day", 0, 132],
	["2026/10/10-ngay-chuyen-doi-so-dong-thap/anh-1.jpg", "phoneLesson", "day", 1, 131],
	["2026/10/15-dong-nai-hoi-nghi-cong-nhan/anh-1.jpg", "dialogue", "dusk", 1, 130],
	["2026/10/20-du-thao-huong-uoc-mau/anh-1.jpg", "documents", "day", 0, 129],
	["2026/10/24-hop-bao-doi-thoai-thanh-nien/anh-1.jpg", "conference", "day", 7, 128],
	["2026/10/28-cau-kenh-xang-dan-gop/anh-1.jpg", "bridge", "day", 1, 127],
	["2026/11/02-khanh-thanh-thu-vien-dong-ho/anh-1.jpg", "library", "day", 0, 126],
	["2026/11/08-nguoi-cheo-do-tam-coc-giu-song/anh-1.jpg", "karstRiver", "dawn", 1, 125],
	["2026/11/08-xuong-cuu-tro-vung-trung-quang-loc/anh-1.jpg", "floodRelief", "grey", 1, 123],
	["2026/11/08-xuong-cuu-tro-vung-trung-quang-loc/anh-2.jpg", "floodRelief", "grey", 0, 124],
	["2026/11/10-mua-sen-cuoi-tren-dong-nuoc-noi/anh-1.jpg", "lotusPond", "dawn", 0, 117],
	["2026/11/10-mua-sen-cuoi-tren-dong-nuoc-noi/anh-2.jpg", "floatingMarket", "dawn", 0, 118],
	["2026/11/10-mua-sen-cuoi-tren-dong-nuoc-noi/anh-3.jpg", "lotusPond", "dusk", 1, 119],
	["2026/11/10-mua-sen-cuoi-tren-dong-nuoc-noi/anh-4.jpg", "pier", "day", 1, 120],
	["2026/11/10-mua-sen-cuoi-tren-dong-nuoc-noi/anh-5.jpg", "bridge", "dusk", 0, 121],
	["2026/11/10-mua-sen-cuoi-tren-dong-nuoc-noi/anh-6.jpg", "boatRace", "day", 0, 122],
	["2026/11/11-bac-si-ve-xa-ngay-thu-tu/anh-1.jpg", "clinic", "day", 0, 116],
	["2026/11/12-tuan-rung-cung-ba-con-bu-dop/anh-1.jpg", "forestPatrol", "day", 1, 115],
	["2026/11/14-lua-chin-hang-ken/anh-1.jpg", "harvest", "dusk", 1, 114],
	["2026/11/15-cho-que-cuoi-tuan-tan-phu/anh-1.jpg", "market", "day", 0, 113],
	["2026/11/17-hoi-nghi-so-ket-dan-van-kheo-ninh-binh/anh-1.jpg", "conference", "day", 1, 111],
	["2026/11/17-hoi-nghi-so-ket-dan-van-kheo-ninh-binh/anh-2.jpg", "conference", "day", 4, 112],
	["2026/11/18-hien-dat-mo-duong-ban-na-leng/anh-1.jpg", "roadWorks", "day", 1, 108],
	["2026/11/18-hien-dat-mo-duong-ban-na-leng/anh-2.jpg", "orchard", "day", 0, 109],
	["2026/11/18-ky-ket-quy-che-phoi-hop-hue/anh-1.jpg", "signing", "day", 0, 110],
	["2026/11/19-khu-nha-tro-tu-quan-long-binh-tan/anh-1.jpg", "lampLane", "night", 0, 107],
	["2026/11/20-thay-giao-ban-cuoi-doc/anh-1.jpg", "schoolYard", "dawn", 0, 106],
	["2026/11/21-dong-thap-doi-thoai-voi-nong-dan/anh-1.jpg", "dialogue", "dawn", 0, 105],
	["2026/11/22-hue-tap-huan-to-cong-nghe-so/anh-1.jpg", "phoneLesson", "dawn", 0, 103],
	["2026/11/22-ngay-hoi-dai-doan-ket-thon-dong-mai/anh-1.jpg", "feast", "day", 0, 101],
	["2026/11/22-ngay-hoi-dai-doan-ket-thon-dong-mai/anh-2.jpg", "villageRoad", "dawn", 0, 102],
	["2026/11/22-ninh-binh-trao-nha-dai-doan-ket/anh-1.jpg", "houseBuilding", "day", 0, 104],
];

export const pictures: readonly Picture[] = rows.map(([file, scene, light, variant, seed]) => ({
	file: `articles/${file}`,
	scene,
	light,
	variant,
	seed,
}));

export const portraits: readonly (Portrait & { readonly file: string })[] = [
	{ file: "media/nguyen-thi-hoa-mien.jpg", ground: "#C9B98E", coat: colour.red, skin: "#DBA981", hair: "bob", extra: "collar" },
	{ file: "media/ho-thi-pa-lin.jpg", ground: "#9DB7A8", coat: colour.ink, skin: "#C08A62", hair: "long", extra: "beads" },
	{ file: "media/ton-that-quang-nham.jpg", ground: "#B9C8CC", coat: colour.indigo, skin: "#D09B72", hair: "grey", extra: "glasses" },
	{ file: "media/dinh-van-chuyen.jpg", ground: "#D8B98A", coat: colour.moss, skin: "#B9805A", hair: "short", extra: "collar" },
	{ file: "media/dieu-van-srem.jpg", ground: "#A9B98A", coat: colour.plum, skin: "#A9714B", hair: "short", extra: "beads" },
	{ file: "media/huynh-tan-loi.jpg", ground: "#8FB9BA", coat: colour.clay, skin: "#B9805A", hair: "short", extra: "scarf" },
];
