/** What the API's schema says, in Vietnamese. */
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
			title: "Bài đã gỡ",
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
		site: { title: "Thông tin chung của cổng tin" },
		officialDocument: {
			title: "Văn bản",
			description: "files là các tệp, size tính bằng byte; không có title là toàn văn.",
		},
		event: { title: "Sự kiện" },
		events: { title: "Các sự kiện" },
		schedule: { title: "Lịch một tuần", description: "calendar là địa chỉ tệp .ics." },
		schedules: { title: "Lịch công tác, tiếp công dân của một năm" },
		unit: { title: "Đơn vị trong cơ quan" },
		units: { title: "Các đơn vị trong cơ quan" },
		person: { title: "Lãnh đạo, cán bộ", description: "posts gồm cả chức vụ đã thôi giữ." },
		people: { title: "Lãnh đạo, cán bộ các thời kỳ" },
		question: {
			title: "Câu hỏi và trả lời",
			description: "answer ở dạng Markdown, html là câu trả lời ở dạng HTML.",
		},
		questions: { title: "Hỏi đáp" },
		banner: { title: "Biểu ngữ" },
		banners: { title: "Các biểu ngữ đang hiện" },
		officialDocuments: { title: "Các văn bản của một năm" },
		index: {
			title: "Mục lục",
			description: "Điểm bắt đầu: phiên bản, địa chỉ của mọi tài liệu và các tháng, tháng cũ đứng trước.",
		},
	},
	/** Fields of an article that the model does not name. */
	fields: {
		id: "Mã bài, không đổi",
		address: "Địa chỉ trên cổng tin này, tính từ gốc",
		image: "Ảnh chính, đã xử lý",
		attachments: "Tệp đính kèm",
		tagSlugs: "Mã của các từ khóa",
	} as Readonly<Record<string, string>>,
} as const;
