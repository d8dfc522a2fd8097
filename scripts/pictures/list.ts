/** Which picture of the sample portal shows which scene. Seeds are what makes two pictures of one scene differ. */
import { colour } from "./drawing.ts";
import type { Frame } from "./frame.ts";
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
	readonly frame: Frame;
}

type Row = readonly [
	file: string,
	scene: SceneName,
	light: Light,
	variant: number,
	frame: Frame,
	seed: number,
];

const rows: readonly Row[] = [
	["2016/03/08-to-phu-nu-giu-duong-hoa-tan-trung/anh-1.jpg", "cleanUp", "day", 0, "whole", 134],
	["2016/08/19-khanh-thanh-nha-van-hoa-dong-nuoc/anh-1.jpg", "houseBuilding", "dawn", 1, "whole", 135],
	["2016/12/14-lop-hoc-xoa-mu-chu-bu-gia/anh-1.jpg", "nightClass", "night", 1, "whole", 136],
	["2017/07/13-hoi-nghi-so-ket-cong-tac-dan-van/anh-1.jpg", "conference", "day", 9, "whole", 137],
	["2017/07/13-hoi-nghi-so-ket-cong-tac-dan-van/anh-2.jpg", "signing", "day", 1, "whole", 138],
	["2017/10/15-che-sach-xom-mo/anh-1.jpg", "teaHills", "day", 0, "whole", 139],
	["2018/02/10-phien-cho-tet-khong-dong/anh-1.jpg", "market", "dawn", 1, "whole", 140],
	["2018/06/05-vong-trau-ban-ke/anh-1.jpg", "cattle", "dawn", 1, "whole", 141],
	["2018/11/18-ngay-hoi-dai-doan-ket-thon-vac/anh-1.jpg", "feast", "dusk", 1, "whole", 142],
	["2019/03/12-hien-dat-lam-duong-thon-yen-thinh/anh-1.jpg", "roadWorks", "dawn", 0, "whole", 143],
	["2019/05/22-vuon-tieu-ba-anh-em-ket-nghia/anh-1.jpg", "orchard", "day", 1, "whole", 144],
	["2019/09/30-tieng-thoi-det-zeng-a-luoi/anh-1.jpg", "weaving", "day", 0, "whole", 145],
	["2020/04/10-xuong-gao-ben-sa-nhien/anh-1.jpg", "pier", "dawn", 0, "whole", 146],
	["2020/07/02-so-ket-quy-che-dan-chu-ninh-binh/anh-1.jpg", "conference", "day", 8, "near-mirrored", 147],
	["2020/07/14-giao-ban-nam-tinh-hinh-nhan-dan/anh-1.jpg", "dialogue", "day", 2, "whole", 148],
	["2020/07/14-giao-ban-nam-tinh-hinh-nhan-dan/anh-2.jpg", "villageRoad", "day", 1, "whole", 149],
	["2020/10/20-bep-chung-mua-lu-chan-deo/anh-1.jpg", "floodRelief", "grey", 2, "whole", 150],
	["2021/06/18-thuyen-doc-sach-song-sat/anh-1.jpg", "karstRiver", "day", 0, "whole", 151],
	["2021/09/11-ke-hoach-phoi-hop-dan-van-a-luoi/anh-1.jpg", "signing", "day", 2, "near-mirrored", 152],
	["2022/04/27-trong-cay-chong-sat-lo-tan-thoi/anh-1.jpg", "treePlanting", "day", 1, "whole", 153],
	["2022/09/02-hoi-dua-thuyen-lang-kien-van/anh-1.jpg", "boatRace", "dawn", 1, "whole", 154],
	["2022/09/02-hoi-dua-thuyen-lang-kien-van/anh-2.jpg", "feast", "day", 2, "mirrored", 155],
	["2023/02/16-hop-phu-huynh-truong-bo-ly/anh-1.jpg", "schoolYard", "day", 1, "whole", 156],
	["2023/05/19-lop-hoc-dem-a-luoi/anh-1.jpg", "nightClass", "night", 0, "near-mirrored", 157],
	["2023/10/09-cho-doi-rac-lay-cay-giong/anh-1.jpg", "cleanUp", "dawn", 1, "mirrored", 158],
	["2024/03/20-dan-chu-o-co-so-ap-vinh-loi/anh-1.jpg", "dialogue", "day", 0, "near-mirrored", 159],
	["2024/04/14-binh-phuoc-hoi-nghi-tong-ket-10-nam/anh-1.jpg", "conference", "day", 16, "mirrored", 160],
	["2024/04/14-binh-phuoc-hoi-nghi-tong-ket-10-nam/anh-2.jpg", "borderPost", "day", 1, "whole", 161],
	["2024/08/20-ngoi-nha-so-muoi-bay-tan-lap/anh-1.jpg", "twoFaiths", "dawn", 1, "whole", 162],
	["2024/11/28-muoi-hai-mai-nha-sat-bien/anh-1.jpg", "borderPost", "dusk", 0, "near-mirrored", 163],
	["2025/02/18-bua-com-dau-nam-nguoi-co-uy-tin/anh-1.jpg", "feast", "dawn", 4, "mirrored", 164],
	["2025/04/16-lop-day-nghe-coi-tren-de/anh-1.jpg", "mudFlats", "dusk", 1, "whole", 165],
	["2025/07/01-ngay-dau-chinh-quyen-hai-cap/anh-1.jpg", "communeOffice", "day", 0, "whole", 166],
	["2025/07/01-ngay-dau-chinh-quyen-hai-cap/anh-2.jpg", "counter", "day", 1, "whole", 167],
	["2025/08/14-quay-luu-dong-xa-xa/anh-1.jpg", "counter", "day", 2, "near-mirrored", 168],
	["2025/10/12-hai-bo-song-tien-hop-tren-ghe/anh-1.jpg", "floatingMarket", "dusk", 1, "whole", 169],
	["2026/02/11-hue-cho-tet-vung-cao/anh-1.jpg", "terraces", "dawn", 0, "whole", 170],
	["2026/05/01-dong-nai-thanh-pho-ngay-dau/anh-1.jpg", "communeOffice", "dawn", 1, "mirrored", 171],
	["2026/06/25-ruong-chung-lang-van-lang-thuong/anh-1.jpg", "harvest", "day", 0, "whole", 174],
	["2026/08/27-khai-giang-som-vung-che/anh-1.jpg", "teaHills", "dawn", 1, "mirrored", 172],
	["2026/09/05-chieu-phim-duoi-chan-nui/anh-1.jpg", "filmNight", "night", 0, "whole", 175],
	["2026/09/25-trung-thu-giua-rung-cao-su/anh-1.jpg", "orchard", "dusk", 2, "near-mirrored", 173],
	[
		"2026/10/01-nguoi-cao-tuoi-trong-cay-chan-song/anh-1.jpg",
		"treePlanting",
		"dawn",
		0,
		"near-mirrored",
		133,
	],
	["2026/10/06-nha-tho-va-chua-cung-lam-duong/anh-1.jpg", "twoFaiths", "day", 0, "mirrored", 132],
	["2026/10/10-buu-ta-kiem-thay-giao-so/anh-1.jpg", "phoneLesson", "day", 1, "whole", 131],
	["2026/10/15-dong-nai-hoi-nghi-cong-nhan/anh-1.jpg", "dialogue", "dusk", 1, "mirrored", 130],
	["2026/10/20-du-thao-quy-uoc-khu-dan-cu/anh-1.jpg", "documents", "day", 0, "whole", 129],
	["2026/10/24-thanh-nien-hue-doi-thoai/anh-1.jpg", "conference", "day", 7, "near", 128],
	["2026/10/28-cau-kenh-xang-dan-gop/anh-1.jpg", "bridge", "day", 1, "whole", 127],
	["2026/11/02-khanh-thanh-thu-vien-dong-ho/anh-1.jpg", "library", "day", 0, "whole", 126],
	["2026/11/08-bay-chiec-xuong-thuy-lap/anh-1.jpg", "floodRelief", "grey", 1, "near-mirrored", 123],
	["2026/11/08-bay-chiec-xuong-thuy-lap/anh-2.jpg", "floodRelief", "grey", 0, "mirrored", 124],
	["2026/11/08-nguoi-cheo-do-ben-hang-son/anh-1.jpg", "karstRiver", "dawn", 1, "near-mirrored", 125],
	["2026/11/10-mua-nuoc-noi-dong-sen-go-tre/anh-1.jpg", "lotusPond", "dawn", 0, "whole", 117],
	["2026/11/10-mua-nuoc-noi-dong-sen-go-tre/anh-2.jpg", "floatingMarket", "dawn", 0, "near-mirrored", 118],
	["2026/11/10-mua-nuoc-noi-dong-sen-go-tre/anh-3.jpg", "lotusPond", "dusk", 1, "near-mirrored", 119],
	["2026/11/10-mua-nuoc-noi-dong-sen-go-tre/anh-4.jpg", "pier", "day", 1, "mirrored", 120],
	["2026/11/10-mua-nuoc-noi-dong-sen-go-tre/anh-5.jpg", "bridge", "dusk", 0, "near-mirrored", 121],
	["2026/11/10-mua-nuoc-noi-dong-sen-go-tre/anh-6.jpg", "boatRace", "day", 0, "near-mirrored", 122],
	["2026/11/11-bac-si-ve-xa-ngay-thu-tu/anh-1.jpg", "clinic", "day", 0, "whole", 116],
	["2026/11/12-muoi-chin-gia-dinh-gac-rung/anh-1.jpg", "forestPatrol", "day", 1, "whole", 115],
	["2026/11/14-lua-chin-hang-ken/anh-1.jpg", "harvest", "dusk", 1, "mirrored", 114],
	["2026/11/15-cho-que-cuoi-tuan-tan-phu/anh-1.jpg", "market", "day", 0, "mirrored", 113],
	["2026/11/17-hoi-nghi-so-ket-dan-van-kheo-ninh-binh/anh-1.jpg", "conference", "day", 1, "whole", 111],
	[
		"2026/11/17-hoi-nghi-so-ket-dan-van-kheo-ninh-binh/anh-2.jpg",
		"conference",
		"day",
		4,
		"near-mirrored",
		112,
	],
	["2026/11/18-hien-dat-mo-duong-ban-na-leng/anh-1.jpg", "roadWorks", "day", 1, "near-mirrored", 108],
	["2026/11/18-hien-dat-mo-duong-ban-na-leng/anh-2.jpg", "orchard", "day", 0, "mirrored", 109],
	["2026/11/18-ky-ket-quy-che-phoi-hop-hue/anh-1.jpg", "signing", "day", 0, "mirrored", 110],
	["2026/11/19-khu-nha-tro-tu-quan-long-binh-tan/anh-1.jpg", "lampLane", "night", 0, "whole", 107],
	["2026/11/20-thay-giao-ban-cuoi-doc/anh-1.jpg", "schoolYard", "dawn", 0, "mirrored", 106],
	["2026/11/21-dong-thap-doi-thoai-voi-nong-dan/anh-1.jpg", "dialogue", "dawn", 0, "near", 105],
	["2026/11/22-ngay-hoi-dai-doan-ket-thon-dong-mai/anh-1.jpg", "feast", "day", 0, "mirrored", 101],
	["2026/11/22-ngay-hoi-dai-doan-ket-thon-dong-mai/anh-2.jpg", "villageRoad", "dawn", 0, "mirrored", 102],
	["2026/11/22-ninh-binh-trao-nha-dai-doan-ket/anh-1.jpg", "houseBuilding", "day", 0, "mirrored", 104],
	["2026/11/22-to-cong-nghe-so-a-luoi-2/anh-1.jpg", "phoneLesson", "dawn", 0, "near-mirrored", 103],
];

