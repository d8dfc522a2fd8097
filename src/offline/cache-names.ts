/** Where the phone keeps what; read by the worker and by the pages that list it. */
export const cacheNames = {
	/** Pages as they were read last. */
	read: "read-pages",
	/** Pictures that pages showed. */
	pictures: "read-pictures",
	/** Style sheet, scripts and fonts as they were last. */
	assets: "assets",
} as const;

/** Headers that a page is stored with. */
export const storedHeaders = {
	/** Percent-encoded, as headers take no Vietnamese. */
	title: "X-Stored-Title",
	/** Milliseconds since 1970. */
	moment: "X-Stored-At",
} as const;
