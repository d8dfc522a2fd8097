/** Where the phone keeps what; read by the worker and by the pages that list it. */
export const cacheNames = {
	/** Pages as they were read last. */
	read: "read-pages",
	/** Pictures that pages showed. */
	pictures: "read-pictures",
	/** What a reader has asked for: pages under `storedPage`, pictures under their addresses. */
	kept: "kept-files",
	/** Style sheet, scripts and fonts as they were last. */
	assets: "assets",
} as const;

/** Where a kept page lies in its cache. The server has nothing there. @param digest of its bytes */
export function storedPage(digest: string): string {
	return `/doc-ngoai-tuyen/kho/${digest}`;
}

/** Where a file of the finder's index lies. @param sum its checksum */
export function storedIndexFile(address: string, sum: string): string {
	return `/doc-ngoai-tuyen/kho${address}?${sum}`;
}

/** Headers that a page is stored with. */
export const storedHeaders = {
	/** Percent-encoded, as headers take no Vietnamese. */
	title: "X-Stored-Title",
	/** Milliseconds since 1970. */
	moment: "X-Stored-At",
} as const;
