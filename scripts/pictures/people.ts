/** People as a skeleton with clothes: every pose is a set of angles, so that no figure is drawn by hand twice. */
import type { Point } from "./drawing.ts";
import { blend, colour, disc, ellipse, path, polygon, round, skinTones, stroke } from "./drawing.ts";

/** Angles in degrees from straight down, positive towards where the person looks. */
interface Pose {
	readonly lean: number;
	readonly near: readonly [upper: number, lower: number];
	readonly far: readonly [upper: number, lower: number];
	readonly nearLeg: readonly [thigh: number, shin: number];
	readonly farLeg: readonly [thigh: number, shin: number];
}

const poses = {
	stand: { lean: 0, near: [-6, 8], far: [8, 14], nearLeg: [-2, -2], farLeg: [4, 2] },
	talk: { lean: 2, near: [42, 112], far: [-4, 22], nearLeg: [-4, -2], farLeg: [6, 2] },
	speak: { lean: 3, near: [50, 86], far: [28, 96], nearLeg: [-3, -3], farLeg: [4, 3] },
	wave: { lean: -2, near: [150, 170], far: [-6, 8], nearLeg: [-3, -3], farLeg: [5, 3] },
	clap: { lean: 0, near: [28, 104], far: [30, 100], nearLeg: [-2, -2], farLeg: [4, 3] },
	hold: { lean: 2, near: [18, 84], far: [24, 80], nearLeg: [-3, -2], farLeg: [5, 3] },
	walk: { lean: 5, near: [-24, -6], far: [26, 46], nearLeg: [24, 8], farLeg: [-18, -34] },
	carry: { lean: 4, near: [70, 150], far: [-18, 4], nearLeg: [20, 6], farLeg: [-16, -28] },
	dig: { lean: 26, near: [46, 58], far: [26, 72], nearLeg: [26, -8], farLeg: [-16, -22] },
	bend: { lean: 74, near: [22, 8], far: [34, 14], nearLeg: [8, -8], farLeg: [-4, -12] },
	reach: { lean: 4, near: [118, 132], far: [96, 118], nearLeg: [-4, -4], farLeg: [8, 4] },
	kneel: { lean: 18, near: [38, 58], far: [50, 66], nearLeg: [84, -4], farLeg: [8, -84] },
	squat: { lean: 28, near: [48, 66], far: [60, 78], nearLeg: [112, -22], farLeg: [104, -26] },
	sit: { lean: 2, near: [14, 76], far: [22, 82], nearLeg: [86, 2], farLeg: [80, -2] },
	write: { lean: 16, near: [30, 84], far: [40, 92], nearLeg: [86, 2], farLeg: [80, -4] },
	row: { lean: 26, near: [62, 84], far: [70, 88], nearLeg: [14, -6], farLeg: [-18, -20] },
	punt: { lean: 14, near: [88, 104], far: [56, 104], nearLeg: [10, -4], farLeg: [-14, -16] },
} as const satisfies Record<string, Pose>;

export type PoseName = keyof typeof poses;

export interface Person {
	readonly x: number;
	/** Where the feet (or, seated, the soles) stand. */
	readonly y: number;
	/** Standing height. */
	readonly h: number;
	readonly pose?: PoseName;
	readonly faces?: "left" | "right";
	readonly dress?: "shirt" | "tunic" | "aodai" | "skirt" | "pleats" | "robe" | "vest";
	readonly top?: string;
	readonly bottom?: string;
	readonly head?:
		| "short"
		| "bun"
		| "long"
		| "grey"
		| "conical"
		| "cap"
		| "helmet"
		| "scarf"
		| "shaved"
		| "pith";
	readonly headColour?: string;
	readonly skin?: string;
	readonly scarf?: string;
	readonly tool?:
		| "hoe"
		| "spade"
		| "basket"
		| "phone"
		| "paper"
		| "book"
		| "oar"
		| "pole"
		| "sapling"
		| "yoke"
		| "sack"
		| "broom"
		| "box"
		| "staff";
}

const radians = Math.PI / 180;

