/** What the export says. */
export const strings = {
	progress: "Xuất bài",
	summary: (articles: string, files: string, skipped: string) =>
		`Đã xuất ${articles} bài và ${files} ảnh, tệp${skipped === "0" ? "" : `; bỏ qua ${skipped} tệp không đọc được`}.`,
	unreadable: (file: string, reason: string) => `${file}: ${reason}`,
	missing: (file: string, path: string) => `${file}: không có tệp ${path}`,
} as const;
