import { readFile } from "node:fs/promises";
import { basename, extname, join, posix } from "node:path";
import postcss, { type AtRule, CssSyntaxError, type Declaration, type Root } from "postcss";
import type { ContentProblem } from "../content/index.ts";
import { sha256 } from "../disk/digest.ts";
import { defaultAccent } from "../model/accent.ts";
import { asUrlPath, type UrlPath } from "../model/ids.ts";
import { parseColour } from "./colours.ts";
import { coloursOfAccent, defaultColours, lowContrasts, type Scheme, schemes } from "./palette.ts";
import { strings } from "./strings.ts";

/** A font or picture that the style sheet names. */
export interface ThemeFile {
	readonly address: UrlPath;
	/** Its path on the disk. */
	readonly source: string;
	readonly sha256: string;
}

export interface StyleSheetResult {
	/** What follows the site's own style sheet. */
	readonly css: string;
	/** A rule with the colours that differ from the product's, for pages of another style sheet. */
	readonly colours: string;
	/** The accent in daylight, as `#a61b1b`. */
	readonly accent: string;
	readonly files: readonly ThemeFile[];
	readonly problems: readonly ContentProblem[];
}

const fileTypes: ReadonlySet<string> = new Set([".woff2", ".woff", ".png", ".jpg", ".jpeg", ".webp", ".svg"]);
const urlPattern = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)/g;

interface Given {
	readonly value: string;
	readonly line: number | undefined;
}

type Colours = Record<Scheme, Map<string, Given>>;

/**
 * Reads `theme.css`: what colours it gives the site's custom properties, and which files it names.
 *
 * @param directory the folder of the theme
 * @param file as problems are to name it
 */
export async function readStyleSheet(
	directory: string,
	file: string,
	css: string,
): Promise<StyleSheetResult> {
	const problems: ContentProblem[] = [];
	const refuse = (line: number | undefined, wording: Pick<ContentProblem, "message" | "remedy">) => {
		problems.push({ file, ...(line === undefined ? {} : { line }), ...wording });
	};
	const none = { css: "", colours: "", accent: defaultAccent, files: [], problems };
	let root: Root;
	try {
		root = postcss.parse(css);
	} catch (error) {
		if (!(error instanceof CssSyntaxError)) throw error;
		refuse(error.line, strings.badCss(error.reason));
		return none;
	}
	root.walkAtRules("import", (rule) => refuse(rule.source?.start?.line, strings.noImport()));
	const files = await takeFiles(root, directory, refuse);
	const given = coloursOf(root);
	const derived = derivedColours(given, refuse);
	for (const scheme of schemes) {
		const colours = { ...effectiveColours(scheme, given), ...derived[scheme] };
		for (const { text, ground, ratio } of lowContrasts(scheme, colours)) {
			const names = [text, ground, "--accent"];
			const line = names.map((name) => given[scheme].get(name) ?? given.light.get(name)).find(Boolean)?.line;
			refuse(line, strings.lowContrast(text, ground, ratio, scheme));
		}
	}
	const accent = given.light.get("--accent")?.value ?? defaultAccent;
	return {
		css: `${root.toString()}\n${ruleOf(derived)}`,
		colours: coloursRule(given, derived),
		accent,
		files,
		problems,
	};
}

/** The colours that `:root` is given, by scheme. */
function coloursOf(root: Root): Colours {
	const given: Colours = { light: new Map(), dark: new Map() };
	root.walkDecls(/^--/, (declaration) => {
		const scheme = schemeOf(declaration);
		if (!scheme || !(declaration.prop in defaultColours.light)) return;
		given[scheme].set(declaration.prop, {
			value: declaration.value.trim(),
			line: declaration.source?.start?.line,
		});
	});
	return given;
}

/** Undefined if the declaration applies only to a part of the page or to some windows. */
function schemeOf({ parent: rule }: Declaration): Scheme | undefined {
	if (rule?.type !== "rule" || (rule as { readonly selector?: string }).selector !== ":root")
		return undefined;
	const { parent } = rule;
	if (!parent || parent.type === "root") return "light";
	const { name, params } = parent as AtRule;
	const isDark = name === "media" && /^\(\s*prefers-color-scheme\s*:\s*dark\s*\)$/.test(params);
	return isDark && parent.parent?.type === "root" ? "dark" : undefined;
}