export const pictures: readonly Picture[] = rows.map(([file, scene, light, variant, frame, seed]) => ({
	file: `articles/${file}`,
	scene,
	light,
	variant,
	frame,
	seed,
}));

export const portraits: readonly (Portrait & { readonly file: string })[] = [
	{
		file: "media/nguyen-thi-hoa-mien.jpg",
		ground: "#C9B98E",
		coat: colour.red,
		skin: "#DBA981",
		hair: "bob",
		extra: "collar",
	},
	{
		file: "media/ho-thi-pa-lin.jpg",
		ground: "#9DB7A8",
		coat: colour.ink,
		skin: "#C08A62",
		hair: "long",
		extra: "beads",
	},
	{
		file: "media/ton-that-quang-nham.jpg",
		ground: "#B9C8CC",
		coat: colour.indigo,
		skin: "#D09B72",
		hair: "grey",
		extra: "glasses",
	},
	{
		file: "media/dinh-van-chuyen.jpg",
		ground: "#D8B98A",
		coat: colour.moss,
		skin: "#B9805A",
		hair: "short",
		extra: "collar",
	},
	{
		file: "media/dieu-van-srem.jpg",
		ground: "#A9B98A",
		coat: colour.plum,
		skin: "#A9714B",
		hair: "short",
		extra: "beads",
	},
	{
		file: "media/huynh-tan-loi.jpg",
		ground: "#8FB9BA",
		coat: colour.clay,
		skin: "#B9805A",
		hair: "short",
		extra: "scarf",
	},
];
