/** A table for spreadsheets. With a byte order mark they read it as UTF-8. */
export function csvOf(rows: readonly (readonly string[])[]): string {
	return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/**
 * Quoted, and never a formula: spreadsheets evaluate cells that begin with `=`, `+`, `-` or `@`, and some also those with
 * the full-width forms.
 */
function cell(text: string): string {
	return `"${text.replace(/^[=+\-@＝＋－＠\t\r\n]/, "'$&").replaceAll('"', '""')}"`;
}
