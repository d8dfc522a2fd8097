/**
 * The part of a picture that stays visible when a list crops it; by default its middle. It is a point in percent of
 * width and height, as in CSS: `30% 20%`. Older articles may have a side instead.
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

/** The point of a picture's focus; its middle if it has none. */
export function pointOfFocus(focus: string | undefined): PicturePoint {
	const [, x, y] = /^(\d+)% (\d+)%$/.exec(focus ?? "") ?? [];
	if (x !== undefined && y !== undefined) return { x: Number(x), y: Number(y) };
	return sides[focus ?? ""] ?? { x: 50, y: 50 };
}
