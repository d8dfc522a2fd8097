/** Scenes under a roof: meetings, counters, classes, workshops. */
import type { Chance } from "./drawing.ts";
import {
	blend,
	colour,
	disc,
	ellipse,
	height,
	path,
	polygon,
	rectangle,
	stroke,
	wash,
	width,
} from "./drawing.ts";
import { flag, flowers, lights, star, table } from "./landscape.ts";
import type { Person } from "./people.ts";
import { listener, person } from "./people.ts";
import type { Setting } from "./scene.ts";

const shirts = [
	colour.white,
	colour.cream,
	"#BFD3D6",
	"#D8C9A6",
	"#9DB7A8",
	"#E4B9A2",
	colour.indigo,
	colour.plum,
	"#8AA0AE",
] as const;

function floorBoards(y: number, fill: string): string {
	const parts = [rectangle(0, y, width, height - y, fill)];
	for (let index = -10; index <= 10; index++)
		parts.push(
			stroke(
				[
					[800 + index * 70, y],
					[800 + index * 240, height],
				],
				blend(fill, colour.ink, 0.14),
				3,
			),
		);
	return parts.join("");
}

function audience(chance: Chance, rows: number, from: number, to: number, size: number): string {
	const parts: string[] = [];
	for (let row = 0; row < rows; row++) {
		const share = rows === 1 ? 1 : row / (rows - 1);
		const y = from + (to - from) * share;
		const scale = size * (0.62 + 0.38 * share);
		const space = scale * 1.55;
		for (let x = -space + (row % 2) * space * 0.5 + 10; x < width + space; x += space) {
			parts.push(
				listener(
					x + chance.between(-9, 9),
					y,
					scale,
					chance.pick(shirts),
					chance.pick(["short", "short", "bun", "long", "grey", "short"]),
				),
			);
			parts.push(
				rectangle(
					x - scale * 0.58,
					y - scale * 0.34,
					scale * 1.16,
					scale * 0.9,
					row % 2 ? "#7A2B26" : "#84332B",
					scale * 0.12,
				),
			);
		}
	}
	return parts.join("");
}

/** A hall: a stage with curtain, flag and a row of leaders at table; a speaker; the audience from behind. */
export function conference({ chance, variant }: Setting): string {
	const curtain = [colour.red, colour.jade, colour.indigo, "#8C2A2A"][variant % 4] ?? colour.red;
	const speaker = variant % 2 ? 330 : 1270;
	const parts = [
		wash(0, 720, "#EFE3CB", "#E2D0AE"),
		rectangle(210, 40, 1180, 520, blend(curtain, colour.ink, 0.12)),
	];
	for (let index = 0; index < 13; index++)
		parts.push(path(`M${210 + index * 91} 40h45q10 260 0 520h-45Z`, curtain));
	parts.push(
		rectangle(180, 24, 1240, 42, colour.gold),
		rectangle(0, 0, 180, 720, "#DCC9A4"),
		rectangle(1420, 0, 180, 720, "#DCC9A4"),
	);
	parts.push(
		flag(300, 130, 190),
		star(800, 208, 62, "#F2C744"),
		rectangle(560, 300, 480, 12, "#F2DDA6"),
		rectangle(620, 332, 360, 9, "#F2DDA6"),
		rectangle(670, 360, 260, 9, "#F2DDA6"),
	);
	parts.push(
		polygon(
			[
				[60, 720],
				[150, 560],
				[1450, 560],
				[1540, 720],
			],
			"#B5834F",
		),
		rectangle(0, 700, width, 60, "#8C5F3B"),
	);
	const seats = 4 + (variant % 3);
	const long = seats * 128;
	const start = variant % 2 ? 620 : 980 - long;
	for (let index = 0; index < seats; index++)
		parts.push(
			person({
				x: start + 70 + index * 128,
				y: 688,
				h: 262,
				pose: "sit",
				top: chance.pick(shirts),
				head: chance.pick(["short", "grey", "bun", "short"]),
				faces: index < seats / 2 ? "right" : "left",
			}),
		);
	parts.push(
		table(start, 688, long, 104, variant % 2 ? "#F4ECDA" : "#9E3B31"),
		flowers(chance, start + long / 2, 588, 96),
	);
	parts.push(
		person({
			x: speaker,
			y: 690,
			h: 330,
			pose: "speak",
			top: variant % 3 ? colour.white : colour.rose,
			dress: variant % 3 === 1 ? "aodai" : "shirt",
			head: variant % 3 === 1 ? "bun" : "short",
			faces: speaker > 800 ? "left" : "right",
		}),
	);
	const desk = speaker > 800 ? speaker - 62 : speaker + 62;
	parts.push(
		polygon(
			[
				[desk - 62, 690],
				[desk - 50, 545],
				[desk + 50, 545],
				[desk + 62, 690],
			],
			"#7C4A2C",
		),
		polygon(
			[
				[desk - 58, 545],
				[desk + 58, 545],
				[desk + 50, 530],
				[desk - 50, 530],
			],
			"#9A6238",
		),
		stroke(
			[
				[desk, 530],
				[desk + (speaker > 800 ? 14 : -14), 492],
			],
			colour.ink,
			5,
		),
		star(desk, 610, 24, "#F2C744"),
	);
	parts.push(rectangle(0, 760, width, 310, "#6B2420"), audience(chance, 3, 850, 1090, 138));
	return parts.join("");
}

