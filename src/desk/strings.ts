/** Texts of the desk for its start and end, and those of no other part. */
export const strings = {
	readers: "Bạn đọc",
	commentNotice: {
		subject: (count: number) => `${count} ý kiến bạn đọc mới chờ duyệt`,
		text: (count: number, articles: readonly string[], address: string) =>
			`Có ${count} ý kiến mới chờ duyệt, ở các bài:\n\n${articles.join("\n")}\n\nXem và duyệt: ${address}\n`,
	},
	localEditor: "Biên tập viên",
	starting: "Bàn làm việc đang khởi động. Hãy thử lại sau ít giây.",
	notBuiltYet: "Cổng tin đang được dựng lần đầu. Hãy tải lại sau ít phút.",
	badRequest: "Yêu cầu không đọc được.",
	unexpected: "Máy chủ gặp lỗi. Hãy thử lại.",
	firstCommit: {
		name: "Bàn làm việc",
		email: "ban-lam-viec@localhost",
		message: "Nội dung ban đầu",
	},
	madeRepository: (folder: string) => `Thư mục ${folder} chưa có Git nên đã được tạo kho Git riêng.`,
	inUse: (folder: string) => `Thư mục ${folder} đang có một bàn làm việc khác dùng.`,
} as const;