function step([x, y]: Point, angle: number, length: number): Point {
	return [x + Math.sin(angle * radians) * length, y + Math.cos(angle * radians) * length];
}

/** One person, shadow included. */
export function person(who: Person): string {
	const { h } = who;
	const pose: Pose = poses[who.pose ?? "stand"];
	const skin = who.skin ?? skinTones[Math.round(who.x * 7 + who.y * 3) % skinTones.length] ?? skinTones[0];
	const top = who.top ?? colour.cream;
	const bottom = who.bottom ?? colour.indigo;
	const dark = (tone: string): string => blend(tone, colour.ink, 0.22);

	const foot = (hip: Point, [thigh, shin]: readonly [number, number]): [Point, Point] => {
		const knee = step(hip, thigh, h * 0.245);
		return [knee, step(knee, shin, h * 0.235)];
	};
	const lowest = Math.max(...[pose.nearLeg, pose.farLeg].map((leg) => foot([0, 0], leg)[1][1]));
	const hip: Point = [0, -lowest];
	const neck = step(hip, 180 - pose.lean, h * 0.33);
	const head = step(neck, 180 - pose.lean * 0.55, h * 0.098);
	const limb = h * 0.052;

	const arm = ([upper, lower]: readonly [number, number], side: number): [Point, Point, Point] => {
		const shoulder: Point = [neck[0] + side * h * 0.05, neck[1] + h * 0.025];
		const elbow = step(shoulder, upper, h * 0.165);
		return [shoulder, elbow, step(elbow, lower, h * 0.15)];
	};
	const [nearShoulder, nearElbow, nearHand] = arm(pose.near, -0.3);
	const [farShoulder, farElbow, farHand] = arm(pose.far, 0.5);
	const [nearKnee, nearFoot] = foot(hip, pose.nearLeg);
	const [farKnee, farFoot] = foot([hip[0] + h * 0.02, hip[1]], pose.farLeg);

	const parts: string[] = [];
	parts.push(ellipse(h * 0.03, 0, h * 0.2, h * 0.022, colour.ink, 0.18));
	parts.push(tool(who.tool, "behind", h, nearHand, farHand, nearShoulder));
	parts.push(stroke([farShoulder, farElbow], dark(top), limb));
	parts.push(stroke([farElbow, farHand], who.dress === "vest" ? skin : dark(top), limb * 0.85));
	parts.push(disc(farHand[0], farHand[1], h * 0.027, skin));

	const shoe = (at: Point): string => stroke([at, [at[0] + h * 0.035, at[1]]], colour.soil, h * 0.034);
	const longGarment = who.dress === "skirt" || who.dress === "pleats" || who.dress === "robe";
	const seated = ["sit", "write", "squat", "kneel"].includes(who.pose ?? "stand");
	parts.push(stroke([hip, farKnee, farFoot], dark(bottom), limb * 1.25), shoe(farFoot));
	parts.push(stroke([hip, nearKnee, nearFoot], bottom, limb * 1.35), shoe(nearFoot));
	if (longGarment) {
		const hem = Math.max(nearFoot[1], farFoot[1]) - h * (who.dress === "pleats" ? 0.2 : 0.05);
		const fill = who.dress === "robe" ? top : bottom;
		if (seated) parts.push(stroke([hip, nearKnee, [nearKnee[0], nearFoot[1] - h * 0.04]], fill, h * 0.15));
		else {
			const low = Math.min(nearFoot[0], farFoot[0]);
			const high = Math.max(nearFoot[0], farFoot[0]);
			parts.push(
				polygon(
					[
						[hip[0] - h * 0.075, hip[1]],
						[hip[0] + h * 0.085, hip[1]],
						[high + h * 0.06, hem],
						[low - h * 0.05, hem],
					],
					fill,
				),
			);
			if (who.dress === "skirt")
				for (const share of [0.62, 0.74, 0.92]) {
					const y = hip[1] + (hem - hip[1]) * share;
					parts.push(
						stroke(
							[
								[hip[0] - h * 0.068 + (low - h * 0.05 - hip[0] + h * 0.075) * share, y],
								[hip[0] + h * 0.075 + (high + h * 0.06 - hip[0] - h * 0.085) * share, y],
							],
							share === 0.74 ? colour.straw : colour.brick,
							h * 0.014,
						),
					);
				}
		}
	}

	// The torso: shoulders narrower in profile than the hips' cloth is wide, so that figures stand firm.
	const across = (centre: Point, half: number, side: number): Point => {
		const turned = pose.lean * radians;
		return [centre[0] + Math.cos(turned) * half * side, centre[1] + Math.sin(turned) * half * side];
	};
	const waist =
		who.dress === "tunic" && !seated ? step(hip, pose.nearLeg[0] * 0.4, h * 0.07) : step(hip, 0, h * 0.02);
	const shoulderHalf = h * 0.088;
	const hipHalf = who.dress === "tunic" ? h * 0.092 : h * 0.078;
	const torso = [
		across(neck, shoulderHalf, -1),
		across(neck, shoulderHalf, 1),
		across(waist, hipHalf, 1),
		across(waist, hipHalf, -1),
	] as const;
	parts.push(roundedTorso(torso, top, h));
	parts.push(
		roundedTorso(
			[across(neck, 0, 1), torso[0], torso[3], across(waist, h * 0.02, -1)],
			blend(top, colour.ink, 0.13),
			h * 0.3,
		),
	);
	if (who.dress === "vest")
		parts.push(
			roundedTorso(
				[across(neck, h * 0.03, 1), torso[1], torso[2], across(waist, h * 0.03, 1)],
				blend(top, colour.paper, 0.35),
				h * 0.3,
			),
		);
	if (who.dress === "aodai" && !seated)
		parts.push(
			polygon(
				[
					across(waist, h * 0.075, -1),
					across(waist, h * 0.08, 1),
					[Math.max(nearFoot[0], farFoot[0]) + h * 0.03, -h * 0.09],
					[Math.min(nearFoot[0], farFoot[0]) - h * 0.01, -h * 0.06],
				],
				top,
			),
		);
	if (who.scarf) {
		parts.push(stroke([across(neck, h * 0.06, -1), across(neck, h * 0.06, 1)], who.scarf, h * 0.045));
		parts.push(
			stroke([across(neck, h * 0.03, 1), step(across(neck, h * 0.05, 1), 0, h * 0.13)], who.scarf, h * 0.035),
		);
	}
	parts.push(stroke([neck, head], blend(skin, colour.ink, 0.12), h * 0.05));
	parts.push(headOf(who, head, h, skin));
	parts.push(tool(who.tool, "front", h, nearHand, farHand, nearShoulder));
	parts.push(stroke([nearShoulder, nearElbow], blend(top, colour.ink, 0.07), limb * 1.05));
	parts.push(
		stroke([nearElbow, nearHand], who.dress === "vest" ? skin : blend(top, colour.ink, 0.07), limb * 0.9),
	);
	parts.push(disc(nearHand[0], nearHand[1], h * 0.028, skin));
	const flip = who.faces === "left" ? " scale(-1 1)" : "";
	return `<g transform="translate(${round(who.x)} ${round(who.y)})${flip}">${parts.join("")}</g>`;
}

