/** What stands behind and around people: sky, hills, water, fields, trees, houses, boats. */
import type { Chance, Point } from "./drawing.ts";
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
	wash,
	width,
} from "./drawing.ts";

export type Light = "dawn" | "day" | "dusk" | "grey" | "night";

/** The colours of one hour of the day. `air` is what distance turns everything into. */
interface LightColours {
	readonly top: string;
	readonly low: string;
	readonly air: string;
	readonly sun: string;
}

export const lights: Record<Light, LightColours> = {
	dawn: { top: "#BCD3D6", low: "#F7E3C4", air: "#E9D9C0", sun: "#F3C98B" },
	day: { top: "#BFDADF", low: "#F0F0E2", air: "#D9E4DD", sun: "#FFF6DC" },
	dusk: { top: "#D9B99A", low: "#F4D3A0", air: "#E5BE98", sun: "#D9694A" },
	grey: { top: "#A9B6B8", low: "#D9DAD2", air: "#C4CBC8", sun: "#E6E6DE" },
	night: { top: "#1A2637", low: "#41546B", air: "#34465C", sun: "#F3E7C4" },
};

export function sky(light: Light, horizon: number, chance: Chance): string {
	const tones = lights[light];
	const x = chance.between(240, 1360);
	const parts = [wash(0, horizon + 40, tones.top, tones.low)];
	if (light !== "grey")
		parts.push(
			disc(
				x,
				horizon * chance.between(0.28, 0.52),
				light === "night" ? 46 : chance.between(64, 96),
				tones.sun,
				light === "day" ? 0.9 : 1,
			),
		);
	if (light === "night") {
		for (let index = 0; index < 26; index++)
			parts.push(
				disc(
					chance.between(0, width),
					chance.between(20, horizon * 0.7),
					chance.between(1.5, 3.5),
					"#F3E7C4",
					0.7,
				),
			);
	} else
		for (let index = 0; index < (light === "grey" ? 5 : 3); index++)
			parts.push(
				cloud(
					chance.between(-60, width - 150),
					chance.between(60, horizon * 0.55),
					chance.between(0.6, 1.25),
					blend(tones.low, colour.white, light === "grey" ? 0.15 : 0.5),
				),
			);
	return parts.join("");
}

function cloud(x: number, y: number, scale: number, fill: string): string {
	return `<path transform="translate(${round(x)} ${round(y)}) scale(${round(scale * 10) / 10})" d="M0 46h300a24 24 0 0 0-8-47h-34a52 52 0 0 0-98-14 40 40 0 0 0-64 14H44a24 24 0 0 0-44 47Z" fill="${fill}" opacity=".8"/>`;
}

/** A range of rounded hills (or of peaks, where `sharp`). */
export function hills(
	chance: Chance,
	base: number,
	rise: number,
	fill: string,
	count = 5,
	sharp = false,
): string {
	const points: Point[] = [];
	const space = (width + 400) / count;
	for (let index = 0; index <= count; index++) {
		const x = -200 + index * space;
		points.push([x + chance.between(-40, 40), base - rise * chance.between(0.05, 0.35)]);
		if (index < count)
			points.push([x + space * chance.between(0.4, 0.6), base - rise * chance.between(0.7, 1)]);
	}
	if (!sharp) return ground(points, fill);
	return path(
		`M-200 ${height}${points.map(([x, y]) => `L${round(x)} ${round(y)}`).join("")}L${width + 200} ${height}Z`,
		fill,
	);
}

