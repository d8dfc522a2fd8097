/** What the export says. */
export const strings = {
	progress: "Xuất bài",
	summary: (articles: string, records: string, files: string, skipped: string) =>
		`Đã xuất ${articles} bài${records === "0" ? "" : `, ${records} mục văn bản, sự kiện, lịch, tổ chức, hỏi đáp, biểu ngữ`} và ${files} ảnh, tệp${skipped === "0" ? "" : `; bỏ qua ${skipped} tệp không đọc được`}.`,
	unreadable: (file: string, reason: string) => `${file}: ${reason}`,
	missing: (file: string, path: string) => `${file}: không có tệp ${path}`,
} as const;
