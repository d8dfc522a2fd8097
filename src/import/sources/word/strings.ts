/** Texts about Word files. */
export const strings = {
	summary: "Tệp Word hay LibreOffice (.docx, .doc, .rtf, .odt) hoặc thư mục chứa chúng: mỗi tệp một bài",
	tooLarge: (limit: string) => `tệp lớn hơn ${limit}: hãy bỏ bớt ảnh rồi nhập lại`,
	unknown: "không phải tệp Word hay LibreOffice đọc được (.docx, .doc, .rtf, .odt)",
	encrypted: "tệp đặt mật khẩu: hãy mở bằng Word, bỏ mật khẩu rồi lưu lại",
	brokenText: "tệp OpenDocument bị hỏng: hãy mở bằng LibreOffice rồi lưu lại thành .odt hoặc .docx",
	encryptedText: "tệp đặt mật khẩu: hãy mở bằng LibreOffice, bỏ mật khẩu rồi lưu lại",
	broken: "tệp Word bị hỏng: hãy mở bằng Word rồi lưu lại thành .docx",
	brokenZip:
		"tệp bị hỏng hoặc tải thiếu (không mở được như tệp ZIP, là dạng của .docx): hãy tải hoặc sao chép lại",
	isHtml: "là trang HTML mang đuôi của Word: hãy đổi đuôi thành .html rồi nhập bằng --from pages",
	empty: "tệp không có chữ nào",
	guessedTitle: "Tiêu đề lấy từ đoạn đầu của tệp.",
	titleFromName: "Tệp không có đoạn nào làm tiêu đề được nên lấy tên tệp.",
	dateFromProperties: "Trong bài không có ngày nên lấy ngày tạo của tệp Word.",
	readAs: (encoding: string, paragraphs: string) => `${encoding} → Unicode: ${paragraphs} đoạn`,
} as const;