/** A meeting in a village house of culture: people face one another around a room, one has risen to speak. */
export function dialogue({ chance, light, variant }: Setting): string {
	const wall = ["#EADCB8", "#D9E0D2", "#EBD3BF"][variant % 3] ?? "#EADCB8";
	const parts = [wash(0, 640, wall, blend(wall, colour.white, 0.35))];
	for (const x of [120, 1130]) {
		parts.push(rectangle(x, 130, 350, 320, "#8A5A36"), rectangle(x + 16, 146, 318, 288, lights[light].low));
		parts.push(
			path(`M${x + 16} 434V330Q${x + 90} 270 ${x + 170} 320T${x + 334} 300V434Z`, colour.leaf),
			stroke(
				[
					[x + 175, 146],
					[x + 175, 434],
				],
				"#8A5A36",
				12,
			),
			stroke(
				[
					[x + 16, 290],
					[x + 334, 290],
				],
				"#8A5A36",
				9,
			),
		);
	}
	parts.push(
		rectangle(600, 96, 400, 250, blend(colour.red, colour.ink, 0.06)),
		star(800, 190, 52, "#F2C744"),
		rectangle(680, 274, 240, 9, "#F2DDA6"),
		rectangle(715, 298, 170, 8, "#F2DDA6"),
	);
	parts.push(floorBoards(620, "#C99F6C"));
	const back: Person[] = [];
	for (let index = 0; index < 7; index++) {
		const x = 180 + index * 205;
		if (index === (variant % 2 ? 2 : 4)) continue;
		back.push({
			x: x + chance.between(-12, 12),
			y: 742 + chance.between(-6, 6),
			h: 340,
			pose: chance.pick(["sit", "sit", "write"]),
			top: chance.pick(shirts),
			bottom: chance.pick([colour.indigo, colour.soil, colour.slate]),
			head: chance.pick(["short", "bun", "grey", "long"]),
			faces: x < 800 ? "right" : "left",
			...(chance.happens(0.3) ? { tool: "paper" as const } : {}),
		});
	}
	for (const who of back) {
		const side = who.faces === "left" ? -1 : 1;
		parts.push(
			rectangle(who.x - side * 14 - 52, 608, 104, 24, "#8A5A36", 8),
			stroke(
				[
					[who.x - side * 50, 612],
					[who.x - side * 58, 486],
				],
				"#8A5A36",
				14,
			),
			stroke(
				[
					[who.x - 40, 630],
					[who.x - 44, 744],
				],
				"#6F452A",
				10,
			),
			stroke(
				[
					[who.x + 40, 630],
					[who.x + 44, 744],
				],
				"#6F452A",
				10,
			),
			person(who),
		);
	}
	const standing = variant % 2 ? 600 : 1000;
	parts.push(
		person({
			x: standing,
			y: 800,
			h: 440,
			pose: "talk",
			dress: variant % 3 === 2 ? "aodai" : "tunic",
			top: [colour.jade, "#8E4B5A", colour.brick][variant % 3] ?? colour.jade,
			bottom: colour.ink,
			head: variant % 2 ? "bun" : "grey",
			faces: variant % 2 ? "right" : "left",
			...(variant % 2 ? { scarf: colour.straw } : {}),
		}),
	);
	parts.push(
		table(variant % 2 ? 860 : 380, 836, 330, 110, "#A2763F"),
		flowers(chance, variant % 2 ? 1025 : 545, 726, 74),
		ellipse(variant % 2 ? 930 : 450, 722, 26, 16, colour.white),
		rectangle(variant % 2 ? 904 : 424, 706, 52, 18, colour.white),
	);
	parts.push(audience(chance, 1, 1120, 1120, 205));
	return parts.join("");
}

