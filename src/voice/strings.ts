/** What the voice answers when it rejects a reader's request. */
export const strings = {
	foreignOrigin: "Yêu cầu không đến từ trang này.",
	unreadable: "Yêu cầu không đọc được.",
	tooLarge: "Yêu cầu quá lớn.",
	unknown: "Không có địa chỉ này.",
	noArticle: "Không có bài này.",
	tooMany: "Bạn gửi nhiều quá. Hãy thử lại sau.",
	noComments: "Bài này không nhận ý kiến.",
	missing: "Hãy điền họ tên và ý kiến của bạn.",
	tooLong: (most: number) => `Ý kiến dài quá; nhiều nhất ${most} ký tự.`,
	wrongEmail: "Địa chỉ thư điện tử chưa đúng.",
	noConsent: "Hãy đánh dấu đồng ý trước khi gửi.",
	noProof: "Trang đã mở quá lâu. Hãy gửi lại lần nữa.",
	queueFull: "Ban biên tập đang có quá nhiều ý kiến chờ duyệt. Hãy gửi lại vào ngày mai.",
	unavailable: "Máy chủ đang bận. Hãy thử lại sau ít phút.",
} as const;
