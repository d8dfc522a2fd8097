/**
 * The part of a picture that stays where a list shows it in another shape; its middle where nothing is said. A point in
 * percent of the width and of the height, as CSS writes it: `30% 20%`. Or a side, as older articles have it.
 */
export const focusPattern = /^(?:top|bottom|left|right|(?:\d{1,2}|100)% (?:\d{1,2}|100)%)$/;

/** A point of a picture, in percent of its width and height. */
export interface PicturePoint {
	readonly x: number;
	readonly y: number;
}

const sides: Readonly<Record<string, PicturePoint>> = {
	top: { x: 50, y: 0 },
	bottom: { x: 50, y: 100 },
	left: { x: 0, y: 50 },
	right: { x: 100, y: 50 },
};

/** Where the focus of a picture is; its middle if it has none. */
export function pointOfFocus(focus: string | undefined): PicturePoint {
	const [, x, y] = /^(\d+)% (\d+)%$/.exec(focus ?? "") ?? [];
	if (x !== undefined && y !== undefined) return { x: Number(x), y: Number(y) };
	return sides[focus ?? ""] ?? { x: 50, y: 50 };
}
