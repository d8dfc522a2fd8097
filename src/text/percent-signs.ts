/** Decodes percent-encoding; returns the text unchanged if the encoding is broken. */
export function decodePercentSigns(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