/** The one-stop counter of a commune office: glass, queue number, an officer who stands to hand over papers. */
export function counter({ chance, variant }: Setting): string {
	const parts = [
		wash(0, 680, "#DCE5DE", "#EFEFE2"),
		rectangle(0, 90, width, 96, variant % 2 ? colour.jade : colour.red),
	];
	for (let index = 0; index < 3; index++)
		parts.push(
			rectangle(170 + index * 470, 118, 300, 14, "#F2E7C8"),
			rectangle(220 + index * 470, 146, 200, 9, "#F2E7C8"),
		);
	parts.push(rectangle(60, 250, 210, 280, "#B98A57"), rectangle(76, 266, 178, 248, colour.paper));
	for (let index = 0; index < 7; index++)
		parts.push(rectangle(94, 292 + index * 30, chance.between(90, 142), 8, colour.stone));
	parts.push(
		flag(1360, 260, 160),
		stroke(
			[
				[1360, 252],
				[1360, 560],
			],
			colour.gold,
			8,
		),
		rectangle(0, 680, width, 400, "#CFC4AE"),
	);
	for (let index = -9; index <= 9; index++)
		parts.push(
			stroke(
				[
					[800 + index * 100, 680],
					[800 + index * 260, height],
				],
				"#BDB096",
				3,
			),
		);
	parts.push(
		stroke(
			[
				[0, 800],
				[width, 800],
			],
			"#BDB096",
			3,
		),
		stroke(
			[
				[0, 940],
				[width, 940],
			],
			"#BDB096",
			3,
		),
	);
	const officers = [430, 800, 1170];
	for (const [index, x] of officers.entries()) {
		parts.push(
			person({
				x,
				y: 780,
				h: 430,
				pose: index === variant % 3 ? "hold" : "write",
				top: index % 2 ? colour.white : "#C9DADD",
				head: index % 2 ? "bun" : "short",
				faces: index === 2 ? "left" : "right",
				...(index === variant % 3 ? { tool: "paper" as const } : {}),
			}),
		);
		parts.push(
			rectangle(x + 60, 452, 116, 80, colour.ink, 8),
			rectangle(x + 68, 460, 100, 62, "#7FA3A8"),
			stroke(
				[
					[x + 118, 530],
					[x + 118, 560],
				],
				colour.ink,
				12,
			),
		);
	}
	parts.push(
		polygon(
			[
				[270, 556],
				[1350, 556],
				[1390, 596],
				[230, 596],
			],
			"#D3A66A",
		),
		rectangle(230, 594, 1160, 190, "#A87443"),
	);
	for (let index = 1; index < 6; index++)
		parts.push(
			stroke(
				[
					[230 + index * 193, 604],
					[230 + index * 193, 780],
				],
				"#8D5E35",
				5,
			),
		);
	parts.push(flowers(chance, 640, 560, 84));
	const visitors: Person[] = [
		{
			x: 560 + (variant % 2) * 80,
			y: 948,
			h: 470,
			pose: "talk",
			dress: "tunic",
			top: "#7B5A78",
			bottom: colour.ink,
			head: "grey",
			faces: "left",
		},
		{
			x: 1030,
			y: 960,
			h: 490,
			pose: "hold",
			top: colour.brick,
			bottom: colour.indigo,
			head: "short",
			faces: "right",
			tool: "paper",
		},
		{
			x: 1300,
			y: 990,
			h: 480,
			pose: "stand",
			dress: variant % 2 ? "skirt" : "tunic",
			top: colour.jade,
			bottom: colour.plum,
			head: variant % 2 ? "scarf" : "long",
			faces: "left",
			tool: "book",
		},
	];
	parts.push(...visitors.map(person));
	return parts.join("");
}

