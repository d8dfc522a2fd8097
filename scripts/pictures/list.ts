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
