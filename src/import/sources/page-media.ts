import type { SourceOptions } from "../source.ts";
import { type MediaLibrary, openMedia } from "./media/media-library.ts";

/** The sources of a file's bytes: `--media`, then the network if `--fetch` allows it. */
export type FindFile = (address: string) => (() => Promise<Uint8Array>) | undefined;

/**
 * Finds pictures and attachments as the options say.
 *
 * @param own the source's own files, which come first
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
