import { stat } from "node:fs/promises";
import { join } from "node:path";
import { createImageStore } from "../../images/index.ts";
import type { PictureView } from "../../site/views.ts";

/** Pictures in the cache. */
const mostKept = 2_000;

export interface ShownPictures {
	/**
	 * Pictures of published pages with the addresses of the build; missing ones are left out.
	 *
	 * @param paths below the content folder
	 */
	find(paths: readonly string[]): Promise<ReadonlyMap<string, PictureView>>;
}

/** @param cacheDirectory used by previews only, and by no build */
export function createShownPictures(contentDirectory: string, cacheDirectory: string): ShownPictures {
	const known = new Map<string, { readonly stamp: string; readonly picture: PictureView | undefined }>();
	const stampOf = async (path: string) => {
		const found = await stat(join(contentDirectory, path)).catch(() => undefined);
		return found?.isFile() ? `${found.size} ${found.mtimeMs}` : "";
	};
	return {
		async find(paths) {
			const stamps = new Map(
				await Promise.all(paths.map(async (path) => [path, await stampOf(path)] as const)),
			);
			const fresh = paths.filter((path) => known.get(path)?.stamp !== stamps.get(path));
			if (fresh.length > 0) {
				const store = createImageStore({ contentDirectory, cacheDirectory });
				const { pictures } = await store.prepare(fresh, { foresee: true });
				for (const path of fresh) {
					known.delete(path);
					known.set(path, { stamp: stamps.get(path) ?? "", picture: pictures.get(path) });
				}
			}
			const found = new Map<string, PictureView>();
			for (const path of paths) {
				const picture = known.get(path)?.picture;
				if (picture) found.set(path, picture);
			}
			for (const path of known.keys()) {
				if (known.size <= mostKept) break;
				known.delete(path);
			}
			return found;
		},
	};
}
