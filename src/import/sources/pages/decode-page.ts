import { decodeCharacters } from "../../encodings/index.ts";

const declaration = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{1,40})/i;
const xmlDeclaration = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]{1,40})/i;
/** How far browsers look for the declaration. */
const declarationBytes = 4096;

/**
 * A page's bytes as characters. TCVN3, VNI and VIQR are not converted yet: that takes fonts, and so the document.
 *
 * @param charset what the server or the person said; the page's own word where it is absent
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