/** The steep limestone cones of the north. */
export function karst(chance: Chance, base: number, fill: string, count: number, tall: number): string {
	const parts: string[] = [];
	for (let index = 0; index < count; index++) {
		const x = ((index + chance.between(0.1, 0.9)) * width) / count;
		const w = chance.between(120, 230);
		const h = tall * chance.between(0.5, 1);
		parts.push(
			path(
				`M${round(x - w)} ${base}C${round(x - w * 0.8)} ${round(base - h * 0.55)} ${round(x - w * 0.7)} ${round(base - h)} ${round(x - w * 0.1)} ${round(base - h)}C${round(x + w * 0.45)} ${round(base - h * 1.02)} ${round(x + w * 0.55)} ${round(base - h * 0.5)} ${round(x + w)} ${base}Z`,
				fill,
			),
		);
		parts.push(
			path(
				`M${round(x - w)} ${base}C${round(x - w * 0.8)} ${round(base - h * 0.55)} ${round(x - w * 0.7)} ${round(base - h)} ${round(x - w * 0.1)} ${round(base - h)}C${round(x - w * 0.5)} ${round(base - h * 0.7)} ${round(x - w * 0.15)} ${round(base - h * 0.4)} ${round(x - w * 0.45)} ${base}Z`,
				colour.ink,
				0.1,
			),
		);
	}
	return parts.join("");
}

export function water(y: number, light: Light, chance: Chance, h: number = height - y): string {
	const tones = lights[light];
	const near =
		light === "night" ? "#22364A" : light === "dusk" ? "#9C8A80" : light === "grey" ? "#87918D" : colour.deep;
	const parts = [wash(y, h, blend(tones.low, colour.water, 0.55), blend(near, colour.water, 0.35))];
	for (let index = 0; index < 26; index++) {
		const at = y + 14 + (h - 14) * chance.between(0, 1) ** 1.4;
		const long = 40 + ((at - y) / h) * 190;
		const x = chance.between(-60, width);
		parts.push(
			stroke(
				[
					[x, at],
					[x + long * chance.between(0.5, 1), at],
				],
				blend(tones.low, colour.white, 0.3),
				2 + ((at - y) / h) * 4,
				0.4,
			),
		);
	}
	return parts.join("");
}

/** A field in rows that meet at a point on the horizon. */
export function furrows(
	y: number,
	fill: string,
	line: string,
	count: number,
	vanish: number,
	bottom: number = height,
): string {
	const parts = [rectangle(0, y, width, bottom - y, fill)];
	for (let index = -count; index <= count; index++) {
		const foot = vanish + (index * (width * 1.9)) / count;
		const half = (width * 0.42) / count;
		parts.push(
			polygon(
				[
					[vanish + index * 26 - 2, y],
					[vanish + index * 26 + 2, y],
					[foot + half, bottom],
					[foot - half, bottom],
				],
				line,
			),
		);
	}
	return parts.join("");
}

export function roundTree(x: number, y: number, h: number, leaf: string, chance: Chance): string {
	const parts = [
		path(
			`M${round(x - h * 0.035)} ${round(y)}L${round(x - h * 0.02)} ${round(y - h * 0.5)}L${round(x + h * 0.02)} ${round(y - h * 0.5)}L${round(x + h * 0.045)} ${round(y)}Z`,
			colour.soil,
		),
	];
	const blobs = [
		[0, 0.72, 0.26],
		[-0.2, 0.6, 0.19],
		[0.2, 0.58, 0.2],
		[0.07, 0.86, 0.17],
	] as const;
	for (const [dx, dy, r] of blobs)
		parts.push(disc(x + h * dx, y - h * dy, h * r * chance.between(0.9, 1.1), leaf));
	for (const [dx, dy, r] of blobs.slice(0, 3))
		parts.push(disc(x + h * (dx - 0.05), y - h * (dy + 0.05), h * r * 0.62, blend(leaf, colour.straw, 0.22)));
	return parts.join("");
}

export function pine(x: number, y: number, h: number, leaf: string): string {
	const parts = [rectangle(x - h * 0.025, y - h * 0.2, h * 0.05, h * 0.2, colour.soil)];
	for (const [low, high, half] of [
		[0.14, 0.55, 0.2],
		[0.36, 0.78, 0.155],
		[0.58, 1, 0.11],
	] as const) {
		parts.push(
			polygon(
				[
					[x - h * half, y - h * low],
					[x, y - h * high],
					[x + h * half, y - h * low],
				],
				leaf,
			),
		);
		parts.push(
			polygon(
				[
					[x, y - h * high],
					[x + h * half, y - h * low],
					[x + h * 0.02, y - h * low],
				],
				colour.ink,
				0.12,
			),
		);
	}
	return parts.join("");
}

