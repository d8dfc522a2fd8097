/** The caches on the phone. The worker uses them, and so do the pages that list their contents. */
export const cacheNames = {
	/** Pages as they were read last. */
	read: "read-pages",
	/** Pictures that pages showed. */
	pictures: "read-pictures",
	/** What a reader asked to keep: pages under `storedPage`, pictures under their addresses. */
	kept: "kept-files",
	/** Style sheet, scripts and fonts as they were last. */
	assets: "assets",
} as const;

/** The address of a kept page in its cache. It does not exist on the server. @param digest of its bytes */
export function storedPage(digest: string): string {
	return `/doc-ngoai-tuyen/kho/${digest}`;
}

/** The address of a file of the finder's index. @param sum its checksum */
export function storedIndexFile(address: string, sum: string): string {
	return `/doc-ngoai-tuyen/kho${address}?${sum}`;
}

/** Headers with which a page is stored. */
export const storedHeaders = {
	/** Percent-encoded, as headers take no Vietnamese. */
	title: "X-Stored-Title",
	/** Milliseconds since 1970. */
	moment: "X-Stored-At",
} as const;
