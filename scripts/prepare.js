/**
 * What npm runs before it packs this folder, for `npm pack` and for a portal that names a Git address. npm runs it after
 * `npm ci` too, where there is nothing to do: only when it packs does it say what the package was resolved to.
 */
import { existsSync } from "node:fs";

const hasSource = existsSync(new URL("write-dist.ts", import.meta.url));
if (hasSource && process.env.npm_package_resolved !== undefined) {
	await import("tsx/esm");
	await import("./write-dist.ts");
}
