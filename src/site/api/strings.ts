/** What the API's schema and its page say, in Vietnamese. */
export const strings = {
	concepts: {
		picture: {
			title: "Ảnh đã xử lý",
			description: "Địa chỉ bản lớn nhất, kích thước bằng điểm ảnh và các bản WebP, từ hẹp đến rộng.",
		},
		figure: { title: "Ảnh có mô tả", description: "Ảnh kèm mô tả, chú thích và người chụp." },
		attachment: { title: "Tệp đính kèm", description: "size tính bằng byte." },
		article: {
			title: "Bài viết trong danh sách",
			description: "Phần đầu của bài, không có nội dung. tagSlugs ứng với tags, đã gộp các cách viết.",
		},
		wholeArticle: {
			title: "Bài viết đầy đủ",
			description: "Như bài trong danh sách, thêm nội dung ở dạng Markdown và HTML.",
		},
		withdrawnArticle: {
			title: "Bài đã rút",
			description: "Chỉ còn mã, địa chỉ và lời báo; hãy gỡ bài này khỏi nơi đã dẫn lại.",
		},
		month: {
			title: "Một tháng",
			description: "Mọi bài có địa chỉ trong tháng, bài đăng trước đứng trước.",
		},
		day: { title: "Một ngày", description: "Mọi bài có địa chỉ trong ngày, kèm nội dung." },
		province: {
			title: "Tỉnh, thành phố",
			description: "Một đơn vị trong thời gian tên, cấp và địa giới không đổi; from và to tính cả hai ngày.",
		},
		provinces: { title: "Các tỉnh, thành phố" },
		committee: { title: "Ban, cơ quan" },
		committees: { title: "Các ban, cơ quan" },
		author: { title: "Tác giả", description: "Không có thư điện tử: đó là dữ liệu cá nhân." },
		authors: { title: "Các tác giả" },
		tag: { title: "Từ khóa" },
		tags: { title: "Các từ khóa" },
		page: { title: "Trang cố định" },
		pages: { title: "Các trang cố định" },
		site: { title: "Thông tin chung của trang" },
		index: {
			title: "Mục lục",
			description: "Điểm bắt đầu: phiên bản, địa chỉ của mọi tài liệu và các tháng, tháng cũ đứng trước.",
		},
	},
	/** Fields of an article that the model does not name. */
	fields: {
		id: "Mã bài, không đổi",
		address: "Địa chỉ trên trang này, tính từ gốc",
		image: "Ảnh chính, đã xử lý",
		attachments: "Tệp đính kèm",
		tagSlugs: "Mã của các từ khóa",
	} as Readonly<Record<string, string>>,
	page: {
		title: "Dữ liệu mở",
		description: "Toàn bộ tin bài, danh mục và thông tin chung của trang dưới dạng JSON.",
		intro:
			"Mọi nội dung của trang cũng có ở dạng JSON tĩnh, đủ để dựng một giao diện khác. Không cần khóa, không giới hạn số lần gọi, gọi được từ mọi tên miền.",
		start: "Bắt đầu",
		startBefore: "Đọc ",
		startAfter:
			": tài liệu này ghi phiên bản và địa chỉ của mọi tài liệu khác. Mỗi tài liệu đúng với lược đồ JSON Schema 2020-12 ở ",
		documents: "Các tài liệu",
		document: "Địa chỉ",
		content: "Nội dung",
		rules: "Quy ước",
		rulesList: [
			"Địa chỉ ghi từ gốc, bắt đầu bằng dấu gạch chéo; ghép sau tên miền của trang để có địa chỉ đầy đủ.",
			"Thời điểm luôn kèm múi giờ +07:00, như 2026-11-22T08:30:00+07:00.",
			"Bài nằm ở tháng và ngày trong địa chỉ của nó, không đổi dù ngày đăng được sửa lại.",
			"Tài liệu của tháng đã qua chỉ đổi khi chính bài trong tháng ấy đổi, nên có thể lưu lại lâu dài.",
			"Bài đã rút chỉ còn mã, địa chỉ, thời điểm và lý do; nơi đã dẫn lại cần gỡ theo.",
			"Trường không có giá trị thì không xuất hiện. Trong một dòng, các khóa xếp theo bảng chữ cái.",
		],
		articleFields: "Các trường của bài viết",
		field: "Trường",
		meaning: "Ý nghĩa",
		always: "Luôn có",
		yes: "có",
		no: "không",
		months: "Các tháng có tin",
		monthCount: (count: string) => `${count} bài`,
		noMonths: "Chưa có bài nào.",
		licence: "Sử dụng lại",
		patterns: { month: "/api/<năm>/<tháng>.json", day: "/api/<năm>/<tháng>/<ngày>.json" },
		schema: "Lược đồ của mọi tài liệu",
	},
} as const;
