/** What the benchmark of archives says. */
export const strings = {
	summary:
		"Đo các dạng kho đọc không cần mạng: dung lượng, số tệp, công việc, bộ nhớ; cạnh bản sao nguyên trang.",
	details:
		"Không kèm ảnh. Mỗi dạng do một tiến trình riêng làm ra; CPU tính bằng giây công việc, không phải giây đồng hồ.",
	progress: "Đo",
	options: {
		articles: "Số bài",
		corpus: "Lấy lời của các bài trong tệp này (JSON Lines, có thể nén gzip)",
		seed: "Cùng số thì cùng kho bài",
		only: "Chỉ những dạng này",
		json: "Ghi kết quả ra tệp",
		keep: "Giữ mọi thứ đã làm ra trong thư mục này",
	},
	headings: ["Dạng", "Tệp", "Nén", "Giải nén", "Trên USB cụm 32 kB", "CPU", "Bộ nhớ"],
	forms: { site: "bản sao nguyên trang, nén", zip: "kho mở từ đĩa" },
	seconds: (seconds: number) => `${seconds.toFixed(1).replace(".", ",")} s`,
} as const;
