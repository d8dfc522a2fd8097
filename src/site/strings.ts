import { formatNumber } from "../text/index.ts";

/** What the site says to its readers. */
export const strings = {
	skipLink: "Đến nội dung chính",
	home: "Trang chủ",
	menu: "Thực đơn",
	mainMenu: "Thực đơn chính",
	breadcrumb: "Vị trí bài viết",
	search: "Tìm kiếm",
	searchLabel: "Tìm trên trang này",
	searchPlaceholder: "Tìm tin, người, địa danh",
	externalLink: "mở trang khác",

	articles: (count: number) => `${formatNumber(count)} bài`,

	/** Before the last of several names. */
	lastOfSeveral: " và ",
	article: {
		updated: "Cập nhật",
		readingTime: (minutes: number) => `${minutes} phút đọc`,
		lead: "Tóm tắt",
		expired: (day: string) => `Nội dung bài này đã hết hiệu lực từ ngày ${day}.`,
		source: "Nguồn",
		author: "Tác giả",
		photo: "Ảnh",
		keywords: "Từ khóa",
		committee: "Cơ quan",
		province: "Địa phương",
		nameNow: { renamed: "nay là", partOf: "nay thuộc" },
		attachments: "Tệp đính kèm",
		related: "Tin liên quan",
		others: "Các tin khác",
		newer: "Mới hơn",
		older: "Cũ hơn",
		byDay: "Xem tin theo ngày",
		ofDay: (day: string) => `Tin ngày ${day}`,
		ofMonth: (month: string) => `Tin tháng ${month}`,
	},

	tools: {
		label: "Chia sẻ và hiển thị bài viết",
		share: "Chia sẻ",
		mail: "Gửi cho bạn bè",
		mailBody: (title: string, url: string) => `Mời bạn đọc bài “${title}”:\n${url}`,
		zalo: "Zalo",
		facebook: "Facebook",
		copy: "Chép liên kết",
		copied: "Đã chép liên kết",
		copyFailed: "Không chép được; hãy chép từ thanh địa chỉ",
		print: "In bài",
		fontSize: "Cỡ chữ",
		smaller: "Chữ nhỏ hơn",
		larger: "Chữ lớn hơn",
		smallerSign: "A−",
		largerSign: "A+",
	},

	withdrawn: {
		title: "Bài viết đã được rút",
		text: (published: string, withdrawn: string) =>
			`Bài đăng ngày ${published} đã được rút khỏi trang từ ${withdrawn}.`,
		reason: "Lý do",
		next: "Bạn có thể xem tiếp",
	},

	homePage: {
		featured: "Tin nổi bật",
		latest: "Tin mới",
		allLatest: "Xem tất cả tin mới",
		committees: "Tin các ban",
		allOf: (name: string) => `Tất cả tin của ${name}`,
		provinces: "Tin theo tỉnh, thành phố",
		photoStories: "Phóng sự ảnh",
		pictures: (count: number) => `${count} ảnh`,
		calendar: "Xem tin theo ngày",
		archive: "Mở kho lưu trữ",
		empty: "Trang chưa có bài nào. Bài đầu tiên sẽ hiện ở đây ngay sau khi được đăng.",
	},

	list: {
		page: (number: number) => `Trang ${number}`,
		navigation: "Chuyển trang",
		newer: "Tin mới hơn",
		older: "Tin cũ hơn",
		newest: "Về tin mới nhất",
		empty: "Chưa có bài nào trong mục này.",
		predecessorsOf: "Tin của",
		latestTitle: "Tin mới",
		latestDescription: (site: string) => `Tin, bài mới nhất trên ${site}.`,
		description: (heading: string, site: string) => `Tin, bài về ${heading} trên ${site}.`,
		pageDescription: (heading: string, number: number, site: string) =>
			`${heading}, trang ${number} tính từ bài cũ nhất, trên ${site}.`,
	},

	about: {
		synonyms: "Còn viết là",
		penName: (name: string) => `Bút danh của ${name}`,
		level: "Cấp",
		province: "Địa phương",
		active: "Hoạt động",
		since: (day: string) => `từ ngày ${day}`,
		until: (day: string) => `đến ngày ${day}`,
		period: (from: string, to: string) => `từ ngày ${from} đến ngày ${to}`,
		successor: "Cơ quan kế tục",
		formerNames: "Tên trước đây",
		predecessors: "Tiền thân",
		history: "Các thời kỳ",
		byAct: (act: string) => `theo ${act}`,
		resolution: (act: string) => `Nghị quyết ${act}`,
		nowPartOf: "Nay thuộc",
		gathers: "Trang này gồm cả tin của các đơn vị tiền thân",
	},

	calendar: {
		weekdays: [
			{ short: "T2", long: "Thứ Hai" },
			{ short: "T3", long: "Thứ Ba" },
			{ short: "T4", long: "Thứ Tư" },
			{ short: "T5", long: "Thứ Năm" },
			{ short: "T6", long: "Thứ Sáu" },
			{ short: "T7", long: "Thứ Bảy" },
			{ short: "CN", long: "Chủ Nhật" },
		],
		navigation: "Chuyển tháng",
		previous: "Tháng trước có tin",
		next: "Tháng sau có tin",
		day: "Ngày",
		count: (count: number) => `${formatNumber(count)} bài`,
	},

	day: {
		title: (day: string) => `Tin ngày ${day}`,
		description: (count: number, titles: string) => `${formatNumber(count)} bài: ${titles}`,
		navigation: "Chuyển ngày",
		previous: "Ngày trước",
		next: "Ngày sau",
		empty: "Ngày này không có tin. Hãy chọn một ngày khác.",
	},

	month: {
		title: (month: string) => `Tin tháng ${month}`,
		total: (count: number) => `${formatNumber(count)} bài trong tháng`,
		description: (count: number, month: string, site: string) =>
			`${formatNumber(count)} bài của ${month.toLowerCase()} trên ${site}, xếp theo ngày.`,
		empty: "Tháng này không có tin.",
	},

	year: {
		title: (year: string) => `Tin năm ${year}`,
		navigation: "Chuyển năm",
		total: (count: number) => `${formatNumber(count)} bài trong năm`,
		description: (count: number, year: string, site: string) =>
			`${formatNumber(count)} bài của năm ${year} trên ${site}, xếp theo tháng.`,
		year: (year: string) => `Năm ${year}`,
		more: (count: number, month: number) => `Xem cả ${formatNumber(count)} bài của tháng ${month}`,
	},

	archive: {
		title: "Lưu trữ",
		description: "Toàn bộ tin, bài theo năm và tháng.",
		total: (count: number, first: string, last: string) =>
			first === last
				? `${formatNumber(count)} bài trong năm ${first}`
				: `${formatNumber(count)} bài từ năm ${first} đến năm ${last}`,
		caption: "Số bài theo năm và tháng; ô càng đậm, tháng càng nhiều bài",
		year: "Năm",
		sum: "Cả năm",
		monthShort: (month: number) => `Th${month}`,
		monthLong: (month: number) => `Tháng ${month}`,
		noNews: "không có bài",
		legend: "Số bài trong tháng",
		empty: "Kho lưu trữ còn trống. Bài đầu tiên sẽ hiện ở đây ngay sau khi được đăng.",
	},

	searchPage: {
		title: "Tìm kiếm",
		description: "Tìm trong toàn bộ tin, bài đã đăng.",
		submit: "Tìm",
		hint: "Gõ có dấu hay không dấu đều được.",
		results: "Kết quả tìm kiếm",
		filters: "Lọc và sắp xếp",
		year: "Năm",
		any: "Tất cả",
		sort: "Xếp theo",
		byRelevance: "Sát nhất",
		byDate: "Mới nhất",
		withoutScript:
			"Trình duyệt này không chạy JavaScript nên chưa tìm được theo từ. Bạn vẫn có thể tìm theo:",
	},

	archiveSearch: {
		title: "Tìm trong kho lưu trữ",
		description: "Tìm theo năm, tháng, địa phương, cơ quan, tác giả và từ khóa.",
		within: (part: string) => `Tìm trong ${part}`,
		everything: "toàn bộ kho tin",
		ofYear: (year: string) => `tin năm ${year}`,
		ofMonth: (month: string) => `tin ${month.toLowerCase()}`,
		ofDay: (day: string) => `tin ngày ${day}`,
		ofTag: (tag: string) => `tin có từ khóa “${tag}”`,
		ofAuthor: (author: string) => `bài của ${author}`,
		ofCommittee: (committee: string) => `tin của ${committee}`,
		ofProvince: (province: string) => `tin ${province}`,
		words: "Từ cần tìm trong kho lưu trữ",
		hint: "Đặt cụm từ trong ngoặc kép để tìm đúng nguyên cụm: “dân vận khéo”.",
		yearsAndOrder: "Khoảng năm và cách sắp xếp",
		from: "Từ năm",
		to: "Đến năm",
	},

	notFound: {
		title: "Không tìm thấy trang",
		text: "Địa chỉ này không có trang nào. Có thể liên kết đã cũ hoặc bị gõ sai.",
		next: "Hãy thử tìm bằng vài từ trong tiêu đề, hoặc mở kho lưu trữ theo ngày đăng.",
		latest: "Tin mới nhất",
	},

	redirect: {
		title: "Trang đã chuyển địa chỉ",
		text: "Trang đã chuyển sang địa chỉ mới:",
	},

	fixedPage: {
		updated: (day: string) => `Cập nhật ngày ${day}`,
	},

	footer: {
		label: "Thông tin về trang",
		organisation: "Cơ quan chủ quản",
		responsible: "Chịu trách nhiệm nội dung",
		address: "Địa chỉ",
		phone: "Điện thoại",
		email: "Thư điện tử",
		pages: "Về chúng tôi",
		contact: "Liên hệ",
		read: "Theo dõi và tra cứu",
		atom: "Nguồn tin Atom",
		jsonFeed: "Nguồn tin JSON",
		archive: "Kho lưu trữ",
		latest: "Tin mới",
		banners: "Liên kết",
		trustBadge: "Chứng nhận Tín nhiệm mạng",
		takeAlong: "Mang cả kho tin theo: tải về, đọc không cần mạng",
	},
} as const;
