/** What the search page says to readers. */
export const strings = {
	filters: "Lọc kết quả",
	filter: {
		year: "Năm",
		province: "Tỉnh, thành phố",
		committee: "Ban, cơ quan",
		author: "Tác giả",
		tag: "Từ khóa",
	},
	any: "Tất cả",
	sort: "Xếp theo",
	byRelevance: "Sát nhất",
	byDate: "Mới nhất",
	loading: "Đang tìm…",
	empty: (text: string) => `Không tìm thấy bài nào cho “${text}”.`,
	emptyAdvice: "Hãy thử ít chữ hơn, gõ không dấu, bỏ bớt bộ lọc, hoặc mở kho lưu trữ theo ngày.",
	archive: "Mở kho lưu trữ",
	found: (count: number) => `Tìm thấy ${count.toLocaleString("vi-VN")} bài`,
	foundInYears: (count: number, from: string) =>
		`Tìm thấy ${count.toLocaleString("vi-VN")} bài từ năm ${from}`,
	older: (before: string) => `Tìm cả các năm trước ${before}`,
	more: "Xem thêm kết quả",
	failed: "Không tải được dữ liệu tìm kiếm. Hãy kiểm tra kết nối mạng rồi thử lại.",
	retry: "Thử lại",
} as const;