function roundedTorso(points: readonly Point[], fill: string, h: number): string {
	const d = points.map(([x, y]) => `${round(x)} ${round(y)}`).join("L");
	return `<path d="M${d}Z" fill="${fill}" stroke="${fill}" stroke-width="${round(h * 0.03)}" stroke-linejoin="round"/>`;
}

function headOf(who: Person, [x, y]: Point, h: number, skin: string): string {
	const r = h * 0.066;
	const kind = who.head ?? "short";
	const hair = kind === "grey" ? "#BDB8AE" : colour.ink;
	const parts: string[] = [];
	if (kind === "long")
		parts.push(
			path(
				`M${round(x - r * 1.1)} ${round(y - r * 0.3)}Q${round(x - r * 1.5)} ${round(y + r * 2.4)} ${round(x - r * 0.9)} ${round(y + r * 3.1)}L${round(x + r * 0.1)} ${round(y + r * 1.4)}Z`,
				hair,
			),
		);
	parts.push(ellipse(x, y, r * 0.94, r * 1.08, skin));
	parts.push(disc(x + r * 0.86, y + r * 0.16, r * 0.17, skin));
	const cap = (fill: string, drop: number): string =>
		path(
			`M${round(x - r * 1.08)} ${round(y + r * drop)}Q${round(x - r * 1.25)} ${round(y - r * 1.3)} ${round(x + r * 0.1)} ${round(y - r * 1.24)}Q${round(x + r * 1.05)} ${round(y - r * 1.1)} ${round(x + r * 0.9)} ${round(y - r * 0.42)}Q${round(x + r * 0.1)} ${round(y - r * 0.5)} ${round(x - r * 0.28)} ${round(y + r * 0.1)}Q${round(x - r * 0.5)} ${round(y + r * drop)} ${round(x - r * 1.08)} ${round(y + r * drop)}Z`,
			fill,
		);
	switch (kind) {
		case "conical":
			parts.push(cap(hair, 0.7));
			parts.push(
				polygon(
					[
						[x - r * 2.35, y - r * 0.22],
						[x + r * 0.05, y - r * 2],
						[x + r * 2.3, y - r * 0.1],
					],
					who.headColour ?? "#E9D7A6",
				),
			);
			parts.push(
				polygon(
					[
						[x - r * 2.35, y - r * 0.22],
						[x + r * 0.05, y - r * 2],
						[x - r * 0.5, y - r * 0.2],
					],
					"#C9AF74",
				),
			);
			break;
		case "cap":
		case "pith":
			parts.push(cap(hair, 0.4));
			parts.push(
				path(
					`M${round(x - r * 1.15)} ${round(y - r * 0.35)}Q${round(x - r)} ${round(y - r * 1.65)} ${round(x)} ${round(y - r * 1.6)}Q${round(x + r)} ${round(y - r * 1.6)} ${round(x + r * 1.05)} ${round(y - r * 0.4)}L${round(x + r * 1.75)} ${round(y - r * 0.2)}L${round(x - r * (kind === "pith" ? 1.6 : 1.1))} ${round(y - r * 0.25)}Z`,
					who.headColour ?? colour.moss,
				),
			);
			break;
		case "helmet":
			parts.push(
				path(
					`M${round(x - r * 1.2)} ${round(y - r * 0.2)}A${round(r * 1.2)} ${round(r * 1.35)} 0 0 1 ${round(x + r * 1.2)} ${round(y - r * 0.2)}L${round(x + r * 1.5)} ${round(y - r * 0.1)}L${round(x - r * 1.2)} ${round(y - r * 0.1)}Z`,
					who.headColour ?? colour.gold,
				),
			);
			break;
		case "scarf":
			parts.push(cap(who.headColour ?? colour.red, 1.1));
			parts.push(
				stroke(
					[
						[x - r * 0.95, y + r * 0.5],
						[x - r * 1.3, y + r * 1.7],
					],
					who.headColour ?? colour.red,
					r * 0.6,
				),
			);
			break;
		case "shaved":
			parts.push(
				path(
					`M${round(x - r * 0.95)} ${round(y - r * 0.1)}Q${round(x - r * 0.7)} ${round(y - r * 1.1)} ${round(x + r * 0.2)} ${round(y - r * 1.08)}Q${round(x - r * 0.3)} ${round(y - r * 0.6)} ${round(x - r * 0.95)} ${round(y - r * 0.1)}Z`,
					blend(skin, colour.ink, 0.25),
				),
			);
			break;
		case "bun":
			parts.push(cap(hair, 0.6), disc(x - r * 1.15, y - r * 0.1, r * 0.5, hair));
			break;
		default:
			parts.push(cap(hair, kind === "long" ? 1 : 0.4));
	}
	return parts.join("");
}