export function palm(x: number, y: number, h: number, leaf: string, lean = 0.08): string {
	const tx = x + h * lean;
	const ty = y - h * 0.78;
	const parts = [
		curve(
			`M${round(x)} ${round(y)}Q${round(x - h * 0.02)} ${round(y - h * 0.4)} ${round(tx)} ${round(ty)}`,
			colour.clay,
			h * 0.035,
		),
	];
	for (const [dx, dy, bend] of [
		[-0.34, 0.1, -0.2],
		[-0.28, -0.12, -0.24],
		[-0.08, -0.26, -0.2],
		[0.14, -0.24, -0.2],
		[0.3, -0.1, -0.24],
		[0.36, 0.12, -0.2],
	] as const) {
		const ex = tx + h * dx;
		const ey = ty + h * dy;
		parts.push(
			path(
				`M${round(tx)} ${round(ty)}Q${round(tx + h * dx * 0.45)} ${round(ty + h * (dy * 0.3 + bend))} ${round(ex)} ${round(ey)}Q${round(tx + h * dx * 0.5)} ${round(ty + h * (dy * 0.3 + bend * 0.35))} ${round(tx)} ${round(ty)}Z`,
				leaf,
			),
		);
	}
	parts.push(
		disc(tx - h * 0.025, ty + h * 0.02, h * 0.028, colour.gold),
		disc(tx + h * 0.03, ty + h * 0.025, h * 0.028, colour.clay),
	);
	return parts.join("");
}

export function banana(x: number, y: number, h: number, leaf: string): string {
	const parts = [
		polygon(
			[
				[x - h * 0.04, y],
				[x - h * 0.02, y - h * 0.5],
				[x + h * 0.02, y - h * 0.5],
				[x + h * 0.05, y],
			],
			blend(leaf, colour.straw, 0.45),
		),
	];
	for (const [dx, dy] of [
		[-0.42, 0.42],
		[-0.3, 0.8],
		[-0.02, 1],
		[0.28, 0.84],
		[0.42, 0.46],
	] as const) {
		const [sx, sy, ex, ey] = [x, y - h * 0.46, x + h * dx, y - h * dy];
		parts.push(
			path(
				`M${round(sx)} ${round(sy)}Q${round(sx + h * dx * 0.2 - h * 0.06)} ${round(ey - h * 0.12)} ${round(ex)} ${round(ey)}Q${round(sx + h * dx * 0.75 + h * 0.08)} ${round(sy - h * 0.05)} ${round(sx)} ${round(sy)}Z`,
				dx < 0 ? leaf : blend(leaf, colour.ink, 0.15),
			),
		);
	}
	return parts.join("");
}

export function bamboo(x: number, y: number, h: number, leaf: string, chance: Chance): string {
	const parts: string[] = [];
	for (let index = -3; index <= 3; index++) {
		const lean = index * h * 0.055 + chance.between(-10, 10);
		parts.push(
			curve(
				`M${round(x + index * h * 0.022)} ${round(y)}Q${round(x + index * h * 0.03)} ${round(y - h * 0.6)} ${round(x + lean * 1.6)} ${round(y - h * chance.between(0.85, 1.05))}`,
				index % 2 ? leaf : blend(leaf, colour.straw, 0.35),
				h * 0.016,
			),
		);
		for (let tuft = 0; tuft < 4; tuft++) {
			const share = chance.between(0.55, 1);
			parts.push(
				ellipse(
					x + lean * 1.6 * share + chance.between(-h * 0.05, h * 0.05),
					y - h * share,
					h * 0.075,
					h * 0.03,
					leaf,
				),
			);
		}
	}
	return parts.join("");
}

