/** Portraits of authors: head and shoulders on a calm ground, 400 × 400. */
import { blend, colour, disc, ellipse, path, polygon, stroke } from "./drawing.ts";

export const portraitSize = 400;

export interface Portrait {
	readonly ground: string;
	readonly coat: string;
	readonly skin: string;
	readonly hair: "short" | "bob" | "bun" | "grey" | "long";
	readonly extra?: "glasses" | "scarf" | "collar" | "beads" | "conical";
}

export function portrait({ ground, coat, skin, hair, extra }: Portrait): string {
	const tone = hair === "grey" ? "#BDB8AE" : colour.ink;
	const shade = blend(skin, colour.ink, 0.16);
	const parts = [
		`<rect width="400" height="400" fill="${ground}"/>`,
		disc(290, 110, 150, blend(ground, colour.paper, 0.35)),
	];
	if (hair === "long" || hair === "bob")
		parts.push(
			path(
				hair === "long"
					? "M118 190Q110 70 200 66T284 190L296 330H106Z"
					: "M120 190Q112 70 200 66T282 190L284 250Q240 268 200 250Q160 268 118 250Z",
				tone,
			),
		);
	if (hair === "short" || hair === "grey") parts.push(path("M127 192Q116 80 200 80Q284 80 273 192Z", tone));
	if (hair === "bun") parts.push(disc(200, 72, 36, tone));
	parts.push(
		path("M40 400Q44 306 150 284L200 300L250 284Q356 306 360 400Z", coat),
		path("M40 400Q44 306 150 284L200 300V400Z", colour.ink, 0.12),
	);
	parts.push(
		path("M168 230h64v56q-32 36-64 0Z", shade),
		ellipse(200, 178, 66, 82, skin),
		path("M134 178a66 82 0 0 0 66 82V96a66 82 0 0 0-66 82Z", shade, 0.35),
		ellipse(134, 186, 12, 18, shade),
		ellipse(266, 186, 12, 18, skin),
	);
	if (hair === "short" || hair === "grey")
		parts.push(
			path("M128 176Q116 84 200 80Q286 82 272 176Q264 130 232 124Q170 132 146 120Q134 140 128 176Z", tone),
		);
	else parts.push(path("M126 190Q118 82 200 80Q284 82 274 190Q268 140 214 112Q150 130 126 190Z", tone));
	parts.push(
		stroke(
			[
				[162, 172],
				[184, 169],
			],
			colour.ink,
			6,
		),
		stroke(
			[
				[216, 169],
				[238, 172],
			],
			colour.ink,
			6,
		),
		disc(174, 189, 5.5, colour.ink),
		disc(226, 189, 5.5, colour.ink),
		stroke(
			[
				[200, 192],
				[195, 212],
				[204, 214],
			],
			shade,
			5,
		),
		`<path d="M176 230Q200 248 224 230" fill="none" stroke="#8E4B3A" stroke-width="6" stroke-linecap="round"/>`,
	);
	if (extra === "glasses")
		parts.push(
			`<g fill="none" stroke="${colour.ink}" stroke-width="5"><rect x="150" y="174" width="46" height="34" rx="14"/><rect x="204" y="174" width="46" height="34" rx="14"/><path d="M196 188h8"/></g>`,
		);
	if (extra === "collar")
		parts.push(
			polygon(
				[
					[160, 284],
					[200, 306],
					[186, 340],
					[146, 300],
				],
				colour.white,
			),
			polygon(
				[
					[240, 284],
					[200, 306],
					[214, 340],
					[254, 300],
				],
				colour.white,
			),
		);
	if (extra === "scarf")
		parts.push(
			path("M140 280Q200 330 260 280L272 312Q200 356 128 312Z", colour.white),
			...[150, 180, 210, 240].map((x) =>
				stroke(
					[
						[x, 296 + Math.abs(200 - x) * -0.2 + 14],
						[x + 12, 330 - Math.abs(200 - x) * 0.2],
					],
					colour.ink,
					7,
				),
			),
			polygon(
				[
					[232, 306],
					[268, 300],
					[276, 390],
					[238, 394],
				],
				colour.white,
			),
			stroke(
				[
					[250, 320],
					[258, 386],
				],
				colour.ink,
				6,
			),
		);
	if (extra === "beads")
		parts.push(
			...Array.from({ length: 11 }, (_, index) =>
				disc(
					140 + index * 12,
					292 + Math.sin((index / 10) * Math.PI) * 34,
					8,
					index % 2 ? colour.gold : colour.red,
				),
			),
			path("M126 150Q200 110 274 150L272 128Q200 92 128 128Z", colour.red),
			...[150, 175, 200, 225, 250].map((x) =>
				polygon(
					[
						[x, 118],
						[x + 7, 126],
						[x, 134],
						[x - 7, 126],
					],
					colour.straw,
				),
			),
		);
	if (extra === "conical")
		parts.push(
			polygon(
				[
					[58, 150],
					[200, 22],
					[342, 150],
				],
				"#E9D7A6",
			),
			polygon(
				[
					[58, 150],
					[200, 22],
					[170, 140],
				],
				"#C9AF74",
			),
		);
	return parts.join("");
}