function tool(
	name: Person["tool"],
	layer: "behind" | "front",
	h: number,
	near: Point,
	far: Point,
	shoulder: Point,
): string {
	const [x, y] = near;
	if (layer === "behind") {
		switch (name) {
			case "hoe":
			case "spade":
			case "broom": {
				const end: Point = [x + h * 0.3, Math.min(-h * 0.01, y + h * 0.34)];
				const back: Point = [far[0] - h * 0.16, far[1] - h * 0.26];
				const blade =
					name === "broom"
						? polygon(
								[
									[end[0] - h * 0.05, end[1] - h * 0.09],
									[end[0] + h * 0.1, end[1]],
									[end[0] - h * 0.04, end[1] + h * 0.02],
								],
								colour.straw,
							)
						: polygon(
								[
									[end[0] - h * 0.03, end[1] - h * 0.06],
									[end[0] + h * 0.05, end[1] - h * 0.05],
									[end[0] + h * 0.06, end[1] + h * 0.02],
									[end[0] - h * 0.01, end[1] + h * 0.02],
								],
								colour.slate,
							);
				return stroke([back, end], colour.clay, h * 0.02) + blade;
			}
			case "oar":
				return (
					stroke(
						[
							[x - h * 0.2, y - h * 0.24],
							[x + h * 0.5, y + h * 0.56],
						],
						colour.clay,
						h * 0.022,
					) +
					stroke(
						[
							[x + h * 0.4, y + h * 0.45],
							[x + h * 0.5, y + h * 0.56],
						],
						colour.earth,
						h * 0.06,
					)
				);
			case "pole":
				return stroke(
					[
						[x + h * 0.12, y - h * 0.65],
						[x - h * 0.12, y + h * 0.75],
					],
					colour.clay,
					h * 0.02,
				);
			case "staff":
				return stroke(
					[
						[x + h * 0.01, y - h * 0.2],
						[x + h * 0.05, 0],
					],
					colour.clay,
					h * 0.02,
				);
			case "yoke": {
				const bar = stroke(
					[
						[shoulder[0] - h * 0.5, shoulder[1] + h * 0.02],
						[shoulder[0] + h * 0.02, shoulder[1] - h * 0.06],
						[shoulder[0] + h * 0.5, shoulder[1]],
					],
					colour.clay,
					h * 0.022,
				);
				const load = (at: number, y0: number): string =>
					stroke(
						[
							[at, y0],
							[at - h * 0.08, -h * 0.22],
						],
						colour.soil,
						h * 0.008,
					) +
					stroke(
						[
							[at, y0],
							[at + h * 0.08, -h * 0.22],
						],
						colour.soil,
						h * 0.008,
					) +
					ellipse(at, -h * 0.22, h * 0.12, h * 0.06, colour.leaf) +
					path(
						`M${round(at - h * 0.12)} ${round(-h * 0.2)}Q${round(at - h * 0.1)} ${round(-h * 0.06)} ${round(at)} ${round(-h * 0.06)}Q${round(at + h * 0.1)} ${round(-h * 0.06)} ${round(at + h * 0.12)} ${round(-h * 0.2)}Z`,
						colour.earth,
					);
				return (
					bar +
					load(shoulder[0] - h * 0.48, shoulder[1] + h * 0.02) +
					load(shoulder[0] + h * 0.48, shoulder[1])
				);
			}
			case "sack":
				return (
					ellipse(shoulder[0] - h * 0.07, shoulder[1] - h * 0.03, h * 0.17, h * 0.1, colour.cream) +
					ellipse(shoulder[0] - h * 0.1, shoulder[1] + h * 0.01, h * 0.14, h * 0.07, colour.stone)
				);
			default:
				return "";
		}
	}
	switch (name) {
		case "basket":
			return (
				ellipse(x + h * 0.03, y - h * 0.02, h * 0.11, h * 0.035, colour.leaf) +
				path(
					`M${round(x - h * 0.09)} ${round(y - h * 0.02)}Q${round(x - h * 0.05)} ${round(y + h * 0.13)} ${round(x + h * 0.03)} ${round(y + h * 0.13)}Q${round(x + h * 0.11)} ${round(y + h * 0.13)} ${round(x + h * 0.15)} ${round(y - h * 0.02)}Z`,
					colour.earth,
				)
			);
		case "box":
			return (
				polygon(
					[
						[x - h * 0.06, y - h * 0.1],
						[x + h * 0.14, y - h * 0.1],
						[x + h * 0.14, y + h * 0.05],
						[x - h * 0.06, y + h * 0.05],
					],
					colour.earth,
				) +
				stroke(
					[
						[x + h * 0.04, y - h * 0.1],
						[x + h * 0.04, y + h * 0.05],
					],
					colour.straw,
					h * 0.02,
				)
			);
		case "phone":
			return polygon(
				[
					[x - h * 0.01, y - h * 0.07],
					[x + h * 0.045, y - h * 0.06],
					[x + h * 0.03, y + h * 0.02],
					[x - h * 0.02, y + h * 0.01],
				],
				colour.night,
			);
		case "paper":
		case "book":
			return polygon(
				[
					[x - h * 0.03, y - h * 0.1],
					[x + h * 0.1, y - h * 0.085],
					[x + h * 0.085, y + h * 0.035],
					[x - h * 0.045, y + h * 0.02],
				],
				name === "book" ? colour.red : colour.white,
			);
		case "sapling":
			return (
				stroke(
					[
						[x + h * 0.02, y + h * 0.06],
						[x + h * 0.02, y - h * 0.16],
					],
					colour.clay,
					h * 0.014,
				) +
				ellipse(x + h * 0.06, y - h * 0.13, h * 0.05, h * 0.025, colour.leaf) +
				ellipse(x - h * 0.03, y - h * 0.17, h * 0.05, h * 0.025, colour.moss) +
				ellipse(x + h * 0.03, y - h * 0.2, h * 0.03, h * 0.045, colour.leaf) +
				disc(x + h * 0.02, y + h * 0.06, h * 0.04, colour.soil)
			);
		default:
			return "";
	}
}