/** A tiled, gabled house seen from its long side. */
export function house(
	x: number,
	y: number,
	w: number,
	wall: string,
	roof: string,
	door: string = colour.clay,
): string {
	const h = w * 0.34;
	return [
		rectangle(x, y - h, w, h, wall),
		polygon(
			[
				[x, y - h],
				[x + w * 0.22, y - h],
				[x + w * 0.22, y],
				[x, y],
			],
			colour.ink,
			0.1,
		),
		polygon(
			[
				[x - w * 0.08, y - h],
				[x + w * 0.1, y - h * 1.85],
				[x + w * 0.9, y - h * 1.85],
				[x + w * 1.08, y - h],
			],
			roof,
		),
		polygon(
			[
				[x - w * 0.08, y - h],
				[x + w * 0.1, y - h * 1.85],
				[x + w * 0.3, y - h * 1.85],
				[x + w * 0.16, y - h],
			],
			colour.ink,
			0.12,
		),
		stroke(
			[
				[x + w * 0.08, y - h * 1.87],
				[x + w * 0.92, y - h * 1.87],
			],
			blend(roof, colour.ink, 0.3),
			w * 0.02,
		),
		rectangle(x + w * 0.42, y - h * 0.72, w * 0.16, h * 0.72, door),
		rectangle(x + w * 0.12, y - h * 0.66, w * 0.14, h * 0.32, blend(colour.deep, colour.ink, 0.25)),
		rectangle(x + w * 0.74, y - h * 0.66, w * 0.14, h * 0.32, blend(colour.deep, colour.ink, 0.25)),
	].join("");
}

/** A house on stilts with a thatched roof; `tall` roofs are those of communal houses. */
export function stiltHouse(x: number, y: number, w: number, roof: string = colour.clay, tall = 1): string {
	const floor = y - w * 0.26;
	const eave = floor - w * 0.22;
	const ridge = eave - w * 0.34 * tall;
	const parts: string[] = [];
	for (let index = 0; index <= 5; index++)
		parts.push(rectangle(x + w * (0.05 + index * 0.175), floor, w * 0.025, y - floor, colour.soil));
	parts.push(
		polygon(
			[
				[x + w * 0.03, floor],
				[x + w * 0.97, floor],
				[x + w * 0.97, y - w * 0.12],
				[x + w * 0.03, y - w * 0.12],
			],
			colour.ink,
			0.25,
		),
	);
	parts.push(
		rectangle(x, eave, w, floor - eave, colour.earth),
		rectangle(x, floor - w * 0.02, w, w * 0.035, colour.soil),
	);
	for (let index = 1; index < 9; index++)
		parts.push(
			stroke(
				[
					[x + (w * index) / 9, eave],
					[x + (w * index) / 9, floor],
				],
				colour.clay,
				w * 0.006,
			),
		);
	parts.push(rectangle(x + w * 0.44, eave + w * 0.03, w * 0.13, floor - eave - w * 0.03, colour.soil));
	parts.push(
		polygon(
			[
				[x - w * 0.08, eave + w * 0.03],
				[x + w * 0.14, ridge],
				[x + w * 0.86, ridge],
				[x + w * 1.08, eave + w * 0.03],
			],
			roof,
		),
	);
	parts.push(
		polygon(
			[
				[x - w * 0.08, eave + w * 0.03],
				[x + w * 0.14, ridge],
				[x + w * 0.36, ridge],
				[x + w * 0.2, eave + w * 0.03],
			],
			colour.ink,
			0.14,
		),
	);
	parts.push(
		polygon(
			[
				[x + w * 0.45, y],
				[x + w * 0.49, floor],
				[x + w * 0.53, floor],
				[x + w * 0.57, y],
			],
			colour.clay,
		),
	);
	for (let index = 1; index < 5; index++)
		parts.push(
			stroke(
				[
					[x + w * 0.46, floor + ((y - floor) * index) / 5],
					[x + w * 0.555, floor + ((y - floor) * index) / 5],
				],
				colour.soil,
				w * 0.012,
			),
		);
	return parts.join("");
}

