/** Scenes in fields, villages and woods. */
import type { Chance } from "./drawing.ts";
import {
	blend,
	colour,
	curve,
	disc,
	ellipse,
	ground,
	height,
	path,
	polygon,
	rectangle,
	round,
	stroke,
	width,
} from "./drawing.ts";
import {
	bamboo,
	banana,
	buffalo,
	bunting,
	flag,
	flagPole,
	furrows,
	hills,
	house,
	karst,
	lights,
	motorbike,
	office,
	palm,
	pine,
	roundTree,
	sky,
	star,
	stiltHouse,
	table,
	tufts,
} from "./landscape.ts";
import type { Person } from "./people.ts";
import { listener, person } from "./people.ts";
import type { Setting } from "./scene.ts";

const wardrobe: readonly string[] = [
	colour.plum,
	colour.jade,
	colour.brick,
	colour.rose,
	colour.indigo,
	"#6F7F5A",
	"#7B5A78",
	"#B98A3E",
];

/** Draws people from back to front. Chance moves them a little and changes clothes that are nobody's uniform. */
function crowd(chance: Chance, people: readonly Person[]): string {
	const shift = Math.floor(chance.between(0, wardrobe.length));
	const dressed = people.map((who) => {
		const worn = wardrobe.indexOf(who.top ?? "");
		const top = worn < 0 ? who.top : wardrobe[(worn + shift) % wardrobe.length];
		return {
			...who,
			x: who.x + chance.between(-22, 22),
			h: who.h * chance.between(0.95, 1.04),
			...(top === undefined ? {} : { top }),
		};
	});
	return dressed
		.sort((a, b) => a.y - b.y)
		.map(person)
		.join("");
}

