import { createReadStream } from "node:fs";
import { formatBytes } from "../../../text/index.ts";
import { decodeCharacters } from "../../encodings/index.ts";
import { SourceError } from "../../source.ts";
import { uncompressed } from "../gzip.ts";
import { strings } from "./strings.ts";
import { parseXmlElement, withoutBareAmpersands, type XmlElement } from "./xml-element.ts";

/** The longest item: an article with all its comments. Longer ones are reported and left out. */
export const maxItemCharacters = 20_000_000;

/** The longest tag that may be split between two chunks: a name and the spaces after it. */
const longestTag = 100;

/** An item of an XML file, or a Vietnamese message on why it could not be read. */
export type XmlItem =
	| {
			readonly element: XmlElement;
			/** Vietnamese messages on what had to be repaired before parsing. */
			readonly repaired: readonly string[];
	  }
	| { readonly broken: string };

/**
 * Streams the elements with certain names from a large XML file, wherever they are. Each is parsed by itself, so that a
 * broken one does not affect the others. The rest of the file, including a DTD, is never parsed.
 *
 * @param names names of elements that are not nested in one another
 */
export async function* xmlItems(
	text: AsyncIterable<string>,
	names: readonly string[],
): AsyncGenerator<XmlItem> {
	const begin = new RegExp(`<!--|<!\\[CDATA\\[|<(${names.map(escaped).join("|")})(?=[\\s/>])`, "g");
	const splitter = new ItemSplitter(begin);
	for await (const piece of text) yield* splitter.push(piece);
	yield* splitter.end();
}

/** Cuts items out of a stream of text. CDATA sections and comments may hold anything. */
class ItemSplitter {
	readonly #begin: RegExp;
	#text = "";
	/** The open item, and the place in `#text` where the search for its end continues. */
	#name: string | undefined;
	#from = 0;
	/** The end of the open CDATA section or comment; tags before it are ignored. */
	#until: "]]>" | "-->" | undefined;
	#isEnded = false;
	#isTooLong = false;

	constructor(begin: RegExp) {
		this.#begin = begin;
	}

	*push(piece: string): Generator<XmlItem> {
		this.#text += piece;
		for (;;) {
			if (this.#until !== undefined && !this.#skipSection()) return;
			if (this.#name === undefined ? !this.#findBeginning() : !this.#findEnd()) return;
			if (this.#isEnded) yield this.#take();
		}
	}

	*end(): Generator<XmlItem> {
		if (this.#name !== undefined) yield { broken: strings.itemUnended };
	}

	#skipSection(): boolean {
		const mark = this.#until ?? "";
		const end = this.#text.indexOf(mark, this.#from);
		if (end === -1) {
			this.#from = Math.max(this.#from, this.#text.length - mark.length + 1);
			this.#shorten();
			return false;
		}
		this.#from = end + mark.length;
		this.#until = undefined;
		return true;
	}

	#findBeginning(): boolean {
		this.#begin.lastIndex = this.#from;
		const match = this.#begin.exec(this.#text);
		if (!match) {
			// The text may end within a tag. Names are short, so only a short rest is kept.
			const rest = this.#text.lastIndexOf("<");
			this.#text = rest >= this.#from && this.#text.length - rest < longestTag ? this.#text.slice(rest) : "";
			this.#from = 0;
			return false;
		}
		const name = match[1];
		if (name === undefined) {
			this.#until = match[0] === "<!--" ? "-->" : "]]>";
			this.#from = match.index + match[0].length;
			return true;
		}
		// Wait for the tag's end, which tells whether the element is empty.
		if (this.#text.indexOf(">", match.index) === -1) {
			this.#text = this.#text.slice(match.index);
			this.#from = 0;
			if (this.#text.length > maxItemCharacters) this.#text = "";
			return false;
		}
		this.#text = this.#text.slice(match.index);
		this.#from = this.#text.indexOf(">");
		if (this.#text[this.#from - 1] === "/") {
			this.#text = this.#text.slice(this.#from);
			this.#from = 0;
			return true;
		}
		this.#name = name;
		return true;
	}

	/** Moves past the item's end, or to the next CDATA section or comment that may contain one. */
	#findEnd(): boolean {
		const end = new RegExp(`<!--|<!\\[CDATA\\[|</${escaped(this.#name ?? "")}\\s*>`, "g");
		end.lastIndex = this.#from;
		const match = end.exec(this.#text);
		if (!match) {
			this.#from = Math.max(this.#from, this.#text.length - longestTag);
			this.#shorten();
			return false;
		}
		this.#from = match.index + match[0].length;
		if (match[0] === "<!--") this.#until = "-->";
		else if (match[0] === "<![CDATA[") this.#until = "]]>";
		else this.#isEnded = true;
		return true;
	}

	#take(): XmlItem {
		const end = this.#from;
		const whole = this.#text.slice(0, end);
		const isTooLong = this.#isTooLong || whole.length > maxItemCharacters;
		this.#text = this.#text.slice(end);
		this.#from = 0;
		this.#name = undefined;
		this.#isEnded = false;
		this.#isTooLong = false;
		if (isTooLong) return { broken: strings.itemTooLarge(formatBytes(maxItemCharacters)) };
		try {
			const { text, count } = withoutBareAmpersands(whole);
			return { element: parseXmlElement(text), repaired: count > 0 ? [strings.bareAmpersands(count)] : [] };
		} catch (error) {
			if (error instanceof SourceError) return { broken: error.message };
			throw error;
		}
	}

	/** Drops an item that is too long. Only its end is still looked for. */
	#shorten(): void {
		if (this.#name === undefined || this.#text.length <= maxItemCharacters) return;
		this.#isTooLong = true;
		this.#text = this.#text.slice(this.#from);
		this.#from = 0;
	}
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

const declaration = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]{1,40})/;

/**
 * Streams a file's text in the encoding that its first line declares, unless its bytes have another, by default UTF-8.
 * The file may be compressed with gzip. Broken bytes become the replacement character.
 *
 * @throws {SourceError} if there is no such file or its compression is broken
 */
export async function* xmlText(path: string): AsyncGenerator<string> {
	let decoder: TextDecoder | undefined;
	try {
		for await (const chunk of await uncompressed(createReadStream(path))) {
			const bytes: Buffer = chunk;
			decoder ??= decoderOf(bytes);
			yield decoder.decode(bytes, { stream: true });
		}
	} catch (error) {
		const code = error instanceof Error && "code" in error ? String(error.code) : "";
		if (code === "ENOENT") throw new SourceError(strings.noSuchFile(path));
		if (code.startsWith("Z_") || code === "EISDIR") throw new SourceError(strings.notReadable(path));
		throw error;
	}
	if (decoder) yield decoder.decode();
}

/** A declaration that the first bytes contradict does not count: programs convert files and leave it as it was. */
function decoderOf(head: Buffer): TextDecoder {
	const declared = declaration.exec(head.toString("latin1", 0, 300).replace(/^ï»¿/, ""))?.[1] ?? "utf-8";
	const { charset } = decodeCharacters(head, { charset: declared });
	const isSure = charset.startsWith("utf-16") || (charset === "utf-8" && head.some((byte) => byte > 0x7f));
	try {
		return new TextDecoder(isSure || /^utf-?(?:8|16)/i.test(declared) ? charset : declared);
	} catch {
		return new TextDecoder(charset);
	}
}
