import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** File extensions of templates, each of which becomes a page. */
const templateEnding = /\.(?:njk|liquid|md|html|hbs|mustache|ejs|haml|pug|webc|11ty\.[cm]?[jt]s)$/;
const permalink = /\bpermalink:\s*(["'`]?)([^"'`\s,]+)\1/;

/**
 * The addresses that a portal's own templates declare, found without running Eleventy, so that content may link to
 * them. Addresses that a template computes are not known here.
 *
 * @param pagesDirectory need not exist
 */
export function declaredAddresses(pagesDirectory: string): Set<string> {
	const addresses = new Set<string>();
	if (!existsSync(pagesDirectory)) return addresses;
	for (const name of readdirSync(pagesDirectory, { recursive: true, encoding: "utf8" })) {
		const path = name.replaceAll("\\", "/");
		if (!templateEnding.test(path) || /(?:^|\/)_/.test(path)) continue;
		const written = permalink.exec(readFileSync(join(pagesDirectory, name), "utf8"))?.[2];
		if (written?.includes("{") || written === "false") continue;
		const plain = path.replace(templateEnding, "").replace(/(^|\/)index$/, "$1");
		const address = written ?? `/${plain}${plain === "" || plain.endsWith("/") ? "" : "/"}`;
		addresses.add(`/${address.replace(/^\/|index\.html$/g, "")}`);
	}
	return addresses;
}
