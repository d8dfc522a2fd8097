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
		opening: "Đo cả việc mở kho từ đĩa trong Chromium và Firefox; cần dạng zip",
		json: "Ghi kết quả ra tệp",
		keep: "Giữ mọi thứ đã làm ra trong thư mục này",
	},
	answerHeadings: ["Câu trả lời đầu tiên từ đĩa", "Giữa", "Chậm nhất"],
	editionHeadings: ["Bài trong một tệp", "Dung lượng", "Công việc của trang, máy chậm đi 6 lần"],
	headings: ["Dạng", "Tệp", "Nén", "Giải nén", "Trên USB cụm 32 kB", "CPU", "Bộ nhớ"],
	forms: {
		site: "bản sao nguyên trang, nén",
		"site-zim": "bản sao nguyên trang, zimwriterfs",
		zip: "kho mở từ đĩa",
		zim: "tệp ZIM cho Kiwix",
		epub: "sách EPUB",
	},
	milliseconds: (milliseconds: number) => `${Math.round(milliseconds)} ms`,
	seconds: (seconds: number) => `${seconds.toFixed(1).replace(".", ",")} s`,
} as const;