/** Evening class: a lamp, a blackboard, grown-ups and children at benches. */
export function nightClass({ chance, variant }: Setting): string {
	const parts = [
		wash(0, 700, "#3A3A3E", "#6B5A47"),
		ellipse(800, 260, 900, 520, "#C99A4E", 0.2),
		ellipse(800, 300, 620, 380, "#F0CC7E", 0.3),
	];
	parts.push(rectangle(330, 150, 700, 360, "#7C5136"), rectangle(350, 170, 660, 320, "#2F4B42"));
	for (let row = 0; row < 4; row++) {
		let x = 390;
		while (x < 900) {
			const w = chance.between(34, 90);
			parts.push(
				stroke(
					[
						[x, 220 + row * 62],
						[x + w * 0.3, 212 + row * 62],
						[x + w * 0.6, 226 + row * 62],
						[x + w, 218 + row * 62],
					],
					"#E9E4CF",
					6,
				),
			);
			x += w + 30;
		}
	}
	parts.push(
		stroke(
			[
				[800, 0],
				[800, 70],
			],
			colour.ink,
			5,
		),
		polygon(
			[
				[740, 110],
				[770, 66],
				[830, 66],
				[860, 110],
			],
			colour.gold,
		),
		disc(800, 112, 24, "#FFF1C4"),
	);
	parts.push(
		rectangle(1180, 180, 280, 250, "#5A3F2C"),
		rectangle(1196, 196, 248, 218, "#22324A"),
		disc(1370, 254, 30, "#F3E7C4"),
		stroke(
			[
				[1320, 196],
				[1320, 414],
			],
			"#5A3F2C",
			12,
		),
	);
	parts.push(rectangle(0, 690, width, 400, "#6F4E33"));
	parts.push(
		person({
			x: 1090,
			y: 740,
			h: 470,
			pose: "reach",
			faces: "left",
			dress: variant % 2 ? "shirt" : "aodai",
			top: variant % 2 ? "#7E8F5A" : "#EBDDC6",
			bottom: variant % 2 ? "#6D7C4C" : colour.white,
			head: variant % 2 ? "short" : "bun",
		}),
	);
	for (let row = 0; row < 2; row++) {
		const y = 850 + row * 180;
		const size = 330 + row * 70;
		for (let index = 0; index < 4; index++) {
			const x = 180 + index * 400 + row * 60 - 90;
			parts.push(
				person({
					x,
					y: y + 40,
					h: size * chance.between(0.88, 1),
					pose: "write",
					top: chance.pick([colour.brick, colour.jade, colour.cream, "#8AA0AE", colour.plum]),
					head: chance.pick(["bun", "scarf", "short", "grey", "long"]),
					headColour: chance.pick([colour.red, colour.indigo]),
					faces: "right",
					tool: index % 2 ? "book" : "paper",
				}),
			);
			parts.push(
				polygon(
					[
						[x + 20, y - size * 0.2],
						[x + 250, y - size * 0.2],
						[x + 270, y - size * 0.14],
						[x + 10, y - size * 0.14],
					],
					"#C38F55",
				),
				rectangle(x + 34, y - size * 0.14, 14, size * 0.3, "#8A5F38"),
				rectangle(x + 228, y - size * 0.14, 14, size * 0.3, "#8A5F38"),
			);
		}
	}
	return parts.join("");
}