/** Terraced rice on a mountain side, stilt houses, people going home. */
export function terraces({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const ripe = variant % 2 === 1;
	const parts = [
		sky(light, 420, chance),
		hills(chance, 470, 270, blend(colour.deep, air, 0.62), 4),
		hills(chance, 520, 200, blend(colour.moss, air, 0.45), 5),
	];
	const steps = 11;
	for (let index = 0; index < steps; index++) {
		const share = index / (steps - 1);
		const y = 480 + share ** 1.25 * 560;
		const sway = 26 + share * 46;
		const points = Array.from(
			{ length: 9 },
			(_, column) =>
				[
					column * 210 - 40,
					y +
						Math.sin(column * 0.95 + index * 0.55 + variant) * sway +
						chance.between(-5, 5) -
						(column - 4) * (variant % 3 === 0 ? 12 : -12) * (1 - share),
				] as const,
		);
		const near = ripe
			? blend(colour.gold, colour.leaf, index % 2 ? 0.15 : 0.5)
			: blend(colour.leaf, colour.moss, index % 3 === 0 ? 0.1 : 0.5);
		const flooded = !ripe && index % 4 === 2;
		parts.push(ground(points, blend(flooded ? "#C7DAD3" : near, air, 0.4 * (1 - share))));
		parts.push(
			ground(
				points.map(([x, at]) => [x, at + 16 + share * 26] as const),
				blend(colour.clay, air, 0.4 * (1 - share)),
			),
		);
		parts.push(
			ground(
				points.map(([x, at]) => [x, at + 24 + share * 34] as const),
				blend(ripe ? colour.straw : colour.leaf, air, 0.4 * (1 - share)),
			),
		);
		if (index === 3)
			parts.push(
				stiltHouse(1080, y + 6, 170),
				stiltHouse(1290, y + 20, 140, colour.soil),
				roundTree(1040, y + 10, 120, colour.moss, chance),
			);
		if (index === 5)
			parts.push(
				banana(240, y + 20, 130, colour.leaf),
				stiltHouse(280, y + 16, 200, colour.clay),
				pine(520, y + 6, 130, colour.pine),
			);
	}
	parts.push(
		crowd(chance, [
			{
				x: 640,
				y: 930,
				h: 250,
				pose: "walk",
				dress: "skirt",
				top: colour.indigo,
				bottom: colour.ink,
				head: "scarf",
				headColour: colour.red,
				tool: "basket",
			},
			{
				x: 790,
				y: 950,
				h: 260,
				pose: "carry",
				dress: "tunic",
				top: colour.brick,
				bottom: colour.ink,
				head: "conical",
				tool: "yoke",
			},
			{ x: 980, y: 925, h: 240, pose: "bend", top: colour.jade, head: "conical" },
		]),
	);
	parts.push(tufts(chance, 1075, ripe ? colour.gold : colour.moss, 80, 34));
	return parts.join("");
}

/** Harvest: sheaves, a bending line of reapers, people with bundles. */
export function harvest({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const parts = [
		sky(light, 430, chance),
		variant % 2
			? karst(chance, 450, blend(colour.deep, air, 0.5), 7, 240)
			: hills(chance, 470, 150, blend(colour.moss, air, 0.5), 5),
	];
	parts.push(rectangle(0, 440, width, 700, blend(colour.straw, air, 0.3)));
	for (let index = 0; index < 9; index++)
		parts.push(
			bamboo(chance.between(0, width), 452, chance.between(70, 130), blend(colour.moss, air, 0.35), chance),
		);
	parts.push(
		house(190 + (variant % 3) * 120, 468, 190, blend("#EBDCB6", air, 0.2), blend(colour.brick, air, 0.25)),
	);
	for (let row = 0; row < 5; row++)
		parts.push(tufts(chance, 520 + row * 58, blend(colour.gold, air, 0.35 - row * 0.07), 34 + row * 12, 60));
	const reapers: Person[] = [];
	for (let index = 0; index < 5; index++)
		reapers.push({
			x: 240 + index * 260 + chance.between(-30, 30),
			y: 720 + (index % 2) * 46,
			h: 300,
			pose: "bend",
			dress: "shirt",
			top: chance.pick([colour.brick, colour.jade, colour.indigo, colour.plum, colour.white]),
			bottom: colour.ink,
			head: "conical",
			faces: index % 2 ? "left" : "right",
		});
	parts.push(crowd(chance, reapers));
	parts.push(tufts(chance, 800, colour.gold, 74, 46));
	for (let index = 0; index < 5; index++) {
		const x = 130 + index * 330 + chance.between(-40, 40);
		const y = 905 + chance.between(-20, 30);
		parts.push(
			path(
				`M${round(x - 70)} ${round(y)}Q${round(x - 20)} ${round(y - 70)} ${round(x - 86)} ${round(y - 150)}L${round(x + 86)} ${round(y - 150)}Q${round(x + 20)} ${round(y - 70)} ${round(x + 70)} ${round(y)}Z`,
				colour.straw,
			),
			rectangle(x - 34, y - 86, 68, 18, colour.clay),
		);
	}
	parts.push(
		crowd(chance, [
			{
				x: 560,
				y: 1010,
				h: 470,
				pose: "carry",
				dress: "tunic",
				top: variant % 2 ? colour.plum : colour.jade,
				bottom: colour.ink,
				head: "conical",
				tool: "yoke",
			},
			{
				x: 1130,
				y: 1020,
				h: 480,
				pose: "walk",
				top: colour.cream,
				bottom: "#6D7C4C",
				head: variant % 2 ? "cap" : "pith",
				tool: "sack",
				faces: "left",
				scarf: colour.brick,
			},
		]),
	);
	return parts.join("");
}

/** A country road in the making: gravel, wet concrete, many hands. */
export function roadWorks({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const parts = [
		sky(light, 400, chance),
		hills(chance, 440, 190, blend(colour.moss, air, 0.55), 4),
		hills(chance, 480, 90, blend(colour.leaf, air, 0.35), 6),
	];
	parts.push(rectangle(0, 470, width, 640, blend(colour.leaf, colour.straw, 0.25)));
	const vanish = variant % 2 ? 620 : 980;
	parts.push(
		house(vanish - 420, 520, 230, "#EFE0BC", colour.brick),
		palm(vanish + 260, 540, 250, colour.moss),
		banana(vanish - 480, 530, 140, colour.leaf),
		house(vanish + 300, 530, 200, "#DCE2D4", colour.clay),
	);
	parts.push(
		polygon(
			[
				[vanish - 34, 470],
				[vanish + 34, 470],
				[1400, height],
				[120, height],
			],
			colour.earth,
		),
	);
	parts.push(
		polygon(
			[
				[vanish - 24, 470],
				[vanish + 24, 470],
				[vanish + 210, 720],
				[vanish - 210, 720],
			],
			"#CFC9BB",
		),
		polygon(
			[
				[vanish - 210, 720],
				[vanish + 210, 720],
				[vanish + 250, 770],
				[vanish - 236, 764],
			],
			"#9F998C",
		),
	);
	for (let index = 0; index < 70; index++)
		parts.push(
			disc(
				chance.between(260, 1280),
				chance.between(800, 1060),
				chance.between(4, 10),
				chance.pick([colour.stone, colour.clay, colour.slate]),
				0.8,
			),
		);
	parts.push(
		ellipse(200, 960, 260, 90, colour.slate),
		path("M-40 950Q160 760 250 790T460 960Z", colour.stone),
		path("M-40 950Q160 760 250 790Q120 850 120 960Z", colour.ink, 0.15),
	);
	parts.push(mixer(1270, 880, variant % 2 ? colour.gold : colour.brick));
	parts.push(
		crowd(chance, [
			{ x: vanish - 150, y: 700, h: 250, pose: "dig", top: colour.white, head: "conical", tool: "spade" },
			{
				x: vanish + 40,
				y: 690,
				h: 245,
				pose: "dig",
				top: colour.jade,
				head: "cap",
				tool: "hoe",
				faces: "left",
			},
			{
				x: vanish + 200,
				y: 730,
				h: 260,
				pose: "walk",
				top: "#2F6FA0",
				head: "short",
				tool: "box",
				faces: "left",
			},
			{
				x: 420,
				y: 900,
				h: 400,
				pose: "dig",
				dress: "tunic",
				top: colour.plum,
				bottom: colour.ink,
				head: "conical",
				tool: "spade",
			},
			{
				x: 700,
				y: 960,
				h: 430,
				pose: "dig",
				top: colour.cream,
				bottom: "#6D7C4C",
				head: variant % 2 ? "pith" : "helmet",
				tool: "hoe",
			},
			{
				x: 990,
				y: 950,
				h: 430,
				pose: "carry",
				dress: "tunic",
				top: colour.brick,
				bottom: colour.ink,
				head: "conical",
				tool: "yoke",
				faces: "left",
			},
		]),
	);
	if (variant % 3 === 0)
		parts.push(
			flag(80, 560, 110),
			stroke(
				[
					[80, 556],
					[80, 800],
				],
				colour.stone,
				6,
			),
		);
	return parts.join("");
}

/** A concrete mixer on wheels. */
function mixer(x: number, y: number, drum: string): string {
	return [
		ellipse(x, y + 92, 170, 18, colour.ink, 0.2),
		stroke(
			[
				[x - 110, y + 84],
				[x, y],
				[x + 110, y + 84],
			],
			colour.slate,
			16,
		),
		`<g transform="translate(${x} ${y - 40}) rotate(-24)">${polygon(
			[
				[-150, -46],
				[-60, -96],
				[70, -96],
				[130, -60],
				[130, 60],
				[70, 96],
				[-60, 96],
				[-150, 46],
			],
			drum,
		)}${polygon(
			[
				[-150, 0],
				[130, 0],
				[130, 60],
				[70, 96],
				[-60, 96],
				[-150, 46],
			],
			colour.ink,
			0.15,
		)}${ellipse(-150, 0, 16, 46, colour.ink)}${rectangle(-10, -96, 18, 192, colour.cream)}</g>`,
		disc(x - 96, y + 78, 36, colour.ink),
		disc(x - 96, y + 78, 15, colour.stone),
		disc(x + 96, y + 78, 36, colour.ink),
		disc(x + 96, y + 78, 15, colour.stone),
	].join("");
}

/** A finished village road with flags, flower beds and walls in colour. */
export function villageRoad({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const parts = [
		sky(light, 440, chance),
		variant % 2
			? karst(chance, 460, blend(colour.deep, air, 0.55), 6, 230)
			: hills(chance, 470, 150, blend(colour.moss, air, 0.5), 5),
		rectangle(0, 450, width, 640, blend(colour.leaf, colour.straw, 0.2)),
	];
	parts.push(
		polygon(
			[
				[760, 450],
				[840, 450],
				[1480, height],
				[120, height],
			],
			"#D8D2C3",
		),
		polygon(
			[
				[760, 450],
				[772, 450],
				[210, height],
				[120, height],
			],
			"#B5AE9E",
		),
		polygon(
			[
				[828, 450],
				[840, 450],
				[1480, height],
				[1390, height],
			],
			"#B5AE9E",
		),
	);
	for (let index = 4; index >= 0; index--) {
		const scale = 1 / (1 + index * 0.85);
		const spread = 720 * scale;
		const y = 455 + 430 * scale;
		for (const side of [-1, 1]) {
			const x = 800 + side * spread * 1.12;
			const wall =
				["#EBD3A8", "#DFE3D3", "#EBC9B4", "#E8DDBB"][(index + (side > 0 ? variant : variant + 2)) % 4] ??
				"#EBD3A8";
			const w = 420 * scale;
			if (index % 2 === (side > 0 ? 0 : 1))
				parts.push(
					house(
						x - w / 2 + side * 60 * scale,
						y - 30 * scale,
						w,
						blend(wall, air, index * 0.09),
						blend(index % 3 ? colour.brick : colour.clay, air, index * 0.09),
					),
				);
			else
				parts.push(
					(variant % 3 === 1
						? palm
						: (a: number, b: number, c: number, d: string) => roundTree(a, b, c, d, chance))(
						x,
						y - 20 * scale,
						360 * scale,
						blend(colour.moss, air, index * 0.09),
					),
				);
			const fx = 800 + side * spread * 0.86;
			parts.push(flagPole(fx, y, 330 * scale, 120 * scale));
			for (let bloom = 0; bloom < 12; bloom++)
				parts.push(
					disc(
						fx + side * (bloom * 15 - 20) * scale,
						y + (12 + (bloom % 3) * 12) * scale,
						15 * scale,
						[colour.red, colour.gold, colour.rose, colour.leaf][bloom % 4] ?? colour.red,
					),
				);
		}
	}
	parts.push(
		crowd(chance, [
			{ x: 700, y: 690, h: 190, pose: "walk", top: colour.white, bottom: colour.indigo, head: "short" },
			{
				x: 860,
				y: 760,
				h: 250,
				pose: "walk",
				dress: "tunic",
				top: colour.plum,
				bottom: colour.ink,
				head: "conical",
				faces: "left",
				tool: "basket",
			},
			...(variant % 2
				? ([
						{ x: 620, y: 900, h: 350, pose: "walk", top: colour.white, bottom: colour.indigo, head: "long" },
						{ x: 760, y: 915, h: 330, pose: "wave", top: colour.white, bottom: colour.indigo, head: "short" },
					] satisfies Person[])
				: []),
		]),
	);
	if (variant % 2 === 0)
		parts.push(
			motorbike(640, 920, 260, colour.red),
			person({
				x: 640,
				y: 890,
				h: 330,
				pose: "sit",
				top: "#C9DADD",
				head: "helmet",
				headColour: colour.indigo,
			}),
		);
	return parts.join("");
}

/** A school yard: pupils in lines under trees, a flag, a building with a gallery. */
export function schoolYard({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const parts = [
		sky(light, 460, chance),
		hills(chance, 470, 180, blend(colour.moss, air, 0.5), 5),
		rectangle(0, 560, width, 520, "#D9C39A"),
	];
	const wall = variant % 2 ? "#F0DDA8" : "#DDE6DA";
	parts.push(
		rectangle(140, 250, 1320, 340, wall),
		polygon(
			[
				[90, 250],
				[200, 160],
				[1400, 160],
				[1510, 250],
			],
			variant % 2 ? colour.brick : "#8C4A38",
		),
		rectangle(140, 410, 1320, 18, blend(wall, colour.ink, 0.2)),
	);
	for (let index = 0; index < 8; index++)
		for (const y of [285, 450])
			parts.push(
				rectangle(190 + index * 160, y, 100, y > 400 ? 138 : 90, index % 3 === 1 ? "#7C5136" : "#5E8A8E"),
				rectangle(180 + index * 160, y - 8, 6, 150, blend(wall, colour.white, 0.4)),
			);
	for (let index = 0; index <= 44; index++)
		parts.push(rectangle(146 + index * 30, 370, 5, 42, blend(wall, colour.ink, 0.25)));
	parts.push(
		roundTree(120, 700, 460, colour.moss, chance),
		roundTree(1490, 710, 480, colour.leaf, chance),
		polygon(
			[
				[0, 690],
				[width, 640],
				[width, height],
				[0, height],
			],
			"#E2CFA8",
			0.7,
		),
	);
	parts.push(
		flagPole(800, 650, 520, 170),
		polygon(
			[
				[740, 650],
				[860, 650],
				[880, 680],
				[720, 680],
			],
			colour.stone,
		),
		bunting(230, 300, 800, 190, 30),
		bunting(800, 190, 1370, 300, 30),
	);
	const children: Person[] = [];
	for (let row = 0; row < 3; row++)
		for (let index = 0; index < 9 - row; index++) {
			const far = row / 2;
			children.push({
				x: 250 + row * 30 + index * (140 + row * 26) + chance.between(-12, 12),
				y: 760 + row * 105,
				h: 170 + far * 90 + chance.between(-8, 12),
				pose: chance.pick(["stand", "wave", "clap", "stand", "walk"]),
				top: colour.white,
				bottom: row % 2 ? colour.indigo : colour.plum,
				dress: index % 3 === 0 ? "pleats" : "shirt",
				head: index % 3 === 0 ? chance.pick(["long", "bun"]) : "short",
				scarf: colour.red,
				faces: chance.happens(0.5) ? "left" : "right",
			});
		}
	parts.push(crowd(chance, children));
	parts.push(
		person({
			x: variant % 2 ? 1350 : 190,
			y: 1000,
			h: 440,
			pose: "talk",
			dress: "aodai",
			top: variant % 2 ? colour.rose : "#BFD3D6",
			bottom: colour.white,
			head: "bun",
			faces: variant % 2 ? "left" : "right",
		}),
	);
	return parts.join("");
}

/** A country market under tarpaulins and trees. */
export function market({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const parts = [
		sky(light, 380, chance),
		hills(chance, 430, 240, blend(colour.moss, air, 0.5), 4),
		rectangle(0, 420, width, 660, "#C9A878"),
	];
	for (let index = 0; index < 6; index++)
		parts.push(house(index * 290 - 60, 470, 220, blend("#EBDCB6", air, 0.25), blend(colour.clay, air, 0.3)));
	const awnings = [colour.red, colour.jade, "#D8B45C", "#4E7C8C"];
	const stalls = [
		[40, 640, 0.8],
		[470, 600, 0.75],
		[900, 620, 0.78],
		[1250, 660, 0.85],
	] as const;
	for (const [index, [x, y, scale]] of stalls.entries()) {
		const w = 400 * scale;
		const tone = awnings[(index + variant) % 4] ?? colour.red;
		parts.push(
			stroke(
				[
					[x + 20, y],
					[x + 20, y - 230 * scale],
				],
				colour.soil,
				9,
			),
			stroke(
				[
					[x + w - 20, y],
					[x + w - 20, y - 230 * scale],
				],
				colour.soil,
				9,
			),
		);
		parts.push(
			person({
				x: x + w * 0.5,
				y: y + 4,
				h: 290 * scale,
				pose: "hold",
				dress: "tunic",
				top: chance.pick([colour.plum, colour.brick, colour.white, colour.moss]),
				bottom: colour.ink,
				head: chance.pick(["conical", "scarf", "bun"]),
				faces: chance.happens(0.5) ? "left" : "right",
			}),
		);
		parts.push(
			polygon(
				[
					[x - 20, y - 190 * scale],
					[x + 40, y - 290 * scale],
					[x + w - 40, y - 290 * scale],
					[x + w + 20, y - 190 * scale],
				],
				tone,
			),
		);
		for (let band = 0; band < 5; band += 2)
			parts.push(
				polygon(
					[
						[x - 20 + ((w + 40) * band) / 5, y - 190 * scale],
						[x + 40 + ((w - 80) * band) / 5, y - 290 * scale],
						[x + 40 + ((w - 80) * (band + 1)) / 5, y - 290 * scale],
						[x - 20 + ((w + 40) * (band + 1)) / 5, y - 190 * scale],
					],
					blend(tone, colour.paper, 0.3),
				),
			);
		parts.push(rectangle(x, y - 80 * scale, w, 84 * scale, "#9C6B41"));
		for (let heap = 0; heap < 4; heap++)
			parts.push(
				ellipse(
					x + w * (0.15 + heap * 0.235),
					y - 84 * scale,
					w * 0.1,
					30 * scale,
					chance.pick([colour.red, colour.gold, colour.leaf, "#D98038", colour.cream, colour.moss]),
				),
			);
	}
	const buyers: Person[] = [];
	for (let index = 0; index < 6; index++)
		buyers.push({
			x: 170 + index * 250 + chance.between(-30, 30),
			y: 800 + (index % 2) * 70,
			h: 330 + (index % 2) * 40,
			pose: chance.pick(["walk", "talk", "hold", "stand"]),
			dress: chance.pick(["tunic", "skirt", "shirt"]),
			top: chance.pick([colour.jade, colour.rose, colour.indigo, colour.cream, colour.brick]),
			bottom: chance.pick([colour.ink, colour.plum, colour.indigo]),
			head: chance.pick(["conical", "bun", "scarf", "short", "long"]),
			faces: chance.happens(0.5) ? "left" : "right",
			tool: chance.pick(["basket", "basket", "phone"]),
		});
	parts.push(crowd(chance, buyers));
	for (let index = 0; index < 5; index++) {
		const x = 120 + index * 340;
		parts.push(ellipse(x, 1004, 120, 34, "#7C5136"), ellipse(x, 992, 104, 26, "#5B3C2B"));
		const fruit = chance.pick([colour.red, colour.gold, "#D98038", colour.leaf, "#8E4B5A"]);
		for (let piece = 0; piece < 15; piece++)
			parts.push(
				disc(
					x + chance.between(-86, 86),
					984 - chance.between(0, 30),
					18,
					blend(fruit, colour.paper, chance.between(0, 0.25)),
				),
			);
	}
	return parts.join("");
}

/** A patrol on a forest path, tall trunks, shafts of light. */
export function forestPatrol({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const parts = [rectangle(0, 0, width, height, blend("#9DB99A", air, 0.55))];
	for (let layer = 0; layer < 3; layer++) {
		const tone = blend(colour.pine, air, 0.6 - layer * 0.25);
		for (let index = 0; index < 12 - layer * 3; index++) {
			const x = chance.between(-40, width);
			const w = 18 + layer * 22;
			parts.push(
				polygon(
					[
						[x - w, 740 + layer * 40],
						[x - w * 0.55, 0],
						[x + w * 0.55, 0],
						[x + w, 740 + layer * 40],
					],
					tone,
				),
			);
		}
		for (let index = 0; index < 9; index++)
			parts.push(
				ellipse(
					chance.between(0, width),
					chance.between(-40, 90) - layer * 20,
					chance.between(160, 260),
					chance.between(70, 120),
					blend(layer === 2 ? colour.pine : colour.moss, air, 0.5 - layer * 0.2),
				),
			);
		parts.push(
			ground(
				Array.from(
					{ length: 7 },
					(_, column) => [column * 280 - 40, 660 + layer * 60 + chance.between(-26, 26)] as const,
				),
				blend(colour.moss, air, 0.45 - layer * 0.2),
			),
		);
	}
	for (const [x, w] of [
		[300, 90],
		[720, 130],
		[1180, 80],
	] as const)
		parts.push(
			polygon(
				[
					[x, 0],
					[x + w, 0],
					[x + w - 240, 860],
					[x - 420, 860],
				],
				"#FBF3D0",
				0.16,
			),
		);
	parts.push(
		path("M640 1067Q760 900 900 820T1010 700L1050 700Q1060 800 990 880T1080 1067Z", colour.earth),
		path("M640 1067Q760 900 900 820T1010 700L1020 700Q990 800 900 870T760 1067Z", colour.clay, 0.5),
	);
	for (let index = 0; index < 16; index++) {
		const x = chance.between(-20, width);
		if (x > 560 && x < 1120) continue;
		const y = chance.between(860, 1050);
		for (const lean of [-70, -38, 0, 38, 70])
			parts.push(
				curve(
					`M${round(x)} ${round(y)}Q${round(x + lean * 0.4)} ${round(y - 90)} ${round(x + lean * 1.5)} ${round(y - 62)}`,
					blend(colour.leaf, colour.moss, chance.between(0, 1)),
					11,
				),
			);
	}
	const uniform = variant % 2 ? "#7A8450" : "#5F7F5B";
	parts.push(
		crowd(chance, [
			{
				x: 1010,
				y: 800,
				h: 240,
				pose: "walk",
				top: uniform,
				bottom: uniform,
				head: "pith",
				headColour: "#5D6A3E",
				faces: "left",
			},
			{
				x: 930,
				y: 880,
				h: 330,
				pose: "walk",
				dress: variant % 2 ? "tunic" : "shirt",
				top: colour.plum,
				bottom: colour.ink,
				head: "scarf",
				headColour: colour.red,
				faces: "left",
				tool: "basket",
			},
			{
				x: 820,
				y: 985,
				h: 450,
				pose: "walk",
				top: uniform,
				bottom: uniform,
				head: "pith",
				headColour: "#5D6A3E",
				faces: "left",
				tool: "staff",
			},
		]),
	);
	parts.push(
		polygon(
			[
				[-40, height],
				[-10, 0],
				[110, 0],
				[170, height],
			],
			colour.pine,
		),
		polygon(
			[
				[1480, height],
				[1510, 0],
				[1640, 0],
				[1640, height],
			],
			blend(colour.pine, colour.ink, 0.25),
		),
	);
	return parts.join("");
}

/** People plant young trees along a slope or a shore. */
export function treePlanting({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const parts = [
		sky(light, 460, chance),
		hills(chance, 520, 260, blend(colour.deep, air, 0.55), 4),
		hills(chance, 600, 180, blend(colour.leaf, air, 0.4), 5),
	];
	parts.push(
		ground(
			[
				[-40, 640],
				[300, 600],
				[760, 650],
				[1200, 590],
				[1640, 640],
			],
			blend(colour.leaf, colour.straw, 0.35),
		),
		ground(
			[
				[-40, 790],
				[400, 740],
				[900, 800],
				[1640, 730],
			],
			blend(colour.earth, colour.straw, 0.25),
		),
	);
	for (let row = 0; row < 3; row++)
		for (let index = 0; index < 9; index++) {
			const x = 60 + index * 190 + row * 60;
			const y = 660 + row * 40 + Math.sin(index) * 10;
			parts.push(
				ellipse(x, y, 22, 6, colour.soil),
				stroke(
					[
						[x, y],
						[x, y - 46],
					],
					colour.clay,
					4,
				),
				ellipse(x - 12, y - 40, 15, 8, colour.moss),
				ellipse(x + 12, y - 48, 15, 8, colour.leaf),
			);
		}
	const team = variant % 2 ? "#2F6FA0" : colour.white;
	parts.push(
		crowd(chance, [
			{ x: 300, y: 830, h: 320, pose: "dig", top: team, head: "cap", headColour: colour.moss, tool: "hoe" },
			{
				x: 520,
				y: 850,
				h: 320,
				pose: "kneel",
				dress: "tunic",
				top: colour.rose,
				bottom: colour.ink,
				head: "conical",
				tool: "sapling",
			},
			{
				x: 930,
				y: 900,
				h: 400,
				pose: "squat",
				top: variant % 2 ? "#6D7C4C" : team,
				bottom: "#6D7C4C",
				head: "pith",
				headColour: "#5D6A3E",
				tool: "sapling",
			},
			{ x: 1160, y: 880, h: 390, pose: "hold", top: team, head: "long", tool: "sapling", faces: "left" },
			{
				x: 1380,
				y: 850,
				h: 350,
				pose: "carry",
				dress: "tunic",
				top: colour.plum,
				bottom: colour.ink,
				head: "conical",
				tool: "yoke",
				faces: "left",
			},
		]),
	);
	for (let index = 0; index < 7; index++) {
		const x = 80 + index * 250 + chance.between(-40, 40);
		const y = 1010 + chance.between(-20, 20);
		parts.push(
			ellipse(x, y, 62, 18, colour.soil),
			stroke(
				[
					[x, y],
					[x + 4, y - 110],
				],
				colour.clay,
				8,
			),
		);
		for (const [dx, dy] of [
			[-30, -70],
			[34, -84],
			[-22, -116],
			[26, -128],
			[2, -150],
		] as const)
			parts.push(ellipse(x + dx, y + dy, 34, 15, dx < 0 ? colour.moss : colour.leaf));
	}
	return parts.join("");
}

/** Tea rows over round hills, pickers with baskets. */
export function teaHills({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const parts = [
		sky(light, 400, chance),
		hills(chance, 460, 250, blend(colour.deep, air, 0.6), 4),
		hills(chance, 500, 150, blend(colour.moss, air, 0.45), 4),
	];
	for (const [index, [cx, cy, rx, ry]] of (
		[
			[360, 860, 760, 380],
			[1300, 900, 820, 470],
			[760, 1240, 1300, 480],
		] as const
	).entries()) {
		const tone = blend(colour.leaf, air, 0.25 - index * 0.12);
		parts.push(ellipse(cx, cy, rx, ry, tone));
		for (let ring = 1; ring < 12; ring++)
			parts.push(
				`<ellipse cx="${cx}" cy="${cy + ring * 16}" rx="${rx - ring * (rx / 13)}" ry="${ry - ring * (ry / 15)}" fill="none" stroke="${blend(colour.moss, air, 0.2 - index * 0.08)}" stroke-width="${9 + index * 5}" opacity=".75"/>`,
			);
		if (index === 1)
			parts.push(
				house(1180, 500, 180, "#EFE0BC", colour.brick),
				roundTree(1400, 490, 140, colour.pine, chance),
			);
	}
	parts.push(
		crowd(chance, [
			{
				x: 330,
				y: 760,
				h: 240,
				pose: "hold",
				dress: "tunic",
				top: colour.plum,
				bottom: colour.ink,
				head: "conical",
				tool: "basket",
			},
			{ x: 560, y: 790, h: 250, pose: "bend", top: colour.brick, head: "conical" },
			{
				x: 1060,
				y: 800,
				h: 260,
				pose: "hold",
				dress: "tunic",
				top: colour.white,
				bottom: colour.ink,
				head: "conical",
				tool: "basket",
				faces: "left",
			},
			{
				x: variant % 2 ? 780 : 1320,
				y: 940,
				h: 380,
				pose: "hold",
				dress: "skirt",
				top: colour.indigo,
				bottom: colour.ink,
				head: variant % 2 ? "scarf" : "conical",
				tool: "basket",
				faces: variant % 2 ? "right" : "left",
			},
		]),
	);
	for (let index = 0; index < 30; index++)
		parts.push(
			ellipse(index * 58 - 30, 1062 + (index % 3) * 8, 60, 50, index % 2 ? colour.moss : colour.pine),
		);
	return parts.join("");
}

/** Rows of a tree crop: coffee, pepper posts, rubber or lychee by variant. */
export function orchard({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const kind = variant % 4;
	const parts = [
		sky(light, 420, chance),
		hills(chance, 450, 120, blend(colour.moss, air, 0.55), 5),
		furrows(440, kind === 3 ? "#B9744E" : "#B98A5B", kind === 3 ? "#A9653F" : "#A97A4C", 9, 800),
	];
	for (let row = 5; row >= 0; row--) {
		const scale = 1 / (1 + row * 0.62);
		const y = 460 + 470 * scale;
		for (const side of [-1, 1])
			for (let step = 0; step < 3; step++) {
				const x = 800 + side * (430 + step * 560) * scale;
				const h = 520 * scale;
				const fade = row * 0.07;
				if (kind === 0) {
					parts.push(roundTree(x, y, h * 0.72, blend(colour.moss, air, fade), chance));
					for (let fruit = 0; fruit < 14; fruit++)
						parts.push(
							disc(
								x + chance.between(-0.24, 0.24) * h,
								y - h * chance.between(0.3, 0.6),
								9 * scale + 1,
								colour.red,
							),
						);
				} else if (kind === 1) {
					parts.push(rectangle(x - 9 * scale, y - h, 18 * scale, h, colour.stone));
					for (let tuft = 0; tuft < 11; tuft++)
						parts.push(
							ellipse(
								x + chance.between(-44, 44) * scale,
								y - h * (0.06 + tuft * 0.084),
								62 * scale,
								34 * scale,
								blend(tuft % 2 ? colour.moss : colour.leaf, air, fade),
							),
						);
				} else if (kind === 2) {
					parts.push(
						polygon(
							[
								[x - 16 * scale, y],
								[x - 11 * scale, y - h],
								[x + 11 * scale, y - h],
								[x + 16 * scale, y],
							],
							blend("#A79A82", air, fade),
						),
						stroke(
							[
								[x - 14 * scale, y - h * 0.3],
								[x + 13 * scale, y - h * 0.24],
							],
							colour.paper,
							5 * scale,
						),
						ellipse(x + 20 * scale, y - h * 0.2, 16 * scale, 10 * scale, colour.soil),
						ellipse(x, y - h * 1.06, 170 * scale, 110 * scale, blend(colour.moss, air, fade)),
						ellipse(x - 60 * scale, y - h * 1.14, 110 * scale, 80 * scale, blend(colour.leaf, air, fade)),
					);
				} else {
					for (const [dx, dy, r] of [
						[-40, 60, 66],
						[40, 70, 70],
						[0, 140, 74],
						[0, 40, 60],
					] as const)
						parts.push(disc(x + dx * scale, y - dy * scale, r * scale, blend(colour.pine, air, fade)));
					for (let berry = 0; berry < 14; berry++)
						parts.push(
							disc(
								x + chance.between(-80, 80) * scale,
								y - chance.between(30, 190) * scale,
								9 * scale,
								chance.pick([colour.red, colour.red, colour.gold]),
							),
						);
				}
			}
	}
	parts.push(
		crowd(chance, [
			{
				x: 690,
				y: 780,
				h: 300,
				pose: "reach",
				dress: "tunic",
				top: colour.plum,
				bottom: colour.ink,
				head: "conical",
				faces: "left",
			},
			{
				x: 900,
				y: 860,
				h: 400,
				pose: "hold",
				top: colour.cream,
				bottom: colour.indigo,
				head: "cap",
				headColour: colour.jade,
				tool: "basket",
			},
			{
				x: 560,
				y: 960,
				h: 450,
				pose: "carry",
				dress: kind === 3 ? "skirt" : "tunic",
				top: colour.jade,
				bottom: colour.ink,
				head: kind === 3 ? "scarf" : "conical",
				tool: "yoke",
			},
			{
				x: 1090,
				y: 985,
				h: 460,
				pose: "squat",
				top: colour.brick,
				head: "conical",
				faces: "left",
				tool: "basket",
			},
		]),
	);
	return parts.join("");
}

/** A border post on a ridge: soldiers and villagers by the marker. */
export function borderPost({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const parts = [
		sky(light, 520, chance),
		hills(chance, 560, 330, blend(colour.deep, air, 0.62), 4),
		hills(chance, 620, 240, blend(colour.moss, air, 0.45), 5),
		hills(chance, 690, 160, blend(colour.moss, air, 0.2), 4),
	];
	parts.push(
		ground(
			[
				[-40, 780],
				[400, 720],
				[900, 740],
				[1640, 690],
			],
			colour.leaf,
		),
		ground(
			[
				[-40, 900],
				[500, 850],
				[1000, 860],
				[1640, 840],
			],
			blend(colour.leaf, colour.straw, 0.4),
		),
	);
	parts.push(
		house(1090, 740, 330, "#E3DDB6", colour.moss),
		flagPole(1040, 745, 330, 130),
		pine(1480, 760, 260, colour.pine),
		pine(1010, 742, 150, colour.pine),
		roundTree(150, 800, 330, colour.moss, chance),
	);
	parts.push(
		polygon(
			[
				[640, 900],
				[655, 640],
				[745, 640],
				[760, 900],
			],
			colour.stone,
		),
		polygon(
			[
				[700, 640],
				[745, 640],
				[760, 900],
				[700, 900],
			],
			colour.ink,
			0.12,
		),
		polygon(
			[
				[640, 640],
				[700, 600],
				[760, 640],
			],
			"#D8D2C3",
		),
		star(698, 700, 24, colour.red),
		rectangle(670, 744, 58, 10, colour.red),
		rectangle(676, 768, 46, 8, colour.red),
		polygon(
			[
				[600, 900],
				[800, 900],
				[830, 940],
				[570, 940],
			],
			"#A9A294",
		),
	);
	const uniform = "#6F7A48";
	parts.push(
		crowd(chance, [
			{
				x: 470,
				y: 950,
				h: 430,
				pose: "talk",
				top: uniform,
				bottom: uniform,
				head: "pith",
				headColour: "#57623A",
			},
			{
				x: 880,
				y: 960,
				h: 430,
				pose: variant % 2 ? "hold" : "stand",
				top: uniform,
				bottom: uniform,
				head: "pith",
				headColour: "#57623A",
				faces: "left",
				...(variant % 2 ? { tool: "book" as const } : {}),
			},
			{
				x: 1060,
				y: 970,
				h: 410,
				pose: "stand",
				dress: "skirt",
				top: colour.ink,
				bottom: colour.plum,
				head: "scarf",
				headColour: colour.red,
				faces: "left",
				tool: "basket",
			},
			{
				x: 310,
				y: 975,
				h: 420,
				pose: "stand",
				dress: "vest",
				top: colour.plum,
				bottom: colour.ink,
				head: "grey",
				tool: "staff",
			},
			{
				x: 1210,
				y: 985,
				h: 270,
				pose: "wave",
				top: colour.white,
				bottom: colour.indigo,
				head: "short",
				scarf: colour.red,
				faces: "left",
			},
		]),
	);
	parts.push(tufts(chance, 1075, colour.moss, 70, 44));
	return parts.join("");
}

/** Raising a house together: frame, tiles handed up, neighbours. */
export function houseBuilding({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const parts = [
		sky(light, 480, chance),
		hills(chance, 520, 200, blend(colour.moss, air, 0.5), 5),
		rectangle(0, 520, width, 560, blend(colour.leaf, colour.straw, 0.35)),
		banana(130, 640, 250, colour.leaf),
		palm(1480, 640, 380, colour.moss, -0.06),
		rectangle(0, 660, width, 420, "#C6A273"),
	];
	parts.push(rectangle(420, 470, 760, 260, "#D9B08C"));
	for (let row = 0; row < 8; row++)
		for (let index = 0; index < 11; index++)
			parts.push(
				rectangle(
					424 + index * 70 - (row % 2) * 30,
					474 + row * 32,
					66,
					28,
					index % 3 ? "#C77B58" : "#B96A49",
				),
			);
	parts.push(
		rectangle(390, 470, 30, 260, "#D9B08C"),
		rectangle(720, 540, 140, 190, "#5B3C2B"),
		rectangle(500, 530, 120, 100, "#8FB9BA"),
		rectangle(970, 530, 120, 100, "#8FB9BA"),
	);
	for (let index = 0; index <= 8; index++)
		parts.push(
			stroke(
				[
					[400 + index * 100, 470],
					[480 + index * 80, 300],
				],
				colour.clay,
				12,
			),
		);
	parts.push(
		stroke(
			[
				[370, 470],
				[1230, 470],
			],
			colour.clay,
			16,
		),
		stroke(
			[
				[470, 300],
				[1130, 300],
			],
			colour.clay,
			16,
		),
		stroke(
			[
				[430, 390],
				[1180, 390],
			],
			colour.clay,
			10,
		),
	);
	parts.push(
		polygon(
			variant % 2
				? [
						[370, 470],
						[480, 300],
						[760, 300],
						[740, 470],
					]
				: [
						[860, 470],
						[840, 300],
						[1130, 300],
						[1230, 470],
					],
			colour.brick,
		),
	);
	for (let index = 0; index < 6; index++)
		parts.push(
			stroke(
				[
					[(variant % 2 ? 385 : 855) + index * 4, 450 - index * 27],
					[(variant % 2 ? 740 : 1210) - (variant % 2 ? -index * 3 : index * 13), 450 - index * 27],
				],
				blend(colour.brick, colour.ink, 0.2),
				4,
			),
		);
	parts.push(
		person({
			x: variant % 2 ? 800 : 800,
			y: 392,
			h: 230,
			pose: "squat",
			top: colour.white,
			head: "helmet",
			faces: variant % 2 ? "left" : "right",
		}),
		stroke(
			[
				[1240, 960],
				[1160, 400],
			],
			colour.soil,
			12,
		),
		stroke(
			[
				[1300, 950],
				[1220, 400],
			],
			colour.soil,
			12,
		),
	);
	for (let index = 0; index < 9; index++)
		parts.push(
			stroke(
				[
					[1230 - index * 9, 900 - index * 56],
					[1288 - index * 9, 892 - index * 56],
				],
				colour.soil,
				10,
			),
		);
	for (let index = 0; index < 12; index++)
		parts.push(rectangle(90 + (index % 4) * 58, 900 - Math.floor(index / 4) * 32, 54, 28, "#C77B58"));
	parts.push(
		crowd(chance, [
			{
				x: 470,
				y: 870,
				h: 400,
				pose: "dig",
				top: "#6D7C4C",
				bottom: "#6D7C4C",
				head: "cap",
				headColour: "#57623A",
				tool: "spade",
			},
			{ x: 700, y: 900, h: 410, pose: "hold", top: colour.white, head: "helmet", tool: "box" },
			{
				x: 920,
				y: 910,
				h: 400,
				pose: "hold",
				dress: "tunic",
				top: colour.plum,
				bottom: colour.ink,
				head: "conical",
				tool: "basket",
				faces: "left",
			},
			{ x: 1110, y: 930, h: 410, pose: "reach", top: "#2F6FA0", head: "short" },
			{
				x: 300,
				y: 950,
				h: 400,
				pose: "carry",
				top: colour.brick,
				bottom: colour.ink,
				head: "conical",
				tool: "yoke",
			},
		]),
	);
	for (let index = 0; index < 40; index++)
		parts.push(
			disc(
				chance.between(500, 1000),
				chance.between(960, 1050),
				chance.between(5, 12),
				chance.pick([colour.stone, colour.clay, "#D9B08C"]),
			),
		);
	return parts.join("");
}

/** A village feast in front of the house of culture: long tables, bunting, drums. */
export function feast({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const parts = [
		sky(light, 430, chance),
		rectangle(0, 460, width, 100, blend(colour.moss, air, 0.5)),
		variant % 2
			? karst(chance, 525, blend(colour.deep, air, 0.55), 6, 290)
			: hills(chance, 480, 220, blend(colour.moss, air, 0.5), 5),
		rectangle(0, 520, width, 560, "#D4B583"),
	];
	if (variant % 3 === 1) parts.push(stiltHouse(520, 620, 560, colour.clay, 1.5));
	else
		parts.push(
			house(470, 610, 660, "#F0DDA8", colour.brick, colour.red),
			rectangle(640, 398, 320, 20, colour.red),
			star(800, 345, 30, "#F2C744"),
		);
	parts.push(
		roundTree(180, 660, 430, colour.moss, chance),
		variant % 2 ? bamboo(1430, 650, 420, colour.moss, chance) : palm(1420, 660, 440, colour.moss),
		flagPole(1215, 650, 260, 110),
		bunting(200, 300, 800, 240, 34),
		bunting(800, 240, 1430, 320, 34),
	);
	for (const [row, y] of [700, 850].entries()) {
		for (let index = 0; index < 5; index++)
			parts.push(
				person({
					x: 260 + index * 270 + chance.between(-20, 20),
					y: y + 20,
					h: 270 + row * 70,
					pose: chance.pick(["sit", "sit", "write"]),
					dress: index % 2 ? "tunic" : "shirt",
					top: chance.pick([colour.brick, colour.jade, colour.white, colour.plum, "#8AA0AE"]),
					bottom: colour.ink,
					head: chance.pick(["bun", "grey", "short", "scarf", "long"]),
					headColour: colour.red,
					faces: index % 2 ? "left" : "right",
				}),
			);
		parts.push(table(150 - row * 60, y + 40, 1300 + row * 120, 76 + row * 20, row ? "#B4523F" : "#A9744B"));
		for (let index = 0; index < 12; index++) {
			const x = 200 + index * 106;
			const top = y + 40 - 76 - row * 20;
			parts.push(
				ellipse(x, top + 2, 32, 9, colour.white),
				ellipse(x, top - 4, 20, 8, chance.pick([colour.gold, colour.leaf, colour.brick, colour.straw])),
			);
		}
	}
	const drummer = variant % 2 ? 260 : 1320;
	parts.push(
		person({
			x: drummer,
			y: 1030,
			h: 430,
			pose: "reach",
			dress: "tunic",
			top: colour.red,
			bottom: colour.ink,
			head: "scarf",
			headColour: colour.gold,
			faces: variant % 2 ? "right" : "left",
		}),
	);
	const drum = drummer + (variant % 2 ? 160 : -160);
	parts.push(
		path(
			`M${drum - 84} 820Q${drum - 124} 910 ${drum - 84} 1000H${drum + 84}Q${drum + 124} 910 ${drum + 84} 820Z`,
			colour.red,
		),
		ellipse(drum, 820, 84, 26, colour.cream),
		stroke(
			[
				[drum - 104, 880],
				[drum + 104, 880],
			],
			colour.gold,
			10,
		),
		stroke(
			[
				[drum - 104, 950],
				[drum + 104, 950],
			],
			colour.gold,
			10,
		),
	);
	parts.push(
		crowd(chance, [
			{
				x: variant % 2 ? 1050 : 560,
				y: 1020,
				h: 400,
				pose: "clap",
				dress: "aodai",
				top: colour.jade,
				bottom: colour.white,
				head: "bun",
				faces: variant % 2 ? "left" : "right",
			},
			{
				x: variant % 2 ? 1210 : 720,
				y: 1030,
				h: 270,
				pose: "wave",
				top: colour.white,
				bottom: colour.indigo,
				head: "short",
			},
			{
				x: variant % 2 ? 1350 : 880,
				y: 1025,
				h: 390,
				pose: "clap",
				dress: "tunic",
				top: colour.plum,
				bottom: colour.ink,
				head: "grey",
			},
		]),
	);
	return parts.join("");
}

/** Church tower and pagoda roofs in one village, people of both faiths on the road between. */
export function twoFaiths({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const parts = [
		sky(light, 480, chance),
		karst(chance, 520, blend(colour.deep, air, 0.6), 7, 260),
		rectangle(0, 520, width, 560, blend(colour.leaf, colour.straw, 0.3)),
	];
	parts.push(
		rectangle(220, 330, 300, 300, "#D9CDB2"),
		polygon(
			[
				[200, 330],
				[370, 220],
				[540, 330],
			],
			colour.clay,
		),
		rectangle(310, 170, 120, 200, "#E6DBC2"),
		polygon(
			[
				[296, 170],
				[370, 60],
				[444, 170],
			],
			colour.slate,
		),
		stroke(
			[
				[370, 64],
				[370, 14],
			],
			colour.ink,
			6,
		),
		stroke(
			[
				[352, 32],
				[388, 32],
			],
			colour.ink,
			6,
		),
		path("M340 630V520a30 34 0 0 1 60 0v110Z", colour.soil),
		path("M348 270v-30a22 26 0 0 1 44 0v30Z", colour.deep),
		disc(370, 420, 30, colour.deep),
		path("M245 600v-80a18 22 0 0 1 36 0v80ZM460 600v-80a18 22 0 0 1 36 0v80Z", colour.deep),
	);
	const px = 1180;
	for (const [index, [y, w]] of (
		[
			[630, 460],
			[500, 330],
			[390, 220],
		] as const
	).entries())
		parts.push(
			rectangle(px - w * 0.36, y - 110, w * 0.72, 110, index % 2 ? "#C99A5B" : "#B97F47"),
			path(
				`M${px - w * 0.62} ${y - 104}Q${px - w * 0.46} ${y - 120} ${px - w * 0.36} ${y - 165}H${px + w * 0.36}Q${px + w * 0.46} ${y - 120} ${px + w * 0.62} ${y - 104}Q${px + w * 0.5} ${y - 92} ${px + w * 0.4} ${y - 92}H${px - w * 0.4}Q${px - w * 0.5} ${y - 92} ${px - w * 0.62} ${y - 104}Z`,
				index % 2 ? "#7A3428" : "#8F4030",
			),
		);
	for (let index = 0; index < 5; index++)
		parts.push(rectangle(px - 160 + index * 76, 522, 14, 108, colour.red));
	parts.push(
		roundTree(640, 640, 300, colour.moss, chance),
		bamboo(900, 640, 260, colour.moss, chance),
		roundTree(60, 650, 260, colour.leaf, chance),
		palm(1520, 650, 330, colour.moss, -0.05),
	);
	parts.push(
		path(
			"M340 630Q420 760 700 820T1180 630H1230Q1100 860 1000 960T1500 1067H80Q420 960 420 860T290 630Z",
			"#DCC8A0",
		),
	);
	parts.push(
		crowd(chance, [
			{
				x: 560,
				y: 900,
				h: 400,
				pose: "walk",
				dress: "robe",
				top: variant % 2 ? colour.ink : "#4A4A50",
				head: "short",
			},
			{
				x: 800,
				y: 930,
				h: 410,
				pose: "talk",
				dress: "tunic",
				top: colour.jade,
				bottom: colour.ink,
				head: "grey",
				faces: "left",
			},
			{ x: 960, y: 910, h: 400, pose: "clap", dress: "robe", top: "#B9803E", head: "shaved", faces: "left" },
			{
				x: 1150,
				y: 960,
				h: 410,
				pose: "hold",
				dress: "aodai",
				top: colour.white,
				bottom: colour.white,
				head: "bun",
				tool: "book",
				faces: "left",
			},
			{ x: 330, y: 960, h: 280, pose: "wave", top: colour.white, bottom: colour.indigo, head: "short" },
		]),
	);
	return parts.join("");
}

/** Everyone sweeps the lane: brooms, bins, flowers. */
export function cleanUp({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const parts = [
		sky(light, 400, chance),
		hills(chance, 430, 160, blend(colour.moss, air, 0.55), 5),
		rectangle(0, 430, width, 660, "#D9CCB0"),
	];
	for (let index = 0; index < 5; index++)
		parts.push(
			house(
				index * 350 - 120,
				590,
				290,
				["#EBD3A8", "#DFE3D3", "#EBC9B4"][(index + variant) % 3] ?? "#EBD3A8",
				index % 2 ? colour.brick : colour.clay,
			),
			rectangle(index * 350 + 180, 520, 60, 70, blend("#C9A878", air, 0.2)),
		);
	parts.push(rectangle(0, 585, width, 50, colour.stone), rectangle(0, 585, width, 10, "#D8D2C3"));
	for (let index = 0; index < 40; index++)
		parts.push(
			disc(
				index * 42 + 10,
				628 + (index % 3) * 10,
				24,
				[colour.moss, colour.leaf, colour.moss][index % 3] ?? colour.moss,
			),
			disc(
				index * 42 + chance.between(0, 30),
				612 + chance.between(0, 24),
				10,
				chance.pick([colour.red, colour.gold, colour.rose, colour.white]),
			),
		);
	parts.push(rectangle(0, 660, width, 420, "#CFC7B6"));
	for (let index = 0; index < 46; index++)
		parts.push(
			ellipse(
				chance.between(0, width),
				chance.between(700, 1050),
				chance.between(7, 15),
				5,
				chance.pick([colour.gold, colour.clay, colour.leaf]),
				0.8,
			),
		);
	for (const [index, x] of [1300, 1420].entries())
		parts.push(
			polygon(
				[
					[x - 50, 760],
					[x + 50, 760],
					[x + 40, 900],
					[x - 40, 900],
				],
				index ? colour.gold : colour.jade,
			),
			rectangle(x - 58, 740, 116, 24, blend(index ? colour.gold : colour.jade, colour.ink, 0.25)),
		);
	const blue = variant % 2 ? "#2F6FA0" : colour.jade;
	parts.push(
		crowd(chance, [
			{
				x: 240,
				y: 860,
				h: 380,
				pose: "dig",
				dress: "tunic",
				top: colour.plum,
				bottom: colour.ink,
				head: "conical",
				tool: "broom",
			},
			{
				x: 520,
				y: 930,
				h: 420,
				pose: "dig",
				top: blue,
				head: "cap",
				headColour: colour.indigo,
				tool: "broom",
			},
			{ x: 830, y: 880, h: 390, pose: "bend", top: colour.brick, head: "conical" },
			{ x: 1040, y: 960, h: 430, pose: "dig", top: blue, head: "long", tool: "broom", faces: "left" },
			{
				x: 1200,
				y: 850,
				h: 260,
				pose: "hold",
				top: colour.white,
				bottom: colour.indigo,
				head: "short",
				scarf: colour.red,
				tool: "basket",
			},
		]),
	);
	return parts.join("");
}

/** An open evening lane under new lamps. */
export function lampLane({ chance, variant }: Setting): string {
	const parts = [
		sky("night", 460, chance),
		hills(chance, 480, 130, "#1F3042", 5),
		rectangle(0, 460, width, 620, "#24333A"),
		polygon(
			[
				[760, 460],
				[840, 460],
				[1500, height],
				[100, height],
			],
			"#57564F",
		),
	];
	for (let index = 4; index >= 0; index--) {
		const scale = 1 / (1 + index * 0.8);
		const y = 465 + 420 * scale;
		for (const side of [-1, 1]) {
			const x = 800 + side * 640 * scale;
			const w = 380 * scale;
			if ((index + (side > 0 ? 1 : 0) + variant) % 2)
				parts.push(
					house(x - w / 2 + side * 240 * scale, y - 20 * scale, w, "#6B5A47", "#43302A", "#F0CC7E"),
					rectangle(
						x - w / 2 + side * 240 * scale + w * 0.12,
						y - 20 * scale - w * 0.22,
						w * 0.14,
						w * 0.1,
						"#F0CC7E",
					),
				);
			else parts.push(palm(x + side * 180 * scale, y, 400 * scale, "#1D3A36", 0.05 * side));
			parts.push(
				polygon(
					[
						[x - side * 60 * scale, y - 330 * scale],
						[x - side * 300 * scale, y + 40 * scale],
						[x + side * 110 * scale, y + 40 * scale],
					],
					"#F6DFA4",
					0.14,
				),
				ellipse(x - side * 90 * scale, y + 36 * scale, 220 * scale, 34 * scale, "#F6DFA4", 0.25),
			);
			parts.push(
				stroke(
					[
						[x, y],
						[x, y - 360 * scale],
						[x - side * 70 * scale, y - 372 * scale],
					],
					"#8C8C86",
					10 * scale,
				),
				polygon(
					[
						[x - 36 * scale, y - 392 * scale],
						[x + 40 * scale, y - 412 * scale],
						[x + 44 * scale, y - 396 * scale],
						[x - 30 * scale, y - 376 * scale],
					],
					"#2F4560",
				),
				disc(x - side * 70 * scale, y - 362 * scale, 17 * scale, "#FFF1C4"),
			);
		}
	}
	parts.push(
		crowd(chance, [
			{
				x: 620,
				y: 840,
				h: 300,
				pose: "walk",
				dress: "tunic",
				top: "#8E6A86",
				bottom: colour.ink,
				head: "bun",
			},
			{ x: 710, y: 850, h: 200, pose: "walk", top: colour.white, bottom: colour.indigo, head: "short" },
			{
				x: 980,
				y: 900,
				h: 350,
				pose: "talk",
				top: "#C7B58A",
				bottom: colour.indigo,
				head: "grey",
				faces: "left",
			},
			{ x: 860, y: 910, h: 350, pose: "stand", top: "#7FA08C", bottom: colour.ink, head: "short" },
		]),
	);
	return parts.join("");
}

/** Grazing: buffaloes or cows handed over to a family at the foot of hills. */
export function cattle({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const parts = [
		sky(light, 440, chance),
		hills(chance, 500, 280, blend(colour.deep, air, 0.58), 4),
		hills(chance, 560, 140, blend(colour.moss, air, 0.4), 5),
		ground(
			[
				[-40, 600],
				[420, 560],
				[980, 600],
				[1640, 550],
			],
			colour.leaf,
		),
		ground(
			[
				[-40, 800],
				[500, 740],
				[1000, 790],
				[1640, 740],
			],
			blend(colour.leaf, colour.straw, 0.4),
		),
	];
	parts.push(
		stiltHouse(variant % 2 ? 1080 : 160, 620, 330, colour.clay),
		roundTree(variant % 2 ? 1500 : 90, 640, 260, colour.moss, chance),
		bamboo(variant % 2 ? 200 : 1420, 620, 300, colour.moss, chance),
	);
	parts.push(
		buffalo(480, 720, 190),
		buffalo(1010, 700, 170, "left"),
		buffalo(variant % 2 ? 640 : 900, 930, 400, variant % 2 ? "right" : "left"),
	);
	parts.push(
		crowd(chance, [
			{
				x: variant % 2 ? 1000 : 540,
				y: 960,
				h: 430,
				pose: "hold",
				dress: "skirt",
				top: colour.ink,
				bottom: colour.plum,
				head: "scarf",
				headColour: colour.red,
				faces: variant % 2 ? "left" : "right",
			},
			{
				x: variant % 2 ? 1150 : 380,
				y: 970,
				h: 430,
				pose: "talk",
				top: colour.white,
				bottom: colour.indigo,
				head: "short",
				faces: variant % 2 ? "left" : "right",
			},
			{
				x: variant % 2 ? 1290 : 250,
				y: 955,
				h: 420,
				pose: "clap",
				dress: "vest",
				top: colour.brick,
				bottom: colour.ink,
				head: "grey",
				faces: variant % 2 ? "left" : "right",
			},
			{
				x: variant % 2 ? 400 : 1240,
				y: 950,
				h: 270,
				pose: "wave",
				top: colour.straw,
				bottom: colour.indigo,
				head: "short",
				faces: variant % 2 ? "right" : "left",
			},
		]),
	);
	parts.push(tufts(chance, 1076, colour.moss, 64, 50));
	return parts.join("");
}

/** The new office of a commune: people arrive on the first morning. */
export function communeOffice({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const parts = [
		sky(light, 520, chance),
		hills(chance, 540, 170, blend(colour.moss, air, 0.55), 5),
		rectangle(0, 620, width, 460, "#D8C9A6"),
		office(410, 660, 780, variant % 2 ? "#F0DDA8" : "#E6E4D4", variant % 2 ? colour.brick : "#8C4A38"),
	];
	parts.push(
		roundTree(170, 720, 380, colour.moss, chance),
		variant % 2 ? palm(1440, 720, 420, colour.moss, -0.05) : roundTree(1450, 720, 360, colour.leaf, chance),
		bunting(300, 420, 560, 380, 26),
		bunting(1040, 380, 1300, 420, 26),
	);
	parts.push(
		polygon(
			[
				[620, 660],
				[980, 660],
				[1240, height],
				[360, height],
			],
			"#E9DDBF",
		),
	);
	for (let index = 0; index < 26; index++)
		parts.push(
			disc(60 + index * 60, 740 + (index % 2) * 16, 26, index % 2 ? colour.moss : colour.leaf),
			disc(70 + index * 60, 726, 9, [colour.red, colour.gold, colour.rose][index % 3] ?? colour.red),
		);
	parts.push(
		rectangle(620, 700, 360, 60, "#D8C9A6"),
		motorbike(230, 900, 230, colour.red),
		motorbike(1420, 890, 230, colour.indigo),
	);
	parts.push(
		crowd(chance, [
			{
				x: 560,
				y: 880,
				h: 340,
				pose: "walk",
				dress: "tunic",
				top: colour.plum,
				bottom: colour.ink,
				head: "bun",
			},
			{
				x: 690,
				y: 940,
				h: 390,
				pose: "walk",
				top: colour.white,
				bottom: colour.indigo,
				head: "short",
				tool: "paper",
			},
			{
				x: 880,
				y: 860,
				h: 340,
				pose: "talk",
				dress: "aodai",
				top: colour.red,
				bottom: colour.white,
				head: "bun",
				faces: "left",
			},
			{
				x: 1010,
				y: 950,
				h: 400,
				pose: "wave",
				dress: "tunic",
				top: "#6F7F5A",
				bottom: colour.ink,
				head: "grey",
				faces: "left",
			},
			{
				x: 1130,
				y: 890,
				h: 360,
				pose: "stand",
				top: "#C9DADD",
				bottom: colour.indigo,
				head: "short",
				faces: "left",
			},
		]),
	);
	return parts.join("");
}

/** A film under the stars: a lit screen, rows of heads in the dark. */
export function filmNight({ chance }: Setting): string {
	const parts = [
		sky("night", 560, chance),
		hills(chance, 600, 330, "#25384B", 4),
		hills(chance, 640, 160, "#1D2F3D", 5),
		rectangle(0, 620, width, 460, "#2A3A36"),
	];
	parts.push(
		stiltHouse(60, 700, 330, "#2B2420"),
		palm(1500, 720, 420, "#1D3A36", -0.05),
		polygon(
			[
				[430, 640],
				[1170, 640],
				[1500, 900],
				[100, 900],
			],
			"#F6DFA4",
			0.12,
		),
	);
	parts.push(
		stroke(
			[
				[410, 720],
				[410, 150],
			],
			colour.clay,
			16,
		),
		stroke(
			[
				[1190, 720],
				[1190, 150],
			],
			colour.clay,
			16,
		),
		rectangle(420, 170, 760, 440, colour.ink),
		rectangle(438, 188, 724, 404, "#BFDADF"),
	);
	parts.push(
		path("M438 592V470Q620 380 800 450T1162 420V592Z", "#8DB56B"),
		path("M438 592V530Q700 470 1162 540V592Z", "#6E9C52"),
		disc(1040, 262, 42, "#FFF6DC"),
		roundTree(560, 520, 180, colour.leaf, chance),
	);
	parts.push(
		ellipse(880, 500, 74, 62, "#D5CFC4"),
		ellipse(880, 410, 48, 44, "#E2DCD1"),
		ellipse(862, 340, 15, 48, "#E2DCD1"),
		ellipse(902, 340, 15, 48, "#E2DCD1"),
		disc(866, 404, 5, colour.ink),
		disc(896, 404, 5, colour.ink),
		ellipse(881, 420, 8, 5, colour.rose),
		ellipse(850, 556, 36, 14, "#E2DCD1"),
		ellipse(912, 556, 36, 14, "#E2DCD1"),
	);
	parts.push(path("M700 380q-30-34-40 0q10 22 40 8q30 14 40-8q-10-34-40 0Z", colour.gold));
	const tops = ["#5C4A5F", "#3F5A56", "#6B4A3C", "#4C5A6B", "#7A6A4A"] as const;
	for (let row = 0; row < 4; row++) {
		const size = 62 + row * 26;
		for (let x = -20 + (row % 2) * size * 0.7; x < width + size; x += size * 1.45)
			parts.push(
				listener(
					x + chance.between(-10, 10),
					790 + row * 92,
					size * chance.between(0.78, 1.1),
					chance.pick(tops),
					chance.pick(["short", "short", "long", "bun", "grey"]),
				),
			);
	}
	return parts.join("");
}
