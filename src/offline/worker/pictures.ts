/** Pictures come in several widths: `/anh/2026/11/22-x/anh-1.0a1b2c3d-480.webp`. The phone has one of them. */
import { cacheNames } from "../cache-names.ts";
import { pictureStem } from "../picture-stem.ts";

/** Another stored version of a picture, the nearest in width. */
export async function siblingOf(address: string): Promise<Response | undefined> {
	const stem = pictureStem(address);
	if (stem === undefined) return undefined;
	const wanted = widthIn(address);
	const versions: { readonly request: Request; readonly distance: number; readonly cache: Cache }[] = [];
	for (const name of [cacheNames.kept, cacheNames.pictures]) {
		const cache = await caches.open(name);
		for (const request of await cache.keys()) {
			const { pathname } = new URL(request.url);
			if (pictureStem(pathname) !== stem) continue;
			versions.push({ request, distance: Math.abs(widthIn(pathname) - wanted), cache });
		}
	}
	const [nearest] = versions.sort((a, b) => a.distance - b.distance);
	return nearest && (await nearest.cache.match(nearest.request));
}

/** In pixels. */
function widthIn(address: string): number {
	return Number(/-(\d+)\.[a-z\d]+$/.exec(address)?.[1] ?? 0);
}
