/** The pencil: seeded chance, colours, and shapes as SVG text. Coordinates are those of a 1600 × 1067 sheet. */

export const width = 1600;
export const height = 1067;

/** The portal's palette and the earth and sky that go with it. */
export const colour = {
	paper: "#FBF9F4",
	ink: "#26211D",
	red: "#A61B1B",
	brick: "#C2553A",
	jade: "#2F7A66",
	leaf: "#5E9154",
	moss: "#3F6B4A",
	pine: "#2A4E42",
	gold: "#C7962F",
	straw: "#E3C26B",
	cream: "#F1E6CC",
	earth: "#A9744B",
	clay: "#7C5136",
	soil: "#5B3C2B",
	sky: "#CFE1E3",
	water: "#8FB9BA",
	deep: "#4F8790",
	indigo: "#2F4560",
	night: "#1D2C40",
	stone: "#B9B2A3",
	slate: "#6F6F6B",
	plum: "#6B3A4A",
	rose: "#D98F7A",
	white: "#FFFDF8",
} as const;

export const skinTones = ["#D9A47C", "#C98F66", "#B87E57", "#E0B08A"] as const;

export type Point = readonly [x: number, y: number];

/** A source of chance that gives the same picture for the same seed (mulberry32). */
export interface Chance {
	/** A number from `low` (inclusive) to `high` (exclusive). */
	between(low: number, high: number): number;
	pick<Item>(items: readonly [Item, ...Item[]]): Item;
	happens(probability: number): boolean;
}

export function createChance(seed: number): Chance {
	let state = (seed * 0x9e3779b1) >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
	return {
		between: (low, high) => low + next() * (high - low),
		pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
		happens: (probability) => next() < probability,
	};
}

export function round(value: number): number {
	return Math.round(value * 10) / 10;
}

function pairs(points: readonly Point[]): string {
	return points.map(([x, y]) => `${round(x)},${round(y)}`).join(" ");
}

export function polygon(points: readonly Point[], fill: string, opacity = 1): string {
	return `<polygon points="${pairs(points)}" fill="${fill}"${faded(opacity)}/>`;
}

export function rectangle(x: number, y: number, w: number, h: number, fill: string, radius = 0): string {
	return `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" fill="${fill}"${radius ? ` rx="${round(radius)}"` : ""}/>`;
}

export function ellipse(x: number, y: number, rx: number, ry: number, fill: string, opacity = 1): string {
	return `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}"${faded(opacity)}/>`;
}

export function disc(x: number, y: number, radius: number, fill: string, opacity = 1): string {
	return ellipse(x, y, radius, radius, fill, opacity);
}

export function stroke(points: readonly Point[], colourOf: string, thickness: number, opacity = 1): string {
	return `<polyline points="${pairs(points)}" fill="none" stroke="${colourOf}" stroke-width="${round(thickness)}" stroke-linecap="round" stroke-linejoin="round"${faded(opacity)}/>`;
}

export function path(d: string, fill: string, opacity = 1): string {
	return `<path d="${d}" fill="${fill}"${faded(opacity)}/>`;
}

export function curve(d: string, colourOf: string, thickness: number, opacity = 1): string {
	return `<path d="${d}" fill="none" stroke="${colourOf}" stroke-width="${round(thickness)}" stroke-linecap="round"${faded(opacity)}/>`;
}

function faded(opacity: number): string {
	return opacity === 1 ? "" : ` opacity="${round(opacity * 10) / 10}"`;
}

/** A vertical wash from one colour to another over a rectangle. */
export function wash(y: number, h: number, from: string, to: string): string {
	const id = `w${Math.round(y)}-${Math.round(h)}-${from.slice(1)}${to.slice(1)}`;
	return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient><rect x="0" y="${round(y)}" width="${width}" height="${round(h)}" fill="url(#${id})"/>`;
}

/** A smooth line through points, as path commands that follow an `M`. */
function smooth(points: readonly Point[]): string {
	let d = "";
	for (let index = 0; index < points.length - 1; index++) {
		const [x0, y0] = points[Math.max(0, index - 1)] as Point;
		const [x1, y1] = points[index] as Point;
		const [x2, y2] = points[index + 1] as Point;
		const [x3, y3] = points[Math.min(points.length - 1, index + 2)] as Point;
		d += `C${round(x1 + (x2 - x0) / 6)} ${round(y1 + (y2 - y0) / 6)} ${round(x2 - (x3 - x1) / 6)} ${round(y2 - (y3 - y1) / 6)} ${round(x2)} ${round(y2)}`;
	}
	return d;
}

/** Everything below a smooth line, down to `bottom`. */
export function ground(points: readonly Point[], fill: string, bottom: number = height): string {
	const [x0, y0] = points[0] as Point;
	const [x1] = points.at(-1) as Point;
	return path(
		`M${round(x0)} ${round(y0)}${smooth(points)}L${round(x1)} ${bottom}L${round(x0)} ${bottom}Z`,
		fill,
	);
}

/** Blends two colours; `share` 0 gives the first, 1 the second. */
export function blend(first: string, second: string, share: number): string {
	const channel = (text: string, at: number): number => Number.parseInt(text.slice(at, at + 2), 16);
	return `#${[1, 3, 5]
		.map((at) => Math.round(channel(first, at) * (1 - share) + channel(second, at) * share))
		.map((value) => value.toString(16).padStart(2, "0"))
		.join("")}`;
}
