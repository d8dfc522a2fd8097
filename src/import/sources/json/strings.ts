/** Texts about JSON files. */
export const strings = {
	summary: "Tệp JSON: bản xuất của Ghost, JSON Feed, WordPress REST, hoặc một danh sách bài (.json)",
	noSuchFile: (path: string) => `Không tìm thấy tệp “${path}”.`,
	tooLarge: (path: string, limit: string) =>
		`Tệp “${path}” lớn hơn ${limit}: hãy xuất thành nhiều tệp, hoặc thành JSON Lines (mỗi dòng một bài).`,
	broken: (path: string) =>
		`Tệp “${path}” không phải JSON hợp lệ hoặc bị cắt giữa chừng: hãy xuất hoặc sao chép lại.`,
	tooDeep: (path: string) => `Tệp “${path}” lồng nhau quá sâu nên không đọc được.`,
	noArticles: (path: string) =>
		`Tệp “${path}” không có danh sách bài nào: cần một danh sách các mục có tiêu đề (title) và nội dung (content, body, html…), hoặc bảng --columns.`,
} as const;