/** A public building of two storeys with a flag. */
export function office(
	x: number,
	y: number,
	w: number,
	wall: string = "#EBD9A8",
	roof: string = colour.brick,
): string {
	const h = w * 0.42;
	const parts = [
		rectangle(x, y - h, w, h, wall),
		rectangle(x + w * 0.36, y - h * 1.16, w * 0.28, h * 1.16, blend(wall, colour.white, 0.45)),
	];
	parts.push(
		polygon(
			[
				[x + w * 0.32, y - h * 1.16],
				[x + w * 0.5, y - h * 1.42],
				[x + w * 0.68, y - h * 1.16],
			],
			roof,
		),
	);
	parts.push(
		rectangle(x - w * 0.02, y - h * 1.04, w * 0.38, h * 0.07, roof),
		rectangle(x + w * 0.64, y - h * 1.04, w * 0.38, h * 0.07, roof),
	);
	for (const row of [0.84, 0.4])
		for (const column of [0.05, 0.15, 0.25, 0.7, 0.8, 0.9])
			parts.push(
				rectangle(x + w * column, y - h * row, w * 0.055, h * 0.24, blend(colour.deep, colour.ink, 0.2)),
			);
	for (const column of [0.41, 0.475, 0.54])
		parts.push(
			rectangle(x + w * column, y - h * 0.92, w * 0.045, h * 0.24, blend(colour.deep, colour.ink, 0.2)),
		);
	parts.push(
		rectangle(x + w * 0.43, y - h * 0.42, w * 0.14, h * 0.42, colour.clay),
		rectangle(x, y - h * 0.52, w, h * 0.03, blend(wall, colour.ink, 0.18)),
	);
	parts.push(
		polygon(
			[
				[x, y - h],
				[x + w * 0.08, y - h],
				[x + w * 0.03, y],
				[x, y],
			],
			colour.ink,
			0.08,
		),
	);
	parts.push(flagPole(x + w * 0.5, y - h * 1.36, h * 0.5, h * 0.26));
	return parts.join("");
}

/** The national flag on its pole; `x`, `y` is the pole's foot. */
export function flagPole(x: number, y: number, pole: number, size: number): string {
	return (
		stroke(
			[
				[x, y],
				[x, y - pole],
			],
			colour.stone,
			Math.max(3, size * 0.05),
		) + flag(x, y - pole, size)
	);
}

export function flag(x: number, y: number, size: number): string {
	const w = size;
	const h = size * 0.66;
	return (
		path(
			`M${round(x)} ${round(y)}Q${round(x + w * 0.3)} ${round(y - h * 0.12)} ${round(x + w * 0.55)} ${round(y + h * 0.04)}T${round(x + w)} ${round(y + h * 0.02)}V${round(y + h)}Q${round(x + w * 0.75)} ${round(y + h * 0.9)} ${round(x + w * 0.5)} ${round(y + h * 1.02)}T${round(x)} ${round(y + h)}Z`,
			colour.red,
		) + star(x + w * 0.5, y + h * 0.52, h * 0.28, "#F2C744")
	);
}

export function star(x: number, y: number, r: number, fill: string): string {
	const points: Point[] = [];
	for (let index = 0; index < 10; index++) {
		const angle = (index * Math.PI) / 5 - Math.PI / 2;
		const reach = index % 2 ? r * 0.4 : r;
		points.push([x + Math.cos(angle) * reach, y + Math.sin(angle) * reach]);
	}
	return polygon(points, fill);
}

/** A row of small flags on a line that sags. */
export function bunting(x0: number, y0: number, x1: number, y1: number, size: number): string {
	const parts = [
		curve(
			`M${round(x0)} ${round(y0)}Q${round((x0 + x1) / 2)} ${round((y0 + y1) / 2 + size * 1.6)} ${round(x1)} ${round(y1)}`,
			colour.slate,
			2.5,
		),
	];
	const count = Math.max(3, Math.round(Math.hypot(x1 - x0, y1 - y0) / (size * 1.5)));
	for (let index = 1; index < count; index++) {
		const t = index / count;
		const x = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * ((x0 + x1) / 2) + t * t * x1;
		const y = (1 - t) ** 2 * y0 + 2 * t * (1 - t) * ((y0 + y1) / 2 + size * 1.6) + t * t * y1;
		parts.push(
			polygon(
				[
					[x - size * 0.45, y],
					[x + size * 0.45, y],
					[x, y + size],
				],
				[colour.red, colour.gold, colour.jade, colour.paper][index % 4] ?? colour.red,
			),
		);
	}
	return parts.join("");
}