/** A weaving room: threads stretched, a pattern growing, an elder and a girl. */
export function weaving({ chance, light, variant }: Setting): string {
	const parts = [wash(0, 760, "#8A6242", "#B0835A")];
	for (let index = 0; index < 17; index++) parts.push(rectangle(index * 96, 0, 6, 760, "#7A5437"));
	parts.push(
		rectangle(1080, 110, 400, 400, "#5A3B28"),
		rectangle(1098, 128, 364, 364, lights[light].low),
		path("M1098 492V360Q1190 280 1280 340T1462 310V492Z", colour.moss),
		path("M1098 492V420Q1220 370 1462 420V492Z", colour.leaf),
	);
	for (const [index, x] of [90, 300, 510, 720].entries()) {
		const cloth = [colour.ink, colour.plum, colour.indigo, colour.red][(index + variant) % 4] ?? colour.red;
		parts.push(rectangle(x, 90, 170, 330 + (index % 2) * 50, cloth));
		for (let row = 0; row < 6; row++) {
			const y = 120 + row * 52;
			parts.push(rectangle(x, y, 170, 7, [colour.gold, colour.paper, colour.brick][row % 3] ?? colour.gold));
			for (let mark = 0; mark < 5; mark++)
				parts.push(
					polygon(
						[
							[x + 17 + mark * 34, y + 14],
							[x + 29 + mark * 34, y + 26],
							[x + 17 + mark * 34, y + 38],
							[x + 5 + mark * 34, y + 26],
						],
						[colour.straw, colour.rose, colour.jade][(row + mark) % 3] ?? colour.straw,
					),
				);
		}
	}
	parts.push(
		stroke(
			[
				[60, 86],
				[930, 86],
			],
			colour.soil,
			16,
		),
		floorBoards(730, "#9C6F48"),
	);
	parts.push(
		rectangle(420, 540, 22, 400, colour.soil),
		rectangle(1120, 500, 22, 440, colour.soil),
		rectangle(400, 530, 770, 22, colour.clay),
	);
	for (let index = 0; index < 44; index++)
		parts.push(
			stroke(
				[
					[450 + index * 15.2, 552],
					[500 + index * 13, 800],
				],
				index % 4 === 0 ? colour.gold : index % 4 === 2 ? colour.white : colour.brick,
				4,
			),
		);
	parts.push(
		polygon(
			[
				[496, 770],
				[1066, 770],
				[1104, 900],
				[450, 900],
			],
			variant % 2 ? colour.indigo : "#7E1F1F",
		),
	);
	for (let index = 0; index < 12; index++) {
		const x = 500 + index * 48;
		parts.push(
			polygon(
				[
					[x, 800],
					[x + 24, 822],
					[x, 846],
					[x - 24, 822],
				],
				[colour.straw, colour.paper, colour.jade][index % 3] ?? colour.straw,
			),
			rectangle(x - 24, 866, 44, 10, colour.gold),
		);
	}
	parts.push(
		person({
			x: 330,
			y: 960,
			h: 560,
			pose: "write",
			dress: "skirt",
			top: colour.ink,
			bottom: "#4A2430",
			head: variant % 2 ? "grey" : "scarf",
			headColour: colour.red,
			scarf: colour.gold,
		}),
	);
	parts.push(
		person({
			x: 1270,
			y: 975,
			h: 500,
			pose: variant % 2 ? "kneel" : "hold",
			dress: "skirt",
			top: colour.white,
			bottom: colour.plum,
			head: "long",
			faces: "left",
			tool: variant % 2 ? "basket" : "paper",
			scarf: colour.brick,
		}),
	);
	for (let index = 0; index < 5; index++)
		parts.push(
			disc(
				640 + index * 66,
				985 + chance.between(-14, 14),
				34,
				[colour.red, colour.gold, colour.jade, colour.indigo, colour.rose][index] ?? colour.red,
			),
			ellipse(640 + index * 66, 985, 12, 26, colour.white, 0.3),
		);
	return parts.join("");
}

/** A reading corner: shelves, children with books, an older reader. */
export function library({ chance, variant }: Setting): string {
	const parts = [wash(0, 740, "#E8DDC2", "#F3EBD6")];
	const spines = [
		colour.red,
		colour.jade,
		colour.gold,
		colour.indigo,
		colour.brick,
		colour.plum,
		colour.moss,
		colour.deep,
		"#D8C9A6",
	] as const;
	for (const [x, w] of [
		[70, 620],
		[910, 620],
	] as const) {
		parts.push(rectangle(x, 80, w, 620, "#8A5A36"));
		for (let shelf = 0; shelf < 4; shelf++) {
			const y = 100 + shelf * 150;
			parts.push(rectangle(x + 16, y, w - 32, 132, "#5F3D27"));
			let at = x + 22;
			while (at < x + w - 60) {
				const thick = chance.between(16, 34);
				const tall = chance.between(80, 122);
				if (chance.happens(0.1)) at += 30;
				parts.push(
					rectangle(at, y + 132 - tall, thick, tall, chance.pick(spines)),
					rectangle(at + 3, y + 132 - tall * 0.8, thick - 6, 6, colour.cream),
				);
				at += thick + 2;
			}
		}
	}
	parts.push(
		rectangle(716, 130, 168, 300, "#B98A57"),
		rectangle(728, 142, 144, 276, lights.day.low),
		path("M728 418V340Q800 290 872 330V418Z", colour.leaf),
		flag(752, 460, 96),
	);
	parts.push(
		rectangle(0, 700, width, 380, "#C7A06D"),
		ellipse(800, 930, 720, 150, variant % 2 ? colour.jade : "#B4523F"),
		ellipse(800, 930, 620, 118, variant % 2 ? "#4C927E" : "#C8705A"),
	);
	const seats: Person[] = [
		{ x: 330, y: 920, h: 400, pose: "squat", top: colour.white, head: "short", tool: "book" },
		{
			x: 560,
			y: 965,
			h: 380,
			pose: "kneel",
			top: colour.straw,
			bottom: colour.plum,
			head: "long",
			tool: "book",
		},
		{ x: 850, y: 985, h: 360, pose: "squat", top: colour.brick, head: "short", faces: "left", tool: "book" },
		{
			x: 1080,
			y: 950,
			h: 390,
			pose: "kneel",
			top: colour.white,
			bottom: colour.indigo,
			head: "bun",
			faces: "left",
			tool: "book",
		},
	];
	parts.push(...seats.map(person));
	parts.push(
		person({
			x: variant % 2 ? 1330 : 180,
			y: 900,
			h: 520,
			pose: "reach",
			dress: "tunic",
			top: colour.indigo,
			bottom: colour.ink,
			head: "grey",
			faces: variant % 2 ? "left" : "right",
		}),
	);
	parts.push(
		person({
			x: variant % 2 ? 170 : 1370,
			y: 890,
			h: 500,
			pose: "hold",
			dress: "aodai",
			top: colour.rose,
			bottom: colour.white,
			head: "bun",
			faces: variant % 2 ? "right" : "left",
			tool: "book",
		}),
	);
	return parts.join("");
}

