import { defaultAccent } from "../model/accent.ts";
import { type Colour, contrast, formatColour, mix, parseColour } from "./colours.ts";

/** In daylight and in the dark. */
export const schemes = ["light", "dark"] as const;
export type Scheme = (typeof schemes)[number];

/** Custom properties that hold a colour, by what `tokens.css` gives them. */
export const defaultColours: Readonly<Record<Scheme, Readonly<Record<string, string>>>> = {
	light: {
		"--paper": "#fbf9f4",
		"--wash": "#f2ede2",
		"--ink": "#1b1b1b",
		"--quiet": "#4f4a44",
		"--accent": defaultAccent,
		"--accent-deep": "#7d1212",
		"--bar": defaultAccent,
		"--jade": "#17503f",
	},
	dark: {
		"--paper": "#151412",
		"--wash": "#211f1c",
		"--ink": "#eae6dd",
		"--quiet": "#b5aea2",
		"--accent": "#f0877a",
		"--accent-deep": "#f7b0a6",
		"--bar": "#c2473b",
		"--jade": "#86c9b4",
	},
};

const white: Colour = [255, 255, 255];
const black: Colour = [0, 0, 0];
/** What text has to reach on its ground (WCAG AA), and what ours reaches (AAA). */
const leastContrast = 4.5;
const goodContrast = 7;
/** The least contrast of a bar, which is not text (WCAG 1.4.11). */
const barContrast = 3;

/** The colours derived from an accent: a deeper one for links under the pointer, and all of them for dark mode. */
export function coloursOfAccent(accent: Colour, darkPaper: Colour): Record<Scheme, Record<string, string>> {
	const light = { "--accent-deep": formatColour(mix(accent, black, 0.25)), "--bar": formatColour(accent) };
	const dark = lightened(accent, darkPaper, goodContrast);
	return {
		light,
		dark: {
			"--accent": formatColour(dark),
			"--accent-deep": formatColour(mix(dark, white, 0.4)),
			"--bar": formatColour(lightened(accent, darkPaper, barContrast)),
		},
	};
}

/** The colour, mixed with just enough white for the contrast to its background. */
function lightened(colour: Colour, ground: Colour, wanted: number): Colour {
	for (let share = 0; share < 1; share += 0.02) {
		const lighter = mix(colour, white, share);
		if (contrast(lighter, ground) >= wanted) return lighter;
	}
	return white;
}

/** Text colours and their backgrounds. */
const texts = ["--ink", "--quiet", "--accent", "--accent-deep", "--jade"] as const;
const grounds = ["--paper", "--wash"] as const;

/** A text that cannot be read well enough on its ground. */
export interface LowContrast {
	readonly scheme: Scheme;
	readonly text: string;
	readonly ground: string;
	readonly ratio: number;
}

/** The pairs of text and ground that miss WCAG AA. @param colours every property of `defaultColours`, as hex */
export function lowContrasts(scheme: Scheme, colours: Readonly<Record<string, string>>): LowContrast[] {
	const colourOf = (name: string) => parseColour(colours[name] ?? "");
	return texts.flatMap((text) =>
		grounds.flatMap((ground) => {
			const [one, other] = [colourOf(text), colourOf(ground)];
			const ratio = one && other ? contrast(one, other) : leastContrast;
			return ratio < leastContrast ? [{ scheme, text, ground, ratio }] : [];
		}),
	);
}
