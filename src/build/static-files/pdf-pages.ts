/**
 * Counts the pages of a PDF file as the root of its tree of pages states them (ISO 32000-1, 7.7.3). Undefined where
 * that is compressed, and where a file has several such roots that differ.
 */
export function pagesOfPdf(bytes: Uint8Array): number | undefined {
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
	if (text.includes("/ObjStm")) return undefined;
	const counts = new Set<number>();
	let done = 0;
	for (const { index } of text.matchAll(/\/Type\s{0,8}\/Pages\b/g)) {
		if (index < done) continue;
		const begin = text.lastIndexOf(" obj", index);
		const end = text.indexOf("endobj", index);
		if (begin < done || end < 0) return undefined;
		const node = text.slice(begin, end);
		done = end;
		if (/\/Parent\b/.test(node)) continue;
		counts.add(Number(/\/Count\s{1,8}(\d{1,6})(?!\d)/.exec(node)?.[1] ?? 0));
	}
	const [count = 0] = counts;
	return counts.size === 1 && count > 0 ? count : undefined;
}
