/** Whether a browser understands every declaration of our style sheets. What it does not understand it drops silently. */
import { readdirSync, readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import postcss, { type Declaration } from "postcss";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeWindows, openChromium } from "./chromium.ts";
import { openWindow } from "./open-window.ts";

let browser: Browser;

beforeAll(async () => {
	browser = await openChromium();
});

afterAll(closeWindows);

const declarations = ["admin", "src"]
	.flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
	)
	.filter((file) => file.endsWith(".css"))
	.flatMap((file) => {
		const found: { readonly place: string; readonly declaration: Declaration }[] = [];
		postcss.parse(readFileSync(file)).walkDecls((declaration) => {
			found.push({ place: `${file}:${declaration.source?.start?.line}`, declaration });
		});
		return found;
	});

/** A value of each custom property. */
const properties = new Map(
	declarations.flatMap(({ declaration: { prop, value } }) =>
		prop.startsWith("--") ? [[prop, value] as const] : [],
	),
);

const variable = /var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)/g;

/** Browsers judge a value with a variable only when they use it, so the variable is replaced by a value. */
function withoutVariables(value: string): string {
	const replaced = value.replace(
		variable,
		(whole, name: string, otherwise?: string) => properties.get(name) ?? otherwise ?? whole,
	);
	return replaced === value ? value : withoutVariables(replaced);
}

test("a browser understands every declaration", async () => {
	const { page } = await openWindow(browser);
	const used = declarations.filter(
		({ declaration: { prop, parent } }) => !prop.startsWith("--") && parent?.type === "rule",
	);
	const isUnderstood = await page.evaluate(
		(all) =>
			all.map(
				([name, value]) =>
					!value.includes("var(") && (CSS.supports(name, value) || CSS.supports(`-webkit-${name}`, value)),
			),
		used.map(({ declaration: { prop, value } }) => [prop, withoutVariables(value)] as const),
	);
	const others = used.filter((_, index) => !isUnderstood[index]);
	expect(others.map(({ place, declaration }) => `${place} ${declaration}`)).toEqual([]);
});
