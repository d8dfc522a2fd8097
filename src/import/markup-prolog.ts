/**
 * The text after white space, XML declarations and comments at the beginning of a document, in one pass. Empty if a
 * comment has no end.
 */
export function afterProlog(text: string): string {
	let at = 0;
	for (;;) {
		while (isSpace.has(text.charCodeAt(at))) at += 1;
		const [begin, end] = sections.find(([mark]) => text.startsWith(mark, at)) ?? [];
		if (begin === undefined || end === undefined) return text.slice(at);
		const close = text.indexOf(end, at + begin.length);
		if (close === -1) return "";
		at = close + end.length;
	}
}

const sections = [
	["<!--", "-->"],
	["<?", "?>"],
] as const;
/** Tab, line feed, form feed, return, space, and the byte order mark. */
const isSpace: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x20, 0xfeff]);
