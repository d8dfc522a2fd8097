import { height, round, width } from "./drawing.ts";

/** How much of a scene the picture shows, and from which side, so that one scene serves several stories. */
export type Frame = "whole" | "mirrored" | "near" | "near-mirrored";

const closeness = 1.2;

export function framed(drawing: string, frame: Frame): string {
	const near = frame.startsWith("near");
	const scale = near ? closeness : 1;
	// What matters stands in the lower two thirds of every scene.
	const left = -width * (scale - 1) * 0.5;
	const top = -height * (scale - 1) * 0.65;
	const side = frame.endsWith("mirrored") ? -1 : 1;
	const x = side === 1 ? left : width - left;
	if (frame === "whole") return drawing;
	return `<g transform="translate(${round(x)} ${round(top)}) scale(${side * scale} ${scale})">${drawing}</g>`;
}
