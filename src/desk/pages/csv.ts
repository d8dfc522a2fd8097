/** A table as spreadsheets read it: with a byte order mark, so that it is taken for UTF-8. */
export function csvOf(rows: readonly (readonly string[])[]): string {
	return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Quoted, and never a formula: spreadsheets run what begins with `=`, `+`, `-` or `@`. */
function cell(text: string): string {
	return `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
}
