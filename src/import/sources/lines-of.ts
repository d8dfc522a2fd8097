/** A line, or the fact that one was too long to be kept. */
export type BoundedLine = { readonly text: string } | { readonly tooLong: true };

/**
 * The lines of a UTF-8 text that comes in pieces, without the bytes that end them. A line of more bytes than allowed is
 * told of and not kept, so that memory stays small whatever the file holds.
 */
export async function* linesOf(
	bytes: AsyncIterable<Uint8Array>,
	maxBytes: number,
): AsyncGenerator<BoundedLine> {
	let parts: Uint8Array[] = [];
	let size = 0;
	const take = (part: Uint8Array) => {
		size += part.length;
		if (size > maxBytes) parts = [];
		else if (part.length > 0) parts.push(part);
	};
	const line = (): BoundedLine => {
		const isTooLong = size > maxBytes;
		const text = isTooLong ? "" : Buffer.concat(parts).toString("utf8").replace(/\r$/, "");
		parts = [];
		size = 0;
		return isTooLong ? { tooLong: true } : { text };
	};
	for await (const chunk of bytes) {
		let start = 0;
		for (let end = chunk.indexOf(0x0a); end !== -1; end = chunk.indexOf(0x0a, start)) {
			take(chunk.subarray(start, end));
			yield line();
			start = end + 1;
		}
		// A copy, as the stream may use its memory again.
		take(chunk.slice(start));
	}
	if (size > 0) yield line();
}
