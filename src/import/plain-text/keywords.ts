const label = /^[•·*\-\s]*(?:từ khóa|từ khoá|tags?|thẻ)\s*:\s*/iu;
const longestKeyword = 60;

/** Whether a line begins with "Từ khóa:" or the like. */
export function isLabelledKeywords(line: string): boolean {
	return label.test(line);
}

/**
 * The keywords of a line that has nothing else: "Từ khóa: a, b", or "a; b; c", as pages repeat them beside pictures.
 * Undefined for other lines.
 */
export function readKeywords(line: string): string[] | undefined {
	const labelled = label.test(line);
	const text = line.replace(label, "");
	const parts = text
		.split(labelled && !text.includes(";") ? /[,#]/ : ";")
		.map((part) => part.trim())
		.filter((part) => part !== "");
	if (parts.some((part) => part.length > longestKeyword || part.includes(". "))) return undefined;
	if (labelled) return parts;
	return parts.length >= 2 && !/[.!?…]$/.test(text) ? parts : undefined;
}
