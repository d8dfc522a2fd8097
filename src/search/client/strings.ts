import { formatNumber } from "../../text/index.ts";

/** What the search says to readers. */
export const strings = {
	loading: "Đang tìm…",
	empty: (text: string) => `Không tìm thấy bài nào cho “${text}”.`,
	emptyFilters: "Không có bài nào trong phần đã chọn.",
	emptyAdvice: "Hãy thử ít chữ hơn, gõ cả từ thay vì viết tắt, hoặc mở kho lưu trữ theo ngày đăng.",
	emptyFilteredAdvice: "Đang lọc kết quả: hãy bỏ bớt bộ lọc, hoặc thử ít chữ hơn.",
	withoutFilters: "Bỏ hết bộ lọc",
	archive: "Mở kho lưu trữ",
	found: (count: number) => `Tìm thấy ${formatNumber(count)} bài`,
	onPage: (page: number, pages: number) => `, trang ${page}/${formatNumber(pages)}`,
	pageTitle: (text: string, title: string) => `“${text}” – ${title}`,
	understoodAs: (text: string) => `Hiểu là “${text}”.`,
	didYouMean: "Có phải bạn tìm ",
	countOf: (count: number) => ` (${formatNumber(count)} bài)`,
	failed: "Không tải được dữ liệu tìm kiếm. Hãy kiểm tra kết nối mạng rồi thử lại.",
	failedInPart: "Một phần dữ liệu chưa tải được nên có thể còn thiếu bài.",
	retry: "Thử lại",
	remove: (label: string) => `Bỏ lọc ${label}`,
	pages: "Trang kết quả",
	previous: "Trang trước",
	next: "Trang sau",

	deeper: "Tìm kỹ hơn trong kho lưu trữ",
	deeperHint: "Lọc theo tháng, tác giả, từ khóa; tìm đúng nguyên cụm từ.",
	from: "Từ năm",
	to: "Đến năm",
	search: "Tìm",

	filter: {
		year: "Năm",
		month: "Tháng",
		day: "Ngày",
		province: "Địa phương",
		committee: "Cơ quan",
		author: "Tác giả",
		tag: "Từ khóa",
	},
	any: "Tất cả",
	moreFilters: "Lọc theo tháng, địa phương, cơ quan, tác giả, từ khóa",
	foundInYears: (count: number, from: string, to: string) =>
		from === to
			? `Tìm thấy ${formatNumber(count)} bài trong năm ${from}`
			: `Tìm thấy ${formatNumber(count)} bài từ năm ${from} đến năm ${to}`,
	older: (before: string) => `Tìm cả các năm trước ${before}`,
	more: "Xem thêm kết quả",
	failedPeriods: (periods: readonly string[]) =>
		`Chưa tải được hết dữ liệu của ${periods.join(", ")} nên có thể còn thiếu bài.`,
	periodName: (period: string) => {
		const [year, month, day] = period.split("-");
		if (month === undefined) return `năm ${year}`;
		return day === undefined
			? `tháng ${Number(month)}/${year}`
			: `từ ngày ${Number(day)}/${Number(month)}/${year}`;
	},
	textsMissing: (count: number) => `Chưa tải được ${formatNumber(count)} bài trong số này.`,
	everywhere: "Tìm trong toàn bộ tin",
} as const;

/** What suggestions say, apart from all else, so that the field's script stays small. */
export const suggestionStrings = {
	label: "Gợi ý",
	kinds: { article: "", tag: "Từ khóa", committee: "Cơ quan", author: "Tác giả" },
	count: (count: number) =>
		count === 0 ? "Không có gợi ý." : `${count} gợi ý, dùng phím mũi tên lên, xuống để chọn.`,
} as const;
