/** Pictures come in several widths: `/anh/2026/11/22-x/anh-1.0a1b2c3d-480.webp`. The phone has one of them. */
import { cacheNames } from "../cache-names.ts";

/** What the versions of a picture have in common; undefined for what is no prepared picture. */
function pictureStem(address: string): string | undefined {
	return /^(\/anh\/.*\.[\da-f]{8})(?:-\d+)?\.[a-z\d]+$/.exec(address)?.[1];
}

/** Another version of a picture that was shown, the nearest in width. */
export async function siblingOf(address: string): Promise<Response | undefined> {
	const stem = pictureStem(address);
	if (stem === undefined) return undefined;
	const cache = await caches.open(cacheNames.pictures);
	const wanted = widthIn(address);
	const versions = (await cache.keys())
		.map(({ url }) => new URL(url).pathname)
		.filter((other) => pictureStem(other) === stem)
		.sort((a, b) => Math.abs(widthIn(a) - wanted) - Math.abs(widthIn(b) - wanted));
	return versions[0] === undefined ? undefined : await cache.match(versions[0]);
}

/** In pixels. */
function widthIn(address: string): number {
	return Number(/-(\d+)\.[a-z\d]+$/.exec(address)?.[1] ?? 0);
}
