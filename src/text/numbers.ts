const vietnamese = "vi";
const numberFormats = /* @__PURE__ */ new Map<string, Intl.NumberFormat>();
const sizeFormats = /* @__PURE__ */ new Map<string, Intl.NumberFormat>();
const sizeUnits = ["B", "KB", "MB", "GB", "TB"] as const;

/** "4.045.920", "96,19" as the language writes them. @param language a BCP 47 tag */
export function formatNumber(value: number, language: string = vietnamese): string {
	return formatOf(numberFormats, language, { useGrouping: "always", maximumFractionDigits: 3 }).format(value);
}

/** "12 KB", "1,4 MB". A kilobyte is 1,024 bytes, as in the reader's file manager. */
export function formatBytes(bytes: number, language: string = vietnamese): string {
	let value = bytes;
	let unit = 0;
	// 999.95 would be shown as 1.000.
	while (value >= 999.95 && unit < sizeUnits.length - 1) {
		value /= 1024;
		unit++;
	}
	const format = formatOf(sizeFormats, language, { maximumFractionDigits: 1 });
	return `${format.format(unit < 2 ? Math.round(value) : value)} ${sizeUnits[unit]}`;
}

/** Cached, as creating a format is far slower than using it. */
function formatOf(
	known: Map<string, Intl.NumberFormat>,
	language: string,
	options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
	let format = known.get(language);
	if (!format) {
		format = new Intl.NumberFormat(language, options);
		known.set(language, format);
	}
	return format;
}
