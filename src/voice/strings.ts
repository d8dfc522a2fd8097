/** What the voice answers to a reader whose request it does not take. */
export const strings = {
	foreignOrigin: "Yêu cầu không đến từ trang này.",
	unreadable: "Yêu cầu không đọc được.",
	tooLarge: "Yêu cầu quá lớn.",
	unknown: "Không có địa chỉ này.",
	noArticle: "Không có bài này.",
	tooMany: "Bạn gửi nhiều quá. Hãy thử lại sau.",
	unavailable: "Máy chủ đang bận. Hãy thử lại sau ít phút.",
} as const;
