import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ContentProblem } from "../content/index.ts";
import { shortDigest } from "../disk/digest.ts";
import { inspectSvg } from "../images/index.ts";
import { type Messages, strings as texts } from "../messages/index.ts";
import { defaultAccent } from "../model/accent.ts";
import { readComponents, type ThemeComponents } from "./read-components.ts";
import { readMessages } from "./read-messages.ts";
import { readStyleSheet, type ThemeFile } from "./read-style-sheet.ts";
import { strings as wording } from "./strings.ts";

/** What a portal can change besides its content. */
export interface Theme {
	/** Every text that the site says. */
	readonly messages: Messages;
	/** Appended to the site's style sheet; empty if the portal has no style sheet. */
	readonly css: string;
	/** A rule with its colours, for pages with another style sheet; empty without colours. */
	readonly colours: string;
	/** The office's colour, as `#a61b1b`. */
	readonly accent: string;
	/** Fonts and pictures of the style sheet, and the icon. */
	readonly files: readonly ThemeFile[];
	/** The portal's icon, as SVG; undefined for the product's own in the accent's colour. */
	readonly icon: string | undefined;
	/** Replaces the product's; undefined without one. */
	readonly components: ThemeComponents | undefined;
	/** Changes whenever something in it does. */
	readonly digest: string;
}

/** A portal that has no theme. */
export const defaultTheme: Theme = {
	messages: texts,
	css: "",
	colours: "",
	accent: defaultAccent,
	files: [],
	icon: undefined,
	components: undefined,
	digest: "",
};

export interface ThemeResult {
	/** Usable only without problems. */
	readonly theme: Theme;
	readonly problems: readonly ContentProblem[];
}

/**
 * Reads a portal's theme: `strings.yml`, `theme.css` with the files that it names, `icon.svg`, components. What is not
 * there is the product's own.
 *
 * @param directory `theme/`, which need not exist
 */
export async function readTheme(directory: string): Promise<ThemeResult> {
	const [strings, css, icon] = await Promise.all(
		["strings.yml", "theme.css", "icon.svg"].map((name) => read(join(directory, name))),
	);
	const { components, problems: ofComponents } = await readComponents(join(directory, "components"));
	if (!strings && !css && !icon && !components) return { theme: defaultTheme, problems: ofComponents };
	const ofIcon =
		icon && !("width" in inspectSvg(icon)) ? [{ file: "../theme/icon.svg", ...wording.badIcon() }] : [];
	const own = strings && readMessages("../theme/strings.yml", strings);
	const sheet = css && (await readStyleSheet(directory, "../theme/theme.css", css.toString("utf8")));
	const theme = {
		messages: own?.messages ?? texts,
		css: sheet?.css ?? "",
		colours: sheet?.colours ?? "",
		accent: sheet?.accent ?? defaultAccent,
		files: sheet?.files ?? [],
		icon: icon?.toString("utf8"),
		components,
	};
	return {
		theme: {
			...theme,
			digest: shortDigest(
				JSON.stringify({
					...theme,
					files: theme.files.map(({ address }) => address),
					components: components?.digest,
				}),
			),
		},
		problems: [...(own?.problems ?? []), ...(sheet?.problems ?? []), ...ofIcon, ...ofComponents],
	};
}

async function read(file: string): Promise<Buffer | undefined> {
	try {
		return await readFile(file);
	} catch (error) {
		if (error instanceof Error && "code" in error && /^ENO(?:ENT|TDIR)$/.test(String(error.code)))
			return undefined;
		throw error;
	}
}
