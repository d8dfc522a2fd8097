// A bundle leaves out what it does not call, and cannot know that making these does nothing else.
const numberFormat = /* @__PURE__ */ new Intl.NumberFormat("vi-VN", {
	useGrouping: "always",
	maximumFractionDigits: 3,
});
const sizeFormat = /* @__PURE__ */ new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 });
const sizeUnits = ["B", "KB", "MB", "GB", "TB"] as const;

/** "4.045.920", "96,19" */
export function formatNumber(value: number): string {
	return numberFormat.format(value);
}

/** "12 KB", "1,4 MB"; a kilobyte is 1,024 bytes, as the reader's file manager shows it. */
export function formatBytes(bytes: number): string {
	let value = bytes;
	let unit = 0;
	// 999.95 would be shown as 1.000.
	while (value >= 999.95 && unit < sizeUnits.length - 1) {
		value /= 1024;
		unit++;
	}
	return `${sizeFormat.format(unit < 2 ? Math.round(value) : value)} ${sizeUnits[unit]}`;
}