/** A low boat seen from the side; `x` is its middle, `y` the water. */
export function boat(x: number, y: number, long: number, hull: string, rim: string = colour.straw): string {
	const h = long * 0.13;
	return [
		ellipse(x, y + h * 0.18, long * 0.5, h * 0.35, colour.ink, 0.18),
		path(
			`M${round(x - long * 0.53)} ${round(y - h * 1.25)}Q${round(x - long * 0.3)} ${round(y - h * 0.62)} ${round(x)} ${round(y - h * 0.62)}T${round(x + long * 0.53)} ${round(y - h * 1.25)}Q${round(x + long * 0.4)} ${round(y + h * 0.25)} ${round(x + long * 0.2)} ${round(y + h * 0.25)}H${round(x - long * 0.2)}Q${round(x - long * 0.4)} ${round(y + h * 0.25)} ${round(x - long * 0.53)} ${round(y - h * 1.25)}Z`,
			hull,
		),
		curve(
			`M${round(x - long * 0.52)} ${round(y - h * 1.2)}Q${round(x - long * 0.3)} ${round(y - h * 0.58)} ${round(x)} ${round(y - h * 0.58)}T${round(x + long * 0.52)} ${round(y - h * 1.2)}`,
			rim,
			h * 0.16,
		),
	].join("");
}

/** Tufts of rice or grass along a line, in the foreground. */
export function tufts(chance: Chance, y: number, fill: string, size: number, count = 60): string {
	let d = "";
	for (let index = 0; index < count; index++) {
		const x = (index / count) * (width + 80) - 40 + chance.between(-10, 10);
		const base = y + chance.between(-8, 8);
		for (const lean of [-0.5, -0.1, 0.35])
			d += `M${round(x - size * 0.07)} ${round(base)}Q${round(x + lean * size * 0.2)} ${round(base - size * 0.6)} ${round(x + lean * size + chance.between(-6, 6))} ${round(base - size * chance.between(0.8, 1.15))}Q${round(x + lean * size * 0.5 + size * 0.08)} ${round(base - size * 0.5)} ${round(x + size * 0.07)} ${round(base)}Z`;
	}
	return path(d, fill);
}

export function table(x: number, y: number, w: number, h: number, cloth: string): string {
	return (
		rectangle(x, y - h, w, h, cloth) +
		rectangle(x, y - h, w, h * 0.12, blend(cloth, colour.white, 0.28)) +
		[0.2, 0.4, 0.6, 0.8]
			.map((share) =>
				stroke(
					[
						[x + w * share, y - h * 0.82],
						[x + w * share, y],
					],
					blend(cloth, colour.ink, 0.16),
					4,
				),
			)
			.join("")
	);
}

export function lotus(x: number, y: number, size: number, open = true): string {
	const petals = open
		? [
				[-0.55, 0.42],
				[0.55, 0.42],
				[-0.3, 0.75],
				[0.3, 0.75],
				[0, 0.95],
			]
		: [
				[-0.18, 0.8],
				[0.18, 0.8],
				[0, 1],
			];
	return petals
		.map(([dx = 0, dy = 0], index) =>
			path(
				`M${round(x)} ${round(y)}Q${round(x + size * dx * 1.3 - size * 0.18)} ${round(y - size * dy * 0.6)} ${round(x + size * dx)} ${round(y - size * dy)}Q${round(x + size * dx * 0.6 + size * 0.25)} ${round(y - size * dy * 0.5)} ${round(x)} ${round(y)}Z`,
				["#E7A8A0", "#DD938E", "#EDB9AE", "#E7A8A0", "#F4CFC4"][index] ?? "#E7A8A0",
			),
		)
		.join("");
}

