/** Scenes on and beside water. */
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
	boat,
	bunting,
	flag,
	flagPole,
	hills,
	house,
	karst,
	lights,
	lotus,
	motorbike,
	palm,
	roundTree,
	sky,
	tufts,
	water,
} from "./landscape.ts";
import type { Person } from "./people.ts";
import { person } from "./people.ts";
import type { Setting } from "./scene.ts";

function aboard(
	x: number,
	y: number,
	long: number,
	hull: string,
	people: readonly Omit<Person, "y">[],
): string {
	return people.map((who) => person({ ...who, y: y - long * 0.045 })).join("") + boat(x, y, long, hull);
}

/** A fishing pier at low sun: boats come in, baskets go ashore. */
export function pier({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const parts = [
		sky(light, 440, chance),
		hills(chance, 450, 120, blend(colour.deep, air, 0.55), 4),
		water(440, light, chance),
	];
	for (const [x, y, s] of [
		[260, 500, 0.5],
		[1250, 490, 0.45],
		[980, 540, 0.7],
	] as const) {
		parts.push(
			boat(x, y, 360 * s, blend(colour.indigo, air, 0.25)),
			rectangle(x - 40 * s, y - 110 * s, 110 * s, 70 * s, blend(colour.cream, air, 0.3)),
			stroke(
				[
					[x - 60 * s, y - 60 * s],
					[x - 60 * s, y - 230 * s],
				],
				colour.soil,
				5,
			),
			flag(x - 60 * s, y - 230 * s, 50 * s),
		);
	}
	const bx = variant % 2 ? 1130 : 470;
	parts.push(
		boat(bx, 740, 700, variant % 2 ? colour.jade : "#2F5F7C", colour.red),
		rectangle(bx - 30, 540, 190, 140, colour.cream),
		rectangle(bx - 46, 520, 222, 26, colour.brick),
		rectangle(bx, 570, 60, 54, colour.deep),
		rectangle(bx + 80, 570, 60, 54, colour.deep),
		stroke(
			[
				[bx - 140, 660],
				[bx - 140, 400],
			],
			colour.soil,
			10,
		),
		flag(bx - 140, 400, 110),
		curve(`M${bx - 140} 410Q${bx - 240} 520 ${bx - 330} 640`, colour.slate, 4),
	);
	parts.push(
		person({
			x: bx - 210,
			y: 690,
			h: 260,
			pose: "hold",
			top: colour.brick,
			head: "cap",
			headColour: colour.indigo,
			tool: "basket",
		}),
	);
	parts.push(
		polygon(
			[
				[0, 860],
				[width, 800],
				[width, 900],
				[0, 975],
			],
			"#A97C4A",
		),
		polygon(
			[
				[0, 960],
				[width, 886],
				[width, 920],
				[0, 1000],
			],
			"#6F4B2C",
		),
	);
	for (let index = 0; index < 17; index++)
		parts.push(
			stroke(
				[
					[index * 100, 858 - index * 3.6],
					[index * 100 - 14, 964 - index * 4.4],
				],
				"#8A5F38",
				5,
			),
		);
	for (let index = 0; index < 6; index++)
		parts.push(rectangle(90 + index * 290, 960 - index * 14, 34, 200, "#5B3C2B"));
	parts.push(
		[
			{
				x: 230,
				y: 930,
				h: 380,
				pose: "carry" as const,
				dress: "tunic" as const,
				top: colour.plum,
				bottom: colour.ink,
				head: "conical" as const,
				tool: "yoke" as const,
			},
			{
				x: 760,
				y: 905,
				h: 380,
				pose: "talk" as const,
				dress: "tunic" as const,
				top: colour.rose,
				bottom: colour.ink,
				head: "conical" as const,
				faces: "left" as const,
			},
			{
				x: 900,
				y: 900,
				h: 390,
				pose: "hold" as const,
				top: "#C9DADD",
				bottom: colour.indigo,
				head: "short" as const,
				tool: "book" as const,
				faces: "left" as const,
			},
			{
				x: 1340,
				y: 880,
				h: 370,
				pose: "squat" as const,
				top: colour.jade,
				head: "conical" as const,
				tool: "basket" as const,
				faces: "left" as const,
			},
		]
			.map(person)
			.join(""),
	);
	for (const x of [470, 560, 1180]) {
		parts.push(ellipse(x, 925 - x * 0.035, 66, 22, colour.clay));
		for (let fish = 0; fish < 7; fish++)
			parts.push(
				ellipse(
					x + chance.between(-44, 44),
					908 - x * 0.035 - chance.between(0, 16),
					24,
					8,
					chance.pick(["#C9D6D6", "#A9BDBF", "#E0E4DC"]),
				),
			);
	}
	return parts.join("");
}

/** Boats with relief through a flooded hamlet. */
export function floodRelief({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const parts = [sky(light, 420, chance)];
	if (light === "grey")
		for (let index = 0; index < 44; index++) {
			const x = chance.between(0, width + 100);
			const y = chance.between(0, 560);
			parts.push(
				stroke(
					[
						[x, y],
						[x - 16, y + 54],
					],
					"#E6E8E2",
					3,
					0.5,
				),
			);
		}
	parts.push(hills(chance, 450, 140, blend(colour.moss, air, 0.55), 5), water(440, light, chance));
	for (const [x, y, w] of [
		[120, 560, 260],
		[1180, 570, 290],
		[700, 510, 180],
	] as const)
		parts.push(
			house(x, y, w, blend("#E6D8B4", air, 0.2), blend(colour.brick, air, 0.15)),
			path(`M${x - 30} ${y - w * 0.16}H${x + w + 30}V${y + 20}H${x - 30}Z`, blend("#98A29B", air, 0.25)),
			stroke(
				[
					[x - 20, y - w * 0.16],
					[x + w + 20, y - w * 0.16],
				],
				"#E9ECE6",
				4,
				0.7,
			),
		);
	parts.push(
		palm(470, 560, 330, blend(colour.moss, air, 0.15)),
		roundTree(1080, 560, 300, blend(colour.moss, air, 0.15), chance),
		palm(1530, 600, 380, blend(colour.moss, air, 0.1), -0.06),
	);
	const jacket = "#D9702E";
	parts.push(
		aboard(1180, 720, 420, colour.indigo, [
			{
				x: 1060,
				h: 230,
				pose: "row",
				top: jacket,
				dress: "vest",
				head: "helmet",
				tool: "oar",
				faces: "left",
			},
			{ x: 1180, h: 220, pose: "sit", dress: "tunic", top: colour.plum, head: "conical", faces: "left" },
			{ x: 1270, h: 210, pose: "sit", top: colour.white, head: "short", faces: "left" },
		]),
	);
	const big = variant % 2 ? 640 : 560;
	parts.push(
		aboard(big, 940, 860, variant % 2 ? colour.jade : "#7A3428", [
			{
				x: big - 310,
				h: 370,
				pose: "punt",
				dress: "vest",
				top: jacket,
				bottom: "#6D7C4C",
				head: "pith",
				headColour: "#57623A",
				tool: "pole",
			},
			{ x: big - 130, h: 330, pose: "sit", dress: "tunic", top: "#7B5A78", bottom: colour.ink, head: "grey" },
			{ x: big + 20, h: 240, pose: "sit", top: colour.straw, head: "short" },
			{
				x: big + 300,
				h: 370,
				pose: "hold",
				dress: "vest",
				top: jacket,
				bottom: "#6D7C4C",
				head: "helmet",
				tool: "box",
			},
		]),
	);
	for (let index = 0; index < 4; index++)
		parts.push(
			rectangle(big + 90 + (index % 2) * 74, 850 - Math.floor(index / 2) * 54, 68, 50, "#C79A62"),
			rectangle(big + 118 + (index % 2) * 74, 850 - Math.floor(index / 2) * 54, 12, 50, colour.straw),
		);
	parts.push(boat(big, 940, 860, variant % 2 ? colour.jade : "#7A3428"));
	for (let index = 0; index < 8; index++)
		parts.push(
			ellipse(
				chance.between(900, 1560),
				chance.between(850, 1040),
				chance.between(30, 80),
				8,
				colour.moss,
				0.7,
			),
		);
	return parts.join("");
}

/** A floating market at first light. */
export function floatingMarket({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const parts = [sky(light, 400, chance), rectangle(0, 370, width, 60, blend(colour.moss, air, 0.5))];
	for (let index = 0; index < 9; index++)
		parts.push(palm(chance.between(0, width), 425, chance.between(110, 190), blend(colour.moss, air, 0.4)));
	for (let index = 0; index < 4; index++)
		parts.push(house(100 + index * 420, 430, 130, blend("#DCCBA4", air, 0.3), blend(colour.clay, air, 0.3)));
	parts.push(water(420, light, chance));
	const fruit = [colour.gold, colour.red, "#D98038", colour.leaf, "#8E4B5A"] as const;
	const load = (x: number, y: number, w: number, tone: string): string =>
		Array.from({ length: 26 }, (_, index) =>
			disc(
				x + ((index % 9) / 8 - 0.5) * w,
				y - Math.floor(index / 9) * w * 0.085 - chance.between(0, 6),
				w * 0.068,
				blend(tone, colour.paper, chance.between(0, 0.25)),
			),
		).join("");
	for (const [index, [x, y, long]] of (
		[
			[290, 530, 330],
			[820, 505, 280],
			[1330, 545, 350],
		] as const
	).entries())
		parts.push(
			load(x + 20, y - long * 0.08, long * 0.4, fruit[(index + variant) % 5] ?? colour.gold),
			aboard(x, y, long, blend(colour.soil, air, 0.2), [
				{
					x: x - long * 0.3,
					h: long * 0.55,
					pose: "row",
					dress: "tunic",
					top: chance.pick([colour.plum, colour.jade, colour.brick]),
					bottom: colour.ink,
					head: "conical",
					tool: "oar",
				},
			]),
			stroke(
				[
					[x + long * 0.38, y - 20],
					[x + long * 0.38, y - long * 0.66],
				],
				colour.clay,
				6,
			),
			disc(x + long * 0.38, y - long * 0.62, 20, fruit[(index + variant) % 5] ?? colour.gold),
		);
	for (const [index, [x, y, long]] of (
		[
			[1130, 740, 560],
			[430, 900, 780],
		] as const
	).entries()) {
		const tone = fruit[(index + variant + 2) % 5] ?? colour.gold;
		parts.push(
			load(x + 30, y - long * 0.08, long * 0.42, tone),
			person({
				x: x + long * 0.34,
				y: y - long * 0.05,
				h: long * 0.46,
				pose: "hold",
				dress: "tunic",
				top: index ? colour.white : colour.rose,
				bottom: colour.ink,
				head: "conical",
				tool: "basket",
				faces: "left",
			}),
			person({
				x: x - long * 0.34,
				y: y - long * 0.05,
				h: long * 0.46,
				pose: "row",
				dress: "tunic",
				top: index ? colour.plum : colour.indigo,
				bottom: colour.ink,
				head: index ? "conical" : "bun",
				scarf: colour.red,
				tool: "oar",
			}),
			boat(x, y, long, index ? "#6B3D28" : "#5B4630"),
		);
	}
	parts.push(
		aboard(1370, 990, 430, "#7C5136", [
			{
				x: 1290,
				h: 270,
				pose: "row",
				top: "#C9DADD",
				bottom: colour.indigo,
				head: "cap",
				headColour: colour.jade,
				tool: "oar",
			},
			{
				x: 1420,
				h: 230,
				pose: "sit",
				dress: "tunic",
				top: colour.jade,
				bottom: colour.ink,
				head: "bun",
				faces: "left",
			},
		]),
	);
	return parts.join("");
}

/** Long boats racing, the bank full of people. */
export function boatRace({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const parts = [
		sky(light, 360, chance),
		variant % 2
			? karst(chance, 390, blend(colour.deep, air, 0.55), 7, 240)
			: hills(chance, 400, 170, blend(colour.moss, air, 0.5), 5),
		rectangle(0, 380, width, 120, blend(colour.leaf, air, 0.15)),
	];
	for (let index = 0; index < 46; index++) {
		const x = index * 36 + chance.between(-8, 8);
		const tone = chance.pick([
			colour.red,
			colour.jade,
			colour.gold,
			colour.white,
			colour.plum,
			colour.indigo,
		]);
		const y = 470 + (index % 3) * 14;
		parts.push(
			rectangle(x - 12, y - 46, 24, 50, tone, 10),
			disc(x, y - 58, 11, "#C98F66"),
			index % 4
				? disc(x - 1, y - 62, 10, colour.ink)
				: polygon(
						[
							[x - 22, y - 60],
							[x, y - 80],
							[x + 22, y - 60],
						],
						"#E9D7A6",
					),
		);
	}
	for (let index = 0; index < 6; index++) parts.push(flagPole(90 + index * 290, 480, 180, 80));
	parts.push(water(490, light, chance), bunting(0, 330, 800, 300, 30), bunting(800, 300, 1600, 330, 30));
	const teams = [colour.red, colour.gold, "#2F6FA0"] as const;
	for (const [index, [x, y, long]] of (
		[
			[1020, 590, 720],
			[620, 740, 980],
			[980, 940, 1280],
		] as const
	).entries()) {
		const tone = teams[(index + variant) % 3] ?? colour.red;
		const rowers = 7;
		for (let seat = 0; seat < rowers; seat++)
			parts.push(
				person({
					x: x - long * 0.36 + (seat * long * 0.7) / rowers,
					y: y + long * 0.05,
					h: long * 0.24,
					pose: "row",
					dress: "shirt",
					top: tone,
					bottom: colour.ink,
					head: seat % 2 ? "scarf" : "short",
					headColour: colour.straw,
					tool: "oar",
				}),
			);
		parts.push(
			person({
				x: x + long * 0.4,
				y: y - long * 0.04,
				h: long * 0.2,
				pose: "wave",
				top: colour.white,
				bottom: colour.ink,
				head: "scarf",
				headColour: tone,
				faces: "left",
			}),
		);
		parts.push(
			path(
				`M${round(x - long * 0.55)} ${round(y - long * 0.09)}Q${round(x - long * 0.4)} ${round(y - long * 0.02)} ${x} ${round(y - long * 0.02)}T${round(x + long * 0.55)} ${round(y - long * 0.1)}Q${round(x + long * 0.45)} ${round(y + long * 0.04)} ${round(x + long * 0.3)} ${round(y + long * 0.04)}H${round(x - long * 0.3)}Q${round(x - long * 0.45)} ${round(y + long * 0.03)} ${round(x - long * 0.55)} ${round(y - long * 0.09)}Z`,
				blend(tone, colour.ink, 0.35),
			),
			curve(
				`M${round(x - long * 0.54)} ${round(y - long * 0.085)}Q${round(x - long * 0.4)} ${round(y - long * 0.015)} ${x} ${round(y - long * 0.015)}T${round(x + long * 0.54)} ${round(y - long * 0.095)}`,
				colour.straw,
				long * 0.012,
			),
		);
		for (let splash = 0; splash < 10; splash++)
			parts.push(
				ellipse(
					x - long * 0.4 + splash * long * 0.085,
					y + long * 0.05,
					long * 0.02,
					long * 0.006,
					colour.white,
					0.8,
				),
			);
	}
	return parts.join("");
}

/** A new bridge over a canal: the first motorbikes and pupils. */
export function bridge({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const parts = [sky(light, 440, chance), hills(chance, 450, 70, blend(colour.moss, air, 0.5), 6)];
	for (let index = 0; index < 12; index++)
		parts.push(palm(chance.between(0, width), 470, chance.between(120, 220), blend(colour.moss, air, 0.35)));
	parts.push(
		house(120, 500, 230, "#EBDCB6", colour.brick),
		house(1280, 505, 220, "#DFE3D3", colour.clay),
		water(480, light, chance),
		ground(
			[
				[-40, 560],
				[160, 590],
				[300, 760],
				[260, 1100],
			],
			colour.leaf,
		),
		ground(
			[
				[1340, 1100],
				[1310, 760],
				[1440, 600],
				[1640, 560],
			],
			colour.leaf,
		),
	);
	for (const x of [480, 800, 1120])
		parts.push(
			rectangle(x - 24, 640, 48, 300, "#B0A897"),
			rectangle(x - 40, 630, 80, 30, "#C9C2B2"),
			polygon(
				[
					[x, 640],
					[x + 24, 640],
					[x + 24, 940],
					[x, 940],
				],
				colour.ink,
				0.13,
			),
		);
	parts.push(
		path("M-20 700Q800 480 1620 700V760Q800 548 -20 760Z", "#D8D2C3"),
		path("M-20 740Q800 528 1620 740V762Q800 550 -20 762Z", "#A29A89"),
	);
	const people: Person[] = [
		{
			x: 420,
			y: 648,
			h: 190,
			pose: "walk",
			dress: "tunic",
			top: colour.plum,
			bottom: colour.ink,
			head: "conical",
			tool: "yoke",
		},
		{ x: 640, y: 612, h: 180, pose: "walk", top: colour.white, bottom: colour.indigo, head: "long" },
		{
			x: 720,
			y: 605,
			h: 170,
			pose: "wave",
			top: colour.white,
			bottom: colour.indigo,
			head: "short",
			scarf: colour.red,
		},
		{
			x: 1180,
			y: 640,
			h: 190,
			pose: "clap",
			top: colour.jade,
			bottom: colour.ink,
			head: "grey",
			faces: "left",
		},
	];
	parts.push(
		...people.map(person),
		motorbike(930, 612, 130, colour.red),
		person({
			x: 930,
			y: 596,
			h: 165,
			pose: "sit",
			top: "#C9DADD",
			head: "helmet",
			headColour: colour.indigo,
		}),
	);
	for (let index = 0; index <= 20; index++) {
		const x = index * 80;
		const t = x / 1600;
		const y = (1 - t) ** 2 * 700 + 2 * t * (1 - t) * 480 + t * t * 700;
		parts.push(
			stroke(
				[
					[x, y + 18],
					[x, y - 44],
				],
				colour.red,
				7,
			),
		);
	}
	parts.push(
		curve("M-20 656Q800 436 1620 656", colour.red, 9),
		curve("M-20 682Q800 462 1620 682", colour.red, 5),
		flagPole(300, 690, 250, 96),
		flagPole(1300, 690, 250, 96),
	);
	parts.push(
		aboard(variant % 2 ? 980 : 640, 930, 470, "#6B3D28", [
			{
				x: (variant % 2 ? 980 : 640) - 130,
				h: 260,
				pose: "row",
				dress: "tunic",
				top: colour.brick,
				bottom: colour.ink,
				head: "conical",
				tool: "oar",
			},
			{
				x: (variant % 2 ? 980 : 640) + 60,
				h: 220,
				pose: "sit",
				dress: "tunic",
				top: colour.jade,
				bottom: colour.ink,
				head: "bun",
			},
		]),
	);
	parts.push(tufts(chance, 1075, colour.moss, 90, 22));
	return parts.join("");
}

/** A boatwoman on a river between limestone cones. */
export function karstRiver({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const parts = [
		sky(light, 480, chance),
		karst(chance, 500, blend(colour.deep, air, 0.65), 5, 380),
		karst(chance, 520, blend(colour.moss, air, 0.42), 4, 300),
		water(500, light, chance),
	];
	parts.push(
		karst(chance, 560, blend(colour.pine, air, 0.15), 2, 200),
		rectangle(0, 540, width, 30, blend(colour.deep, air, 0.3)),
		water(550, light, chance),
	);
	for (let index = 0; index < 5; index++)
		parts.push(
			`<g transform="translate(${round(chance.between(100, 1500))} ${round(chance.between(120, 300))})">${curve("M-34 0Q-16-18 0 0Q16-18 34 0", colour.white, 6)}</g>`,
		);
	parts.push(
		aboard(variant % 2 ? 480 : 1150, 660, 300, "#5B4630", [
			{
				x: variant % 2 ? 400 : 1070,
				h: 170,
				pose: "row",
				dress: "tunic",
				top: colour.brick,
				bottom: colour.ink,
				head: "conical",
				tool: "oar",
			},
			{ x: variant % 2 ? 520 : 1190, h: 140, pose: "sit", top: colour.white, head: "short" },
		]),
	);
	const bx = variant % 2 ? 1020 : 600;
	parts.push(
		aboard(bx, 890, 780, "#4E3A2A", [
			{
				x: bx - 230,
				h: 420,
				pose: variant % 2 ? "row" : "punt",
				dress: "tunic",
				top: variant % 2 ? "#7B5A78" : colour.jade,
				bottom: colour.ink,
				head: "conical",
				tool: variant % 2 ? "oar" : "pole",
			},
			{
				x: bx + 40,
				h: 330,
				pose: "sit",
				dress: "shirt",
				top: colour.cream,
				head: "cap",
				headColour: colour.red,
			},
			{ x: bx + 180, h: 320, pose: "sit", dress: "shirt", top: "#BFD3D6", head: "long" },
		]),
	);
	for (let index = 0; index < 15; index++) {
		const x = chance.between(0, width);
		const y = chance.between(960, 1060);
		parts.push(ellipse(x, y, 64, 16, colour.moss), ellipse(x - 8, y - 3, 46, 9, colour.leaf));
		if (index % 3 === 0) parts.push(lotus(x + 10, y - 6, 54, index % 2 === 0));
	}
	return parts.join("");
}

/** Lotus ponds: a boat glides in, flowers are gathered. */
export function lotusPond({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const parts = [sky(light, 420, chance), rectangle(0, 400, width, 60, blend(colour.moss, air, 0.45))];
	for (let index = 0; index < 12; index++)
		parts.push(palm(chance.between(0, width), 440, chance.between(90, 180), blend(colour.moss, air, 0.4)));
	parts.push(
		house(variant % 2 ? 250 : 1120, 450, 220, blend("#E6D3A6", air, 0.2), blend(colour.clay, air, 0.25)),
		water(440, light, chance),
	);
	const leaves = (from: number, to: number, count: number, size: number): string =>
		Array.from({ length: count }, () => {
			const x = chance.between(-40, width + 40);
			const y = chance.between(from, to);
			const s = size * chance.between(0.75, 1.2);
			const tone = chance.pick([colour.leaf, colour.moss, colour.jade]);
			return (
				ellipse(x, y, s, s * 0.28, blend(tone, air, (700 - Math.min(700, y)) / 700)) +
				ellipse(x + s * 0.1, y - s * 0.04, s * 0.7, s * 0.17, blend(tone, colour.straw, 0.25)) +
				(chance.happens(0.32)
					? stroke(
							[
								[x + s * 0.5, y],
								[x + s * 0.5, y - s * 0.9],
							],
							colour.moss,
							s * 0.06,
						) + lotus(x + s * 0.5, y - s * 0.8, s * 0.75, chance.happens(0.6))
					: "")
			);
		}).join("");
	parts.push(leaves(480, 620, 70, 40));
	const bx = variant % 2 ? 980 : 620;
	parts.push(
		aboard(bx, 790, 760, "#5B4630", [
			{
				x: bx - 220,
				h: 390,
				pose: "punt",
				dress: "tunic",
				top: "#7B5A78",
				bottom: colour.ink,
				head: "conical",
				tool: "pole",
			},
			{
				x: bx + 190,
				h: 360,
				pose: variant % 2 ? "bend" : "sit",
				dress: "tunic",
				top: variant % 2 ? colour.brick : colour.white,
				bottom: colour.ink,
				head: "conical",
				scarf: colour.red,
			},
		]),
	);
	for (let index = 0; index < 11; index++)
		parts.push(lotus(bx - 60 + index * 15, 770 - (index % 3) * 16, 58, index % 2 === 0));
	parts.push(boat(bx, 790, 760, "#5B4630"), leaves(840, 1060, 56, 108));
	return parts.join("");
}

/** Mud flats or sedge fields by the sea: gathering at low tide. */
export function mudFlats({ chance, light, variant }: Setting): string {
	const air = lights[light].air;
	const parts = [
		sky(light, 430, chance),
		water(430, light, chance, 180),
		ground(
			[
				[-40, 600],
				[400, 580],
				[900, 610],
				[1640, 570],
			],
			blend("#A89A84", air, 0.2),
		),
	];
	for (let index = 0; index < 16; index++)
		parts.push(
			ellipse(
				chance.between(0, width),
				chance.between(640, 1030),
				chance.between(60, 200),
				chance.between(8, 22),
				blend(lights[light].low, colour.water, 0.3),
				0.7,
			),
		);
	for (const [x, s] of [
		[240, 0.8],
		[1320, 1],
	] as const)
		parts.push(
			rectangle(x - 70 * s, 440, 140 * s, 74 * s, "#8A6242"),
			polygon(
				[
					[x - 100 * s, 444],
					[x - 50 * s, 380],
					[x + 50 * s, 380],
					[x + 100 * s, 444],
				],
				colour.clay,
			),
			...[-60, -20, 20, 60].map((dx) =>
				stroke(
					[
						[x + dx * s, 510],
						[x + dx * s, 600],
					],
					colour.soil,
					6,
				),
			),
		);
	for (let index = 0; index < 22; index++)
		parts.push(
			stroke(
				[
					[700 + index * 22, 596],
					[700 + index * 22, 556],
				],
				colour.soil,
				4,
			),
		);
	const people: Person[] = [];
	for (let index = 0; index < 6; index++)
		people.push({
			x: 190 + index * 250 + chance.between(-40, 40),
			y: 700 + (index % 3) * 50,
			h: 210 + (index % 3) * 40,
			pose: index % 2 ? "bend" : "dig",
			dress: "shirt",
			top: chance.pick([colour.brick, colour.jade, colour.plum, colour.indigo]),
			bottom: colour.ink,
			head: "conical",
			faces: index % 2 ? "left" : "right",
			...(index % 2 ? {} : { tool: "hoe" as const }),
		});
	people.push({
		x: variant % 2 ? 1120 : 480,
		y: 980,
		h: 460,
		pose: "carry",
		dress: "tunic",
		top: variant % 2 ? colour.rose : colour.jade,
		bottom: colour.ink,
		head: "conical",
		tool: "yoke",
		faces: variant % 2 ? "left" : "right",
	});
	people.push({
		x: variant % 2 ? 620 : 1080,
		y: 1000,
		h: 440,
		pose: "squat",
		dress: "shirt",
		top: colour.cream,
		bottom: colour.indigo,
		head: "cap",
		headColour: colour.jade,
		tool: "basket",
		faces: variant % 2 ? "right" : "left",
	});
	parts.push(...people.sort((a, b) => a.y - b.y).map(person));
	for (let index = 0; index < 3; index++) {
		const x = (variant % 2 ? 300 : 740) + index * 120;
		parts.push(
			ellipse(x, 1024, 70, 20, colour.clay),
			ellipse(x, 1008, 60, 16, "#E6E0CE"),
			ellipse(x + 10, 1002, 40, 10, colour.stone),
		);
	}
	parts.push(rectangle(0, height - 4, width, 4, "#8C7F6B"));
	return parts.join("");
}
