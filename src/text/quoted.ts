/** A text in quotation marks. Those within it become single: “Hội thi ‘Dân vận khéo’”. */
export function quoted(text: string): string {
	const inner = text
		.replace(/"([^"]*)"/g, "‘$1’")
		.replace(/[“„«]/g, "‘")
		.replace(/[”»]/g, "’");
	return `“${inner}”`;
}