export function flowers(chance: Chance, x: number, y: number, size: number): string {
	const parts = [
		path(
			`M${round(x - size * 0.3)} ${round(y - size * 0.35)}L${round(x + size * 0.3)} ${round(y - size * 0.35)}L${round(x + size * 0.2)} ${round(y)}L${round(x - size * 0.2)} ${round(y)}Z`,
			colour.jade,
		),
	];
	for (let index = 0; index < 9; index++)
		parts.push(
			disc(
				x + chance.between(-0.42, 0.42) * size,
				y - size * chance.between(0.4, 0.85),
				size * 0.11,
				chance.pick([colour.red, colour.gold, colour.rose, colour.leaf, colour.white]),
			),
		);
	return parts.join("");
}

export function motorbike(x: number, y: number, size: number, fill: string): string {
	return [
		disc(x - size * 0.34, y - size * 0.17, size * 0.17, colour.ink),
		disc(x + size * 0.34, y - size * 0.17, size * 0.17, colour.ink),
		disc(x - size * 0.34, y - size * 0.17, size * 0.09, colour.stone),
		disc(x + size * 0.34, y - size * 0.17, size * 0.09, colour.stone),
		path(
			`M${round(x - size * 0.5)} ${round(y - size * 0.42)}L${round(x - size * 0.05)} ${round(y - size * 0.42)}L${round(x + size * 0.06)} ${round(y - size * 0.2)}L${round(x + size * 0.16)} ${round(y - size * 0.22)}L${round(x + size * 0.2)} ${round(y - size * 0.6)}L${round(x + size * 0.3)} ${round(y - size * 0.58)}L${round(x + size * 0.36)} ${round(y - size * 0.2)}L${round(x - size * 0.2)} ${round(y - size * 0.12)}L${round(x - size * 0.4)} ${round(y - size * 0.28)}Z`,
			fill,
		),
		rectangle(x - size * 0.46, y - size * 0.48, size * 0.42, size * 0.08, colour.soil, size * 0.04),
		stroke(
			[
				[x + size * 0.2, y - size * 0.6],
				[x + size * 0.13, y - size * 0.68],
			],
			colour.ink,
			size * 0.04,
		),
	].join("");
}

export function buffalo(x: number, y: number, size: number, faces: "left" | "right" = "right"): string {
	const body = "#5A5350";
	const s = size;
	return `<g transform="translate(${round(x)} ${round(y)})${faces === "left" ? " scale(-1 1)" : ""}">${[
		ellipse(0, 0, s * 0.55, s * 0.05, colour.ink, 0.18),
		rectangle(-s * 0.36, -s * 0.3, s * 0.09, s * 0.3, blend(body, colour.ink, 0.3)),
		rectangle(s * 0.14, -s * 0.3, s * 0.09, s * 0.3, blend(body, colour.ink, 0.3)),
		rectangle(-s * 0.27, -s * 0.3, s * 0.1, s * 0.3, body),
		rectangle(s * 0.25, -s * 0.3, s * 0.1, s * 0.3, body),
		path(
			`M${-s * 0.42} ${-s * 0.5}Q${-s * 0.1} ${-s * 0.72} ${s * 0.3} ${-s * 0.6}Q${s * 0.5} ${-s * 0.62} ${s * 0.62} ${-s * 0.46}L${s * 0.68} ${-s * 0.26}Q${s * 0.58} ${-s * 0.2} ${s * 0.52} ${-s * 0.3}Q${s * 0.44} ${-s * 0.26} ${s * 0.34} ${-s * 0.26}Q${-s * 0.05} ${-s * 0.14} ${-s * 0.36} ${-s * 0.26}Q${-s * 0.46} ${-s * 0.34} ${-s * 0.42} ${-s * 0.5}Z`,
			body,
		),
		curve(`M${s * 0.5} ${-s * 0.58}Q${s * 0.38} ${-s * 0.8} ${s * 0.2} ${-s * 0.76}`, colour.stone, s * 0.05),
		curve(`M${-s * 0.42} ${-s * 0.48}Q${-s * 0.5} ${-s * 0.36} ${-s * 0.47} ${-s * 0.2}`, body, s * 0.03),
	].join("")}</g>`;
}