/** A commune clinic: a doctor listens, others wait. */
export function clinic({ chance, variant }: Setting): string {
	const parts = [
		wash(0, 700, "#DCE8E2", "#F1F3EA"),
		rectangle(0, 470, width, 230, "#B9D2C8"),
		rectangle(0, 462, width, 12, colour.jade),
	];
	parts.push(
		rectangle(620, 110, 360, 250, "#F7F4EA"),
		rectangle(770, 150, 60, 170, colour.red),
		rectangle(715, 205, 170, 60, colour.red),
	);
	for (const x of [110, 1180])
		parts.push(
			rectangle(x, 100, 310, 290, colour.white),
			rectangle(x + 14, 114, 282, 262, lights.day.low),
			path(`M${x + 14} 376V300Q${x + 100} 240 ${x + 180} 290T${x + 296} 270V376Z`, colour.leaf),
			stroke(
				[
					[x + 155, 114],
					[x + 155, 376],
				],
				colour.white,
				12,
			),
		);
	parts.push(rectangle(0, 690, width, 380, "#D6CDB8"));
	for (let index = 0; index < 4; index++) {
		const x = (variant % 2 ? 90 : 960) + index * 150;
		parts.push(
			rectangle(x - 62, 650, 124, 18, "#7C8F8A"),
			stroke(
				[
					[x - 60, 655],
					[x - 68, 540],
				],
				"#7C8F8A",
				10,
			),
			stroke(
				[
					[x - 50, 664],
					[x - 50, 760],
				],
				"#667873",
				8,
			),
		);
		parts.push(
			person({
				x,
				y: 770,
				h: 330 + (index % 2) * 20,
				pose: "sit",
				dress: index % 2 ? "skirt" : "tunic",
				top: chance.pick([colour.plum, colour.brick, colour.moss, "#C9B27A"]),
				bottom: colour.ink,
				head: chance.pick(["scarf", "grey", "bun", "conical"]),
				headColour: index === 3 ? "#E9D7A6" : colour.red,
				faces: variant % 2 ? "right" : "left",
			}),
		);
	}
	const desk = variant % 2 ? 1080 : 330;
	parts.push(
		person({
			x: desk - 130,
			y: 930,
			h: 540,
			pose: "write",
			top: colour.white,
			bottom: "#9DB7B2",
			head: "bun",
		}),
	);
	parts.push(
		person({
			x: desk + 250,
			y: 940,
			h: 520,
			pose: "sit",
			dress: "tunic",
			top: "#6F7F9A",
			bottom: colour.ink,
			head: "grey",
			faces: "left",
		}),
	);
	parts.push(
		polygon(
			[
				[desk - 60, 706],
				[desk + 190, 706],
				[desk + 215, 742],
				[desk - 80, 742],
			],
			"#C9A06A",
		),
		rectangle(desk - 80, 742, 295, 190, "#A97C4A"),
		rectangle(desk + 20, 680, 90, 26, colour.white),
		rectangle(desk - 20, 640, 22, 66, colour.deep),
		disc(desk + 150, 690, 18, colour.jade),
	);
	parts.push(
		person({
			x: variant % 2 ? 760 : 850,
			y: 900,
			h: 500,
			pose: "hold",
			top: "#A9CFC6",
			bottom: "#A9CFC6",
			head: "cap",
			headColour: colour.white,
			tool: "box",
			faces: variant % 2 ? "right" : "left",
		}),
	);
	return parts.join("");
}

