import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import Eleventy from "@11ty/eleventy";
import type { ContentProblem } from "../content/index.ts";
import type { Plan } from "../site/plan/plan.ts";
import { addressesTaken } from "./addresses-taken.ts";
import { extendEleventy } from "./extend-eleventy.ts";
import { runByBuild } from "./run-by-build.ts";
import { strings } from "./strings.ts";

export interface OwnPagesOptions {
	/** The portal's folder `pages`, which exists. There may be an `.eleventy.js` beside it. */
	readonly pagesDirectory: string;
	/** Where Eleventy writes: a folder with nothing else. */
	readonly directory: string;
}

/**
 * Makes Eleventy render a portal's own templates with the portal's configuration, extended by our collections, filters
 * and layouts.
 *
 * @returns the problems that prevent publishing: templates that fail, addresses that are taken
 */
export async function renderOwnPages(
	plan: Plan,
	{ pagesDirectory, directory }: OwnPagesOptions,
): Promise<readonly ContentProblem[]> {
	const configFile = join(dirname(pagesDirectory), ".eleventy.js");
	const eleventy = new Eleventy(relative("", pagesDirectory), relative("", directory), {
		configPath: existsSync(configFile) ? relative("", configFile) : "",
		source: "cli",
		quietMode: true,
		config(eleventyConfig) {
			runByBuild(eleventyConfig);
			// As a plugin, so that it runs after Eleventy has added its own filters.
			eleventyConfig.addPlugin(
				(config) => extendEleventy(config, plan.context, { site: plan.site, pagesDirectory }),
				undefined,
			);
		},
	});
	eleventy.disableLogger();
	try {
		const [, written] = await eleventy.write();
		const pages = written.flat().flatMap((page) => {
			const { url, inputPath } = page as { readonly url?: unknown; readonly inputPath?: unknown };
			return typeof url === "string" && typeof inputPath === "string" ? [{ url, inputPath }] : [];
		});
		const isTaken = addressesTaken(plan);
		return pages
			.filter(({ url }) => isTaken(url))
			.map(({ url, inputPath }) => ({ file: pathOf(inputPath, pagesDirectory), ...strings.taken(url) }));
	} catch (error) {
		return [problemOf(error, pagesDirectory)];
	}
}

/** A path as problems name files: relative to the content folder. */
function pathOf(inputPath: string, pagesDirectory: string): string {
	return `../pages/${relative(pagesDirectory, inputPath).replaceAll("\\", "/")}`;
}

/** Eleventy wraps a template's error in another one, whose message names the template. */
function problemOf(error: unknown, pagesDirectory: string): ContentProblem {
	const words: string[] = [];
	for (
		let cause = error;
		cause instanceof Error;
		cause = (cause as { originalError?: unknown }).originalError
	) {
		words.push(cause.message.split("\n")[0] ?? "");
	}
	const folder = relative("", pagesDirectory).replaceAll("\\", "/");
	const text = words.join(" ");
	const at = text.indexOf(`${folder}/`);
	const name = at === -1 ? "" : (/^[^\s"'`,;:)]+/.exec(text.slice(at + folder.length + 1))?.[0] ?? "");
	return { file: name ? `../pages/${name}` : "../pages", ...strings.failed(words.at(-1) ?? String(error)) };
}
