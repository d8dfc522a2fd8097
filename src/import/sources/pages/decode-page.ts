import { decodeCharacters } from "../../encodings/index.ts";

const declaration = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{1,40})/i;
const xmlDeclaration = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]{1,40})/i;
/** How many bytes browsers search for the declaration of an encoding. */
const declarationBytes = 4096;

/**
 * Decodes a page's bytes. TCVN3, VNI and VIQR are not converted here: that needs the fonts, which only the parsed
 * document tells.
 *
 * @param charset the encoding that the server or the user stated; without it, the page's own declaration counts
 */
export function decodePage(bytes: Uint8Array, charset?: string): string {
	const head = Buffer.from(
		bytes.buffer,
		bytes.byteOffset,
		Math.min(bytes.byteLength, declarationBytes),
	).toString("latin1");
	const declared = charset ?? declaration.exec(head)?.[1] ?? xmlDeclaration.exec(head)?.[1];
	const { text } = decodeCharacters(bytes, declared === undefined ? {} : { charset: declared });
	return text.replace(/^\uFEFF/, "");
}
