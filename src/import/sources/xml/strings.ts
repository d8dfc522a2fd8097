/** What the readers of XML say. */
export const strings = {
	forms: {
		wxr: "WordPress: tệp xuất XML (WXR), ảnh ở --media",
		feed: "RSS hoặc Atom đã lưu về máy",
	},
	noSuchFile: (path: string) => `Không tìm thấy tệp “${path}”.`,
	notReadable: (path: string) => `Không đọc được tệp “${path}”: hãy kiểm tra tệp nén hoặc tải lại.`,
	itemTooLarge: (limit: string) => `mục dài quá ${limit} nên bị bỏ qua`,
	itemTooDeep: (limit: number) => `mục lồng hơn ${limit} lớp XML nên bị bỏ qua`,
	itemBroken: (reason: string) => `mục không phải XML hợp lệ (${reason})`,
	bareAmpersands: (count: number) => `dấu & chưa được mã hóa trong XML, giữ thành chữ &: ${count} chỗ`,
	itemUnended: "tệp hết giữa chừng mục này: hãy xuất hoặc tải lại",
	trashed: "bài nằm trong thùng rác của WordPress",
	fixedPage: "trang cố định (page), không phải bài viết: hãy sao chép vào content/pages",
	bloggerComment: "ý kiến bạn đọc trên Blogger, không phải bài viết",
	otherType: (type: string) => `loại “${type}” không phải bài viết`,
	isPrivate: "bài để riêng tư hoặc có mật khẩu trên cổng cũ; nhập thành bản nháp",
	summaryOnly: "kênh tin chỉ có phần tóm tắt của bài; hãy lấy toàn văn từ trang gốc",
} as const;
