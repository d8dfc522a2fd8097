import { readFileSync } from "node:fs";
import postcss, { type Rule } from "postcss";
import { expect, test } from "vitest";
import { type Colour, contrast, parseColour } from "./colours.ts";
import { coloursOfAccent, defaultColours, type Scheme, schemes } from "./palette.ts";

const sheet = postcss.parse(readFileSync("src/site/styles/banners.css", "utf8"));

/** The custom property that a rule of the banners' style sheet gives a property. */
function colourProperty(selector: string, property: "color" | "background"): string {
	let found = "";
	sheet.walkRules(selector, (rule: Rule) => {
		rule.walkDecls(property, ({ value }) => {
			found = /^var\((--[\w-]+)\)$/.exec(value)?.[1] ?? value;
		});
	});
	return found;
}

function colourOf(colours: Readonly<Record<string, string>>, property: string): Colour {
	const colour = parseColour(colours[property] ?? property);
	if (!colour) throw new Error(`${property} is no colour`);
	return colour;
}

const text = colourProperty(".banners a", "color");
const ground = colourProperty(".banners :is(li, a) > span", "background");

test.each(schemes)("the words of a banner with a link have 7:1 on their ground: %s", (scheme) => {
	const colours = defaultColours[scheme];
	expect(contrast(colourOf(colours, text), colourOf(colours, ground))).toBeGreaterThanOrEqual(7);
});

test.each(["#0b5394", "#8a5a00", "#1f6f3f", "#c2185b", "#777777"])(
	"so do those of a portal with the accent %s in the dark, and they have 4.5:1 in daylight",
	(accent) => {
		const paper = colourOf(defaultColours.dark, "--paper");
		const own = coloursOfAccent(colourOf({}, accent), paper);
		const ratio = (scheme: Scheme) => {
			const colours = { ...defaultColours[scheme], ...own[scheme] };
			return contrast(colourOf(colours, text), colourOf(colours, ground));
		};
		expect(ratio("dark")).toBeGreaterThanOrEqual(7);
		expect(ratio("light")).toBeGreaterThanOrEqual(4.5);
	},
);
