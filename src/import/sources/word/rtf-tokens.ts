/** The begin or end of a group, a control word with its number, a symbol, text, or the raw bytes after \bin. */
export type RtfToken =
	| { readonly kind: "open" }
	| { readonly kind: "close" }
	| { readonly kind: "word"; readonly word: string; readonly number: number | undefined }
	| { readonly kind: "symbol"; readonly symbol: string }
	/** Bytes of text as Latin-1. */
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: "binary"; readonly bytes: Buffer };

const token = /([{}])|\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([\s\S])|[\r\n]+|([^\\{}\r\n]+)/giy;

/** The tokens of an RTF file, in order. Anything else is skipped. */
export function* rtfTokens(bytes: Buffer): Generator<RtfToken> {
	const source = bytes.toString("latin1");
	token.lastIndex = 0;
	for (let at = 0; at < source.length; ) {
		token.lastIndex = at;
		const match = token.exec(source);
		if (!match) {
			at += 1;
			continue;
		}
		at = token.lastIndex;
		const [, brace, word, number, hex, symbol, text] = match;
		if (brace !== undefined) yield brace === "{" ? { kind: "open" } : { kind: "close" };
		else if (word === "bin") {
			const count = Math.min(Math.max(0, Number(number ?? 0)), bytes.length - at);
			yield { kind: "binary", bytes: bytes.subarray(at, at + count) };
			at += count;
		} else if (word !== undefined) {
			yield { kind: "word", word, number: number === undefined ? undefined : Number(number) };
		} else if (hex !== undefined) yield { kind: "text", text: String.fromCharCode(Number.parseInt(hex, 16)) };
		else if (symbol !== undefined) yield { kind: "symbol", symbol };
		else if (text !== undefined) yield { kind: "text", text };
	}
}
