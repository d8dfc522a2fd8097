/** Texts about web archives. */
export const strings = {
	forms: {
		warc: "WARC: kho lưu trang web (.warc, .warc.gz)",
		wacz: "WACZ: kho lưu trang web đóng gói (.wacz)",
	},
	noSuchFile: (path: string) => `Không tìm thấy tệp “${path}”.`,
	notWarc: (path: string) => `“${path}” không phải tệp WARC đọc được: hãy tải hoặc sao chép lại tệp.`,
	oldArchive: (path: string) =>
		`“${path}” là kho lưu ARC kiểu cũ, không đọc được: hãy chuyển sang WARC trước, ví dụ bằng lệnh “warcio recompress”.`,
	noArchives: (path: string) => `“${path}” không có tệp WARC nào trong thư mục archive.`,
	brokenAfter: (records: string) => `tệp WARC bị hỏng sau bản ghi ${records}; phần sau không đọc được`,
	onlyRevisited: (count: string, first: string) =>
		`${count} trang chỉ có bản ghi “revisit” (trang không đổi từ lần thu trước), không có nội dung, trang đầu là ${first}: hãy nhập kho của lần thu trước`,
	recordTooLarge: (limit: string) => `bản ghi dài quá ${limit} nên bị bỏ qua`,
	badEncoding: "trang nén theo cách không giải được",
} as const;
