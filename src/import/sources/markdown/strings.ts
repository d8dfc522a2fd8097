/** Texts about Markdown folders. */
export const strings = {
	summary: "Thư mục Markdown của Hugo, Jekyll hoặc Hexo, cả ảnh trong static/ và trong thư mục bài",
	noSuchFolder: (path: string) => `Không tìm thấy thư mục “${path}”.`,
	tooLarge: (limit: string) => `tệp lớn hơn ${limit} nên bị bỏ qua`,
	badFrontMatter: (reason: string) => `phần khai báo đầu tệp không đọc được: ${reason}`,
	unclosed: "không có dấu đóng",
	noTitle: "không có tiêu đề: thêm title vào phần khai báo đầu tệp",
	unknownShortcodes: (names: readonly string[]) =>
		`Mã ngắn không biết được giữ nguyên như chữ: ${names.join(", ")}.`,
	noSuchFile: (reference: string) => `không tìm thấy “${reference}” trong thư mục nguồn`,
	outside: (reference: string) => `“${reference}” trỏ ra ngoài thư mục nguồn nên không đọc`,
} as const;
