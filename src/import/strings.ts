/** What the importer says, and the few words that it writes into content. */
export const strings = {
	anonymous: "Khuyết danh",
	site: {
		name: "Cổng tin nhập",
		description: "Các bài viết được nhập từ nguồn cũ.",
		url: "https://example.vn",
		organisation: "Cổng tin nhập",
	},
	forms: {
		jsonLines: "JSON Lines, có nén gzip hay không: mỗi dòng một bài",
		plainTextPage: "chữ thuần chép từ trang bài viết (.txt), một tệp hoặc cả thư mục",
	},
	noSuchForm: (name: string, forms: readonly string[]) =>
		`Không có dạng nguồn “${name}”; các dạng: ${forms.join(", ")}.`,
	unknownForm: (path: string, forms: readonly string[]) =>
		`Không nhận ra dạng của nguồn “${path}”; hãy nêu bằng --from một trong: ${forms.join(", ")}.`,
	noSuchSource: (path: string) => `Không tìm thấy tệp “${path}”.`,
	sourceIsFolder: (path: string) => `“${path}” là thư mục; cần một tệp JSON Lines.`,
	brokenArchive: (path: string, line: number) => `Tệp nén “${path}” bị hỏng sau dòng ${line}.`,
	leadStandsOnce: "Sapo lặp lại ở đầu nội dung: chỉ giữ một lần",
	leadGuessed: "Đoạn đầu ngắn nên được lấy làm sapo",
	sourceMark: (mark: string) => `Dấu nguồn “${mark}” ở đầu sapo chuyển vào mục Nguồn`,
	titleGuessed: (count: number) => `Có ${count} dòng phía trên ngày; lấy dòng gần nhất làm tiêu đề`,
	headingGuessed: (text: string) => `Dòng “${text}” được coi là tiêu đề phụ`,
	loneLine: (text: string) => `Dòng “${text}” có thể là chú thích ảnh hoặc tiêu đề phụ; để nguyên thành đoạn`,
	captionParted: (caption: string) => `Tách chú thích dính liền vào đoạn: “${caption}”`,
	sentencesParted: (place: string) => `Tách chữ dính sau dấu câu: “…${place}…”`,
	converted: (encoding: string) => `Chuyển mã ${encoding} sang Unicode`,
	encodingGuessed: (encoding: string) => `Mã chữ được đoán là ${encoding}`,
	notJson: "không phải JSON hợp lệ",
	notAnObject: "không phải một đối tượng JSON",
	noTitle: "không có tiêu đề từ 5 ký tự trở lên",
	noBody: "không có nội dung",
	tooLarge: (bytes: number) => `dài ${bytes} byte, quá giới hạn của một bài`,
	place: (position: number, id: string) => (id === "" ? `dòng ${position}` : `dòng ${position} (${id})`),
	mendedForm: "Unicode dựng sẵn",
	mendedCharacters: "ký tự ẩn, khoảng trắng lạ hoặc chữ đ gõ sai",
	progress: "Nhập bài",
	reportTitle: (source: string) => `# Kết quả nhập từ ${source}`,
	summary: (counts: {
		read: string;
		taken: string;
		written: string;
		unchanged: string;
		leftAlone: string;
		refused: string;
		authors: string;
	}) =>
		`Đọc ${counts.read} bài: nhận ${counts.taken} (mới ${counts.written}, có sẵn ${counts.unchanged}), thêm ${counts.authors} tác giả, để nguyên ${counts.leftAlone} tệp đã sửa, không nhận ${counts.refused}.`,
	unusedFields: "Trường của nguồn không có chỗ trong nội dung (số bài)",
	notes: {
		refused: "Không nhận",
		leftAlone: "Tệp có sẵn với nội dung khác nên để nguyên",
		unreadableDate: "Ngày không đọc được; coi như không ngày",
		longTitle: "Tiêu đề quá dài; cắt bớt, nguyên văn đứng đầu nội dung",
		longSummary: "Sapo quá dài; chuyển thành đoạn đầu của nội dung",
		summaryAsBody: "Chỉ có sapo; dùng làm nội dung",
		longByLine: "Tên tác giả quá dài; giữ nguyên văn ở cuối nội dung",
		tagLeftOut: "Từ khóa hoặc chuyên mục không dùng được",
		linkLeftOut: "Đường dẫn bài gốc không dùng được",
		renamed: "Trùng tên tệp trong ngày; thêm số vào sau",
		entities: "Giải mã ký hiệu HTML",
		mended: "Sửa mã chữ",
		pictures: "Ảnh ở xa, không tải về",
		captions: "Chú thích của ảnh không có; giữ thành dòng nghiêng cuối nội dung",
		undated: "Không có ngày; đặt theo quy tắc",
	},
} as const;
