import type { SourceOptions } from "../source.ts";
import { type MediaLibrary, openMedia } from "./media/media-library.ts";

/** Finds a file's bytes by its address; undefined if they are not available. */
export type FindFile = (address: string) => (() => Promise<Uint8Array>) | undefined;

/**
 * Finds pictures and attachments: first among the source's own files, then in `--media`, then on the network if
 * `--fetch` allows it.
 *
 * @param own the source's own files
 */
export async function fileFinder(
	{ media, fetch }: SourceOptions,
	own?: Pick<MediaLibrary, "find">,
): Promise<FindFile> {
	const library = media === undefined ? undefined : await openMedia(media);
	return (address) => {
		const found = own?.find(address) ?? library?.find(address);
		if (found || !fetch || !/^https?:\/\//i.test(address)) return found;
		return () => fetch(address);
	};
}