/** The values as a browser applies them: a value for light mode holds in dark mode too, unless that sets another. */
function effectiveColours(scheme: Scheme, given: Colours): Record<string, string> {
	const values = ({ light }: Colours) => [...light].map(([name, { value }]) => [name, value] as const);
	const dark = [...given.dark].map(([name, { value }]) => [name, value] as const);
	return {
		...defaultColours[scheme],
		...Object.fromEntries(values(given)),
		...(scheme === "dark" ? Object.fromEntries(dark) : {}),
	};
}

/** What follows from the accent and is not given itself. */
function derivedColours(
	given: Colours,
	refuse: (line: number | undefined, wording: Pick<ContentProblem, "message" | "remedy">) => void,
): Record<Scheme, Record<string, string>> {
	const derived: Record<Scheme, Record<string, string>> = { light: {}, dark: {} };
	for (const scheme of schemes) {
		for (const [name, { value, line }] of given[scheme]) {
			if (!parseColour(value)) refuse(line, strings.notHex(name, value));
		}
	}
	const accent = parseColour(given.light.get("--accent")?.value ?? "");
	const darkPaper = parseColour(effectiveColours("dark", given)["--paper"] ?? "");
	if (!accent || !darkPaper) return derived;
	const all = coloursOfAccent(accent, darkPaper);
	for (const scheme of schemes) {
		for (const [name, value] of Object.entries(all[scheme])) {
			if (!given[scheme].has(name)) derived[scheme][name] = value;
		}
	}
	return derived;
}

function coloursRule(given: Colours, derived: Record<Scheme, Readonly<Record<string, string>>>): string {
	const own = new Set([...given.light.keys(), ...given.dark.keys()]);
	for (const scheme of schemes) for (const name of Object.keys(derived[scheme])) own.add(name);
	const ofScheme = (scheme: Scheme) => {
		const colours = { ...effectiveColours(scheme, given), ...derived[scheme] };
		return Object.fromEntries([...own].map((name) => [name, colours[name] ?? ""]));
	};
	return ruleOf({ light: ofScheme("light"), dark: ofScheme("dark") });
}

function ruleOf({ light, dark }: Record<Scheme, Readonly<Record<string, string>>>): string {
	const rule = (colours: Readonly<Record<string, string>>) =>
		Object.keys(colours).length === 0
			? ""
			: `:root{${Object.entries(colours)
					.map(([name, value]) => `${name}:${value}`)
					.join(";")}}`;
	const inTheDark = rule(dark);
	return `${rule(light)}${inTheDark && `@media (prefers-color-scheme:dark){${inTheDark}}`}\n`;
}

/** Gives each file that is named an address of its own, and writes that into the style sheet. */
async function takeFiles(
	root: Root,
	directory: string,
	refuse: (line: number | undefined, wording: Pick<ContentProblem, "message" | "remedy">) => void,
): Promise<ThemeFile[]> {
	const declarations: Declaration[] = [];
	root.walkDecls((declaration) => {
		if (declaration.value.includes("url(")) declarations.push(declaration);
	});
	const files = new Map<string, ThemeFile>();
	for (const declaration of declarations) {
		const line = declaration.source?.start?.line;
		const addresses = new Map<string, string>();
		for (const [written, double, single, bare] of declaration.value.matchAll(urlPattern)) {
			const path = double ?? single ?? bare ?? "";
			if (path.startsWith("data:") || path.startsWith("#") || /^\/(?!\/)/.test(path)) continue;
			if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(path)) {
				refuse(line, strings.foreignFile(path));
				continue;
			}
			const known = files.get(path) ?? (await themeFile(directory, path));
			if ("message" in known) refuse(line, known);
			else {
				files.set(path, known);
				addresses.set(written, `url("${known.address}")`);
			}
		}
		declaration.value = declaration.value.replace(urlPattern, (written) => addresses.get(written) ?? written);
	}
	return [...files.values()];
}

async function themeFile(
	directory: string,
	path: string,
): Promise<ThemeFile | Pick<ContentProblem, "message" | "remedy">> {
	const place = posix.normalize(path);
	const extension = extname(place).toLowerCase();
	if (place.startsWith("../")) return strings.missingFile(path);
	if (!fileTypes.has(extension)) return strings.badFileType(path);
	const source = join(directory, place);
	try {
		const digest = sha256(await readFile(source));
		const name = basename(place, extname(place)).replace(/[^\w-]+/g, "-");
		return {
			address: asUrlPath(`/assets/theme/${name}.${digest.slice(0, 8)}${extension}`),
			source,
			sha256: digest,
		};
	} catch {
		return strings.missingFile(path);
	}
}
