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
	codeNotWatched: (why: string) =>
		`Không theo dõi được mã nguồn: ${why}. Sau khi sửa mã nguồn, hãy dừng rồi chạy lại.`,
	firstCommit: {
		name: "Bàn làm việc",
		email: "ban-lam-viec@localhost",
		message: "Nội dung ban đầu",
	},
	madeRepository: (folder: string) => `Thư mục ${folder} chưa có Git nên đã được tạo kho Git riêng.`,
	settings: {
		missing: "thiếu",
		notText: "phải là một dòng chữ",
		notGroup: "phải gồm các mục viết thụt vào ở những dòng dưới",
		notAddresses: "phải là danh sách địa chỉ thư điện tử, ít nhất một",
		badAddress: "phải là địa chỉ thư điện tử, như toasoan@tinh.example.vn",
		badServer: "phải có dạng smtps://tên:mật-khẩu@máy-chủ:465",
		badSender: "phải là địa chỉ gửi đi, như Tin Tỉnh <tin@tinh.example.vn>",
		badUrl: "phải là địa chỉ bắt đầu bằng https:// hoặc http://",
		unknown: (names: readonly string[]) => `không có mục “${names.join("”, “")}”`,
		unreadable: "không đọc được vì viết chưa đúng cách của YAML",
		remedy: "hãy sửa theo mẫu trong docs/desk.md",
	},
	inUse: (folder: string) => `Thư mục ${folder} đang có một bàn làm việc khác dùng.`,
} as const;