/** A desk with papers, a seal and tea: for documents that are announced. */
export function documents({ chance, variant }: Setting): string {
	const parts = [wash(0, 620, "#5E3A2B", "#7A4B34"), ellipse(1180, 140, 520, 420, "#D9A858", 0.25)];
	for (let index = 0; index < 9; index++)
		parts.push(
			rectangle(
				60 + index * 62,
				150,
				48,
				330 + (index % 3) * 18,
				[colour.red, colour.jade, colour.gold, colour.indigo][index % 4] ?? colour.red,
			),
			rectangle(70 + index * 62, 210, 28, 60, colour.cream),
		);
	parts.push(
		rectangle(30, 480, 640, 24, "#432718"),
		rectangle(0, 560, width, 510, "#A56F43"),
		rectangle(0, 560, width, 16, "#C08A58"),
	);
	parts.push(
		polygon(
			[
				[1180, 560],
				[1380, 560],
				[1345, 520],
				[1215, 520],
			],
			colour.ink,
		),
		stroke(
			[
				[1280, 520],
				[1280, 330],
			],
			colour.ink,
			14,
		),
		path("M1130 340Q1150 190 1280 190T1430 340Z", colour.jade),
		ellipse(1280, 340, 150, 22, "#F6DFA4"),
	);
	const sheets = 3 + (variant % 2);
	for (let index = 0; index < sheets; index++) {
		const x = 330 + index * 70;
		const turn = -12 + index * 9 + variant * 2;
		const lines: string[] = [
			rectangle(-230, -290, 460, 600, index === sheets - 1 ? colour.white : "#EFE6CF"),
			rectangle(-180, -240, 150, 10, colour.slate),
			rectangle(20, -240, 170, 10, colour.slate),
			rectangle(-90, -180, 180, 16, colour.ink),
		];
		for (let row = 0; row < 11; row++)
			lines.push(
				rectangle(-180, -130 + row * 28, row % 4 === 3 ? 210 : chance.between(310, 360), 7, colour.stone),
			);
		lines.push(
			disc(110, 240, 58, colour.red, 0.8),
			disc(110, 240, 44, colour.white, 0.9),
			star(110, 240, 30, colour.red),
			stroke(
				[
					[40, 250],
					[90, 225],
					[130, 262],
					[190, 230],
				],
				colour.indigo,
				5,
			),
		);
		parts.push(`<g transform="translate(${x + 120} 800) rotate(${turn}) scale(1 .74)">${lines.join("")}</g>`);
	}
	parts.push(
		`<g transform="translate(1090 870) rotate(28)">${rectangle(-150, -12, 300, 24, colour.red, 10)}${polygon(
			[
				[150, -12],
				[196, 0],
				[150, 12],
			],
			colour.gold,
		)}</g>`,
	);
	parts.push(
		ellipse(1330, 940, 150, 44, "#7C4E2C"),
		path("M1230 850h200q6 92-60 104h-80q-66-12-60-104Z", colour.paper),
		ellipse(1330, 850, 100, 24, "#8A5A2C"),
		path("M1430 866q60 0 54 40t-70 34l8-16q42 4 42-20t-36-20Z", colour.paper),
		ellipse(1330, 903, 46, 12, colour.jade, 0.5),
	);
	return parts.join("");
}

