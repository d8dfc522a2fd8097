/** What the benchmark of the voice says. */
export const strings = {
	summary: "Đo việc đếm lượt xem: tín hiệu qua mạng nội bộ của máy, và nhật ký của máy chủ web.",
	details:
		"Gửi đều 2.000 tín hiệu mỗi giây, rồi tắt máy chủ bằng SIGKILL và đếm những gì còn lại; sau đó đếm một nhật ký một triệu dòng.",
	options: {
		seconds: "Số giây gửi tín hiệu",
		json: "Ghi kết quả ra tệp",
	},
	sending: "Đang gửi tín hiệu…",
	counting: "Đang đếm nhật ký…",
	headings: ["Việc", "Kết quả"],
	sent: "Tín hiệu đã gửi",
	acknowledged: "Được xác nhận",
	kept: "Còn lại sau SIGKILL",
	refused: "Bị từ chối hoặc không có trả lời",
	answers: "Thời gian trả lời, tính từ lúc đến hạn gửi (ms): 50 %, 97,5 %, 99 %, chậm nhất",
	cpu: "CPU của máy chủ cho một tín hiệu (ms)",
	log: "Nhật ký một triệu dòng: giây, giây CPU, bộ nhớ nhiều nhất",
} as const;
