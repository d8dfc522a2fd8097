import { quoted } from "../text/index.ts";

/** What the importer says, and the few words that it writes into content. */

/** What other programs' files have to be saved as. */
const savedAs = {
	table: "đây là bảng tính; hãy lưu thành CSV (UTF-8) rồi nhập tệp ấy",
	pdf: "đây là tệp PDF; hãy mở bằng Word, xem lại chữ rồi lưu thành .docx, hoặc tìm bản Word gốc",
	text: "đây là văn bản của phần mềm khác; hãy mở bằng phần mềm đã tạo ra nó và lưu thành .docx",
	letter: "đây là thư điện tử; hãy mở thư, lưu tệp đính kèm hoặc lưu phần chữ của thư thành .docx hay .txt",
	empty: "tệp rỗng; hãy sao chép hoặc xuất lại tệp nguồn",
	book: "đây là sách điện tử EPUB; hãy đổi đuôi tệp thành .zip, giải nén rồi nêu thư mục vừa giải nén",
	database:
		"đây là tệp của phần mềm cơ sở dữ liệu; hãy xuất ra .sql (bản sao lưu MySQL, Generate Scripts của SQL Server) hoặc ra CSV",
	archive: "đây là tệp nén; hãy giải nén rồi nêu tệp hoặc thư mục ở bên trong",
	picture: "đây là ảnh, phim hoặc âm thanh, không phải bài viết; nêu thư mục ảnh bằng --media",
} as const;

