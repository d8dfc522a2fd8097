/** What the export says. */
export const strings = {
	progress: "Xuất bài",
	summary: (articles: string, files: string, skipped: string) =>
		`Đã xuất ${articles} bài và ${files} ảnh, tệp${skipped === "0" ? "" : `; bỏ qua ${skipped} tệp không đọc được`}.`,
	records: (count: string) =>
		`Ngoài bài viết, nội dung còn ${count} tệp văn bản, sự kiện, lịch, tổ chức, hỏi đáp, biểu ngữ, không nằm trong tệp xuất. Đó là YAML sẵn: sao chép nguyên thư mục nội dung là đủ.`,
	unreadable: (file: string, reason: string) => `${file}: ${reason}`,
	missing: (file: string, path: string) => `${file}: không có tệp ${path}`,
} as const;
