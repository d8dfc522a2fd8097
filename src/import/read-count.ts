/**
 * A number of readers in any form that sources use: "1234", "1.234", "1,234", "1 234". Undefined for
 * anything else.
 */
export function readCount(text: string): number | undefined {
	const digits = /^\d{1,3}(?:[.,\s]\d{3})+$/.test(text.trim()) ? text.replace(/[.,\s]/g, "") : text.trim();
	return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined;
}
