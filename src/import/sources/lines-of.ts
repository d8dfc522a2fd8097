/** A line, or a note that it was too long to keep. */
export type BoundedLine = { readonly text: string } | { readonly tooLong: true };

/**
 * Splits a UTF-8 stream into lines, without their line ends. A line longer than `maxBytes` is reported as too long and
 * dropped. So memory use is bounded, whatever the file holds.
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
		// A copy, because the stream may reuse its buffer.
		take(chunk.slice(start));
	}
	if (size > 0) yield line();
}