/** A computer and telephone lesson: young members of a digital team show elders how. */
export function phoneLesson({ light, variant }: Setting): string {
	const wall = variant % 2 ? "#E9DCC0" : "#D5E0DA";
	const parts = [
		wash(0, 700, wall, blend(wall, colour.white, 0.4)),
		rectangle(560, 90, 480, 300, colour.ink, 12),
		rectangle(576, 106, 448, 268, "#4F8790"),
	];
	parts.push(
		rectangle(610, 140, 120, 200, colour.paper, 16),
		rectangle(622, 160, 96, 60, colour.red),
		rectangle(622, 234, 96, 12, colour.stone),
		rectangle(622, 258, 70, 12, colour.stone),
		disc(670, 310, 16, colour.gold),
		rectangle(770, 160, 220, 18, "#D9E6E2"),
		rectangle(770, 200, 180, 14, "#A9C6C4"),
		rectangle(770, 236, 205, 14, "#A9C6C4"),
		rectangle(770, 272, 150, 14, "#A9C6C4"),
	);
	for (const x of [100, 1170])
		parts.push(
			rectangle(x, 120, 330, 260, "#8A5A36"),
			rectangle(x + 14, 134, 302, 232, lights[light].low),
			path(`M${x + 14} 366V300Q${x + 120} 230 ${x + 316} 296V366Z`, colour.leaf),
			stroke(
				[
					[x + 165, 134],
					[x + 165, 366],
				],
				"#8A5A36",
				10,
			),
		);
	parts.push(floorBoards(680, "#BF9465"));
	const couples = [
		[330, 0],
		[800, 1],
		[1270, 2],
	] as const;
	for (const [x, index] of couples) {
		parts.push(
			rectangle(x - 100, 760, 110, 22, "#7C5136", 6),
			stroke(
				[
					[x - 90, 780],
					[x - 92, 930],
				],
				"#5B3C2B",
				12,
			),
			stroke(
				[
					[x, 780],
					[x + 2, 930],
				],
				"#5B3C2B",
				12,
			),
		);
		parts.push(
			person({
				x: x - 50,
				y: 940,
				h: 500,
				pose: "write",
				dress: "tunic",
				top: ["#7B5A78", "#6F7F5A", colour.brick][(index + variant) % 3] ?? colour.brick,
				bottom: colour.ink,
				head: index === 1 ? "bun" : "grey",
				tool: "phone",
				...(index === 1 ? { scarf: colour.straw } : {}),
			}),
		);
		parts.push(
			person({
				x: x + 150,
				y: 930,
				h: 520,
				pose: index === 1 ? "talk" : "hold",
				top: "#2F6FA0",
				bottom: colour.indigo,
				head: index === variant % 3 ? "long" : "short",
				faces: "left",
			}),
		);
		parts.push(star(x + 128, 640, 10, "#F2C744"));
	}
	return parts.join("");
}

/** Two sides sign at a table before a row of witnesses. */
export function signing({ chance, variant }: Setting): string {
	const parts = [
		wash(0, 700, "#E5D5B4", "#F0E5CC"),
		rectangle(250, 60, 1100, 400, variant % 2 ? "#8F2020" : "#2C6A5A"),
	];
	for (let index = 0; index < 12; index++)
		parts.push(rectangle(250 + index * 92, 60, 46, 400, variant % 2 ? "#9E2A26" : "#35776A"));
	parts.push(
		star(420, 200, 56, "#F2C744"),
		rectangle(560, 150, 560, 18, "#F4E3B4"),
		rectangle(620, 196, 440, 13, "#F4E3B4"),
		rectangle(690, 236, 300, 13, "#F4E3B4"),
	);
	parts.push(
		rectangle(0, 690, width, 380, "#A8794C"),
		polygon(
			[
				[0, 690],
				[width, 690],
				[width, 720],
				[0, 720],
			],
			"#8A5F3B",
		),
	);
	for (let index = 0; index < 7; index++)
		parts.push(
			person({
				x: 310 + index * 165 + chance.between(-10, 10),
				y: 800,
				h: 430 + chance.between(-20, 20),
				pose: chance.pick(["clap", "stand", "clap"]),
				dress: index % 3 === 1 ? "aodai" : "shirt",
				top:
					index % 3 === 1
						? chance.pick([colour.red, colour.jade, colour.rose])
						: chance.pick([colour.white, "#BFD3D6", colour.cream, colour.indigo]),
				bottom: index % 3 === 1 ? colour.white : colour.indigo,
				head: index % 3 === 1 ? "bun" : chance.pick(["short", "grey", "short"]),
				faces: index < 3 ? "right" : "left",
			}),
		);
	parts.push(
		person({ x: 520, y: 960, h: 500, pose: "write", top: colour.white, head: "short" }),
		person({
			x: 1080,
			y: 960,
			h: 500,
			pose: "write",
			top: variant % 2 ? "#6D7C4C" : "#C9DADD",
			head: variant % 2 ? "short" : "bun",
			faces: "left",
		}),
	);
	parts.push(
		polygon(
			[
				[560, 770],
				[1040, 770],
				[1090, 812],
				[510, 812],
			],
			"#F4EBD6",
		),
		rectangle(510, 810, 580, 180, colour.red),
		rectangle(510, 810, 580, 26, "#C5433A"),
		polygon(
			[
				[630, 776],
				[740, 776],
				[750, 804],
				[616, 804],
			],
			colour.white,
		),
		polygon(
			[
				[860, 776],
				[970, 776],
				[984, 804],
				[852, 804],
			],
			colour.white,
		),
		flowers(chance, 800, 800, 110),
	);
	return parts.join("");
}