/** A listener seen from behind, from the chest up; `y` is where the chair's back hides the rest. */
export function listener(
	x: number,
	y: number,
	size: number,
	top: string,
	hair: "short" | "bun" | "long" | "grey" = "short",
): string {
	const tone = hair === "grey" ? "#BDB8AE" : colour.ink;
	const parts = [
		path(
			`M${round(x - size * 0.62)} ${round(y)}Q${round(x - size * 0.6)} ${round(y - size * 0.78)} ${round(x - size * 0.18)} ${round(y - size * 0.86)}L${round(x + size * 0.18)} ${round(y - size * 0.86)}Q${round(x + size * 0.6)} ${round(y - size * 0.78)} ${round(x + size * 0.62)} ${round(y)}Z`,
			top,
		),
		path(
			`M${round(x)} ${round(y)}L${round(x)} ${round(y - size * 0.86)}L${round(x - size * 0.18)} ${round(y - size * 0.86)}Q${round(x - size * 0.6)} ${round(y - size * 0.78)} ${round(x - size * 0.62)} ${round(y)}Z`,
			colour.ink,
			0.12,
		),
		stroke(
			[
				[x, y - size * 0.85],
				[x, y - size],
			],
			"#B87E57",
			size * 0.24,
		),
		ellipse(x, y - size * 1.2, size * 0.27, size * 0.31, tone),
	];
	if (hair === "bun") parts.push(disc(x, y - size * 1.14, size * 0.13, blend(tone, colour.paper, 0.18)));
	if (hair === "long")
		parts.push(
			path(
				`M${round(x - size * 0.27)} ${round(y - size * 1.2)}L${round(x - size * 0.22)} ${round(y - size * 0.5)}Q${round(x)} ${round(y - size * 0.38)} ${round(x + size * 0.22)} ${round(y - size * 0.5)}L${round(x + size * 0.27)} ${round(y - size * 1.2)}Z`,
				tone,
			),
		);
	return parts.join("");
}