export const strings = {
	anonymous: "Không ghi tác giả",
	site: {
		name: "Cổng tin nhập",
		description: "Các bài viết được nhập từ nguồn cũ.",
		url: "https://example.vn",
		organisation: "Cổng tin nhập",
	},
	forms: {
		jsonLines: "JSON Lines, có nén gzip hay không: mỗi dòng một bài",
		plainTextPage: "chữ thuần sao chép từ trang bài viết (.txt), một tệp hoặc cả thư mục",
	},
	noSuchForm: (name: string, forms: readonly string[]) =>
		`Không có dạng nguồn “${name}”; các dạng: ${forms.join(", ")}.`,
	unknownForm: (path: string, forms: readonly string[]) =>
		`Không nhận ra dạng của nguồn “${path}”; hãy nêu bằng --from một trong: ${forms.join(", ")}.`,
	notRead: (path: string, kind: keyof typeof savedAs) => `Không đọc được “${path}”: ${savedAs[kind]}.`,
	savedAs,
	noSuchSource: (path: string) => `Không tìm thấy tệp “${path}”.`,
	sourceIsFolder: (path: string) => `“${path}” là thư mục; cần một tệp JSON Lines.`,
	brokenArchive: (path: string, line: number) => `Tệp nén “${path}” bị hỏng sau dòng ${line}.`,
	leadStandsOnce: "Sapo lặp lại ở đầu nội dung: chỉ giữ một lần",
	leadGuessed: "Đoạn đầu ngắn nên được lấy làm sapo",
	sourceMark: (mark: string) => `Dấu nguồn “${mark}” ở đầu sapo chuyển vào mục Nguồn`,
	titleGuessed: (count: number) => `Có ${count} dòng phía trên ngày; lấy dòng gần nhất làm tiêu đề`,
	headingGuessed: (text: string) => `Dòng ${quoted(text)} được coi là tiêu đề phụ`,
	loneLine: (text: string) =>
		`Dòng ${quoted(text)} có thể là chú thích ảnh hoặc tiêu đề phụ; để nguyên thành đoạn`,
	captionParted: (caption: string) => `Tách chú thích dính liền vào đoạn: ${quoted(caption)}`,
	sentencesParted: (place: string) => `Tách chữ dính sau dấu câu: “…${place}…”`,
	converted: (encoding: string) => `Chuyển mã ${encoding} sang Unicode`,
	encodingGuessed: (encoding: string) => `Mã chữ được đoán là ${encoding}`,
	lineTooLong: (bytes: number) => `dòng dài hơn ${Math.round(bytes / 1_000_000)} MB`,
	notJson: "không phải JSON hợp lệ",
	notAnObject: "không phải một đối tượng JSON",
	noTitle: "không có tiêu đề từ 5 ký tự trở lên",
	noBody: "không có nội dung",
	tooLarge: (bytes: number) => `dài ${bytes} byte, quá giới hạn của một bài`,
	place: (position: number, id: string) => (id === "" ? `mục ${position}` : `mục ${position} (${id})`),
	repairedForm: (count: number) => `đưa ${count} dấu rời về Unicode dựng sẵn`,
	repairedEths: (count: number) => `sửa ${count} chữ ð thành đ`,
	repairedInvisible: (count: number) => `bỏ ${count} ký tự ẩn`,
	repairedCharacters: "khoảng trắng lạ hoặc ký tự điều khiển",
	convertedLines: (encoding: string, lines: number) => `${encoding}: ${lines} dòng`,
	andMore: (count: number) => `và ${count} chỗ nữa`,
	noFileType: "không phải ảnh hay văn bản dùng được",
	notAtHand: "không có trong nguồn",
	emptyFile: "tệp rỗng",
	unreadableFile: (reason: string) => `không đọc được: ${reason}`,
	badTable: (path: string, reason: string) => `Bảng “${path}” không đọc được: ${reason}.`,
	badCategory: (category: string) =>
		`chuyên mục “${category}” cần một từ khóa, hoặc {tags, committee, province}, hoặc “bỏ”`,
	progress: "Nhập bài",
	notAnAuthor: (address: string) => `tác giả “${address}”: là địa chỉ, không phải tên người`,
	summary: (counts: {
		read: string;
		taken: string;
		written: string;
		updated: string;
		unchanged: string;
		leftAlone: string;
		refused: string;
		authors: string;
		records: string;
	}) =>
		`Đọc ${counts.read} bài: nhận ${counts.taken} (mới ${counts.written}, nguồn đã đổi ${counts.updated}, có sẵn ${counts.unchanged}), thêm ${counts.authors} tác giả, để nguyên ${counts.leftAlone} tệp đã sửa, không nhận ${counts.refused}.${counts.records === "0" ? "" : ` Văn bản, sự kiện, lịch, tổ chức, hỏi đáp, biểu ngữ: ${counts.records} mục.`}`,
	categoryLeftOut: "thuộc chuyên mục được bỏ theo bảng chuyên mục",
	beyondMeasure: "nội dung lồng nhau hoặc lặp quá mức",
	sameStory: (file: string, share: number) => `${file} (giống khoảng ${Math.round(share * 100)} %)`,
	proposal: (field: string, name: string, evidence: string) => {
		const fields: Readonly<Record<string, string>> = {
			province: "Tỉnh, thành phố",
			committee: "Ban, cơ quan",
			tags: "Từ khóa",
		};
		return `${fields[field] ?? field}: ${name} (căn cứ: ${evidence})`;
	},
	report: {
		title: "Kết quả nhập bài",
		read: "mục trong nguồn",
		written: "bài mới",
		updated: "nguồn đã đổi, ghi lại",
		unchanged: "có sẵn, không đổi",
		leftAlone: "để nguyên vì đã sửa",
		refused: "không nhận",
		authors: "tác giả mới",
		overview: "Những điều cần biết",
		showKind: "Chỉ hiện",
		allKinds: "mọi bài trên trang này",
		hideDone: "Ẩn bài đã xem",
		doneOf: "Đã xem {done}/{all} bài trên trang này",
		howTo:
			"Bài cần người xem đứng trước. Xem xong bài nào thì đánh dấu bài ấy; trình duyệt này nhớ giúp. Sửa bài trong trình soạn bài: lần nhập sau không ghi đè lên bài đã sửa.",
		done: "Đã xem",
		levels: { hard: "Cần xem kỹ", look: "Nên xem", fine: "Ổn" },
		onPreview: "xem trên trang (khi npm start đang chạy)",
		compare: "So với nguồn",
		before: "Trong nguồn",
		after: "Sau khi nhập",
		pages: "Các trang của báo cáo",
		sure: (confidence: number) => `chắc ${Math.round(confidence * 100)} %`,
	},
	unusedFields: "Trường của nguồn không có chỗ trong nội dung (số bài)",
	notes: {
		refused: "Không nhận",
		leftAlone: "Tệp có sẵn với nội dung khác nên để nguyên",
		edited: "Biên tập đã sửa sau lần nhập trước nên để nguyên",
		unreadableDate: "Ngày không đọc được; coi như không ngày",
		wrongWeekday: "Thứ trong tuần không khớp với ngày",
		nearDuplicate: "Gần giống một bài khác",
		doubt: "Chưa chắc",
		proposal: "Gợi ý chưa đủ chắc nên chưa điền",
		deadLink: "Liên kết tới trang cũ không có trong các bài đã nhập",
		longTitle: "Tiêu đề quá dài; cắt bớt, nguyên văn đứng đầu nội dung",
		longSummary: "Sapo quá dài; chuyển thành đoạn đầu của nội dung",
		summaryAsBody: "Chỉ có sapo; dùng làm nội dung",
		longByLine: "Tên tác giả quá dài; giữ nguyên văn ở cuối nội dung",
		byLine: "Dòng ký tên được tách: tác giả, nguồn, người chụp ảnh",
		fieldLeftOut: "Trường không dùng được",
		tagLeftOut: "Từ khóa hoặc chuyên mục không dùng được",
		linkLeftOut: "Đường dẫn không dùng được",
		converted: "Chuyển mã chữ cũ",
		parted: "Tách chữ dính liền",
		renamed: "Trùng tên tệp trong ngày; thêm số vào sau",
		entities: "Giải mã ký hiệu HTML",
		leadOnce: "Sapo lặp lại ở đầu nội dung; giữ một lần",
		sourceRepaired: "Đã sửa khi đọc nguồn",
		repaired: "Sửa mã chữ",
		pictures: "Ảnh hoặc tệp không có",
		captions: "Chú thích của ảnh không có; giữ thành dòng nghiêng cuối nội dung",
		proposed: "Đã điền theo gợi ý",
		furniture: "Phần khung trang được bỏ ra",
		undated: "Không có ngày; đặt theo quy tắc",
	},
} as const;
