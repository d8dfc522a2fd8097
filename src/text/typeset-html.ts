/**
 * Fine typography for Vietnamese in finished HTML: words that belong together stay on one line, and straight quotation
 * marks become curved pairs. Spaces become U+00A0, which is copied as a space. A document number is wrapped in a span,
 * so that copied text has no hidden character. A span of more than `longestUnbroken` characters is `long`: a box that is
 * moved to the next line, and breaks only if it is longer than a line. In the text before such a box a line may end. Code, preformatted text and web addresses stay as they are.
 *
 * The HTML comes from our own renderers: `>` and `<` occur only in tags, and a quotation mark in text is `"`, `&quot;`
 * or `&#34;`.
 *
 * Large letters of a heading may not fit a line between two such spaces. So there, words that belong together are a
 * `long` box, which breaks at its spaces.
 */
import { type Typography, typographyOf } from "./typography.ts";

const tag = /<(\/?)([a-z][a-z0-9]*)[^>]*>/gi;
/** Inline elements: they end neither a word nor a sentence. */
const inline = new Set([
	...["a", "abbr", "b", "bdi", "cite", "del", "dfn", "em", "i", "ins", "mark", "q", "s", "small", "span"],
	...["strong", "sub", "sup", "time", "u", "wbr"],
]);
/** Elements whose content is not prose. */
const verbatim = new Set([
	...["code", "kbd", "math", "pre", "samp", "script", "select", "style", "svg", "textarea", "var"],
]);
const headings = new Set(["h1", "h2", "h3"]);
/** Placeholder for an element that is skipped. */
const object = "\uFFFC";

/** So many characters fit a line of 320 px, even of text at 200 %. */
const longestUnbroken = 14;
/** The same of a heading. */
const longestInHeading = 8;
/** So many characters of punctuation may follow a word. */
const longestMarks = 4;

/** A piece of text between two tags. */
interface Piece {
	/** Range in the HTML; the end is excluded. */
	readonly start: number;
	readonly end: number;
}

export function typesetHtml(html: string): string {
	let done = 0;
	let result = "";
	let pieces: Piece[] = [];
	let line = "";
	let isHeading = false;
	const take = (start: number, end: number) => {
		if (end <= start) return;
		pieces.push({ start, end });
		line += html.slice(start, end);
	};
	const endLine = () => {
		if (line.trim() !== "") {
			result += html.slice(done, pieces[0]?.start) + rewritten(html, line, pieces, isHeading);
			done = pieces.at(-1)?.end ?? done;
		}
		pieces = [];
		line = "";
	};
	/** Elements without an end tag, so that it is sought only once. */
	const unclosed = new Set<string>();
	tag.lastIndex = 0;
	let from = 0;
	for (let match = tag.exec(html); match; match = tag.exec(html)) {
		const [whole, slash, written = ""] = match;
		const name = written.toLowerCase();
		take(from, match.index);
		from = match.index + whole.length;
		if (verbatim.has(name) && slash === "") {
			const close = `</${written}>`;
			const end = unclosed.has(written) ? -1 : html.indexOf(close, from);
			if (end === -1) unclosed.add(written);
			if (end !== -1) from = end + close.length;
			tag.lastIndex = from;
			line += object;
			pieces.push({ start: match.index, end: match.index });
		} else if (!inline.has(name)) {
			endLine();
			isHeading = slash === "" && headings.has(name);
		}
	}
	take(from, html.length);
	endLine();
	return result + html.slice(done);
}

/** The pieces of one line and the tags between them, with the typographic changes made. */
function rewritten(html: string, line: string, pieces: readonly Piece[], isHeading: boolean): string {
	const typography = typographyOf(line);
	const { spaces, wholes, boxes, quotes } = isHeading
		? withBoxes(line, typography, pieces)
		: { ...typography, boxes: [] };
	if (spaces.length + wholes.length + boxes.length + quotes.length === 0) {
		return html.slice(pieces[0]?.start, pieces.at(-1)?.end);
	}
	const changes: Change[] = [
		...spaces.map(([start, end]): Change => [start, end, () => "\u00a0"]),
		...quotes.map(([start, end, sign]): Change => [start, end, () => sign]),
		...wholes.map(([start, end]): Change => [start, end, keptWhole]),
		...boxes.map(([start, end]): Change => [start, end, (text) => `<span class="whole long">${text}</span>`]),
	].sort(([one], [other]) => one - other);
	let result = "";
	let next = 0;
	/** Where the piece begins in the line. */
	let begins = 0;
	for (const [at, { start, end }] of pieces.entries()) {
		const length = start === end ? object.length : end - start;
		let done = start;
		for (let change = changes[next]; change && change[0] < begins + length; change = changes[next]) {
			next++;
			const [from, to, write] = change;
			// A change across a tag is not made. Nor is one to a space between two elements, which a layout may drop.
			if (to > begins + length || html.slice(start, end).trim() === "") continue;
			const [first, last] = [start + from - begins, start + to - begins];
			result += html.slice(done, first) + write(html.slice(first, last));
			done = last;
		}
		const following = pieces[at + 1];
		result += html.slice(done, following ? following.start : end);
		begins += length;
	}
	return result;
}

/** A heading's typography with long chains of words as wholes, except those across tags and with quotation marks. */
function withBoxes(
	line: string,
	{ spaces, chains, wholes, quotes }: Typography,
	pieces: readonly Piece[],
): Omit<Typography, "chains"> & { readonly boxes: Typography["chains"] } {
	const taken = new Uint8Array(line.length + 1);
	for (const [start, end] of quotes) taken.fill(1, start, end);
	let begins = 0;
	for (const { start, end } of pieces) {
		if (begins > 0) taken[begins] = 1;
		begins += start === end ? object.length : end - start;
	}
	const boxes = chains.filter(
		([start, end]) => end - start > longestInHeading && !taken.subarray(start, end).includes(1),
	);
	const boxed = new Uint8Array(line.length + 1);
	for (const [start, end] of boxes) boxed.fill(1, start, end);
	const isFree = ([start, end]: readonly [number, number]) => boxed[start] === 0 && boxed[end - 1] === 0;
	// In large letters a line may break beside a whole, so its mark goes with it.
	const withMark = ([start, end]: readonly [number, number]) => {
		const { length } = /^[.,:;!?…)\]]*/.exec(line.slice(end, end + longestMarks))?.[0] ?? "";
		return [start, taken.subarray(end, end + length).includes(1) ? end : end + length] as const;
	};
	return { spaces: spaces.filter(isFree), wholes: wholes.filter(isFree).map(withMark), boxes, quotes };
}

function keptWhole(text: string): string {
	const isLong = text.replaceAll("&amp;", "&").length > longestUnbroken;
	return `<span class="whole${isLong ? " long" : ""}">${text}</span>`;
}

/** A range of the line, the end excluded, and the function that rewrites its text. */
type Change = readonly [start: number, end: number, write: (text: string) => string];
