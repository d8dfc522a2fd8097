import { quoted } from "../text/index.ts";
/** What the content module says, in the editors' language. A problem is a message and a remedy, without full stops. */

import type { MeantBySigns } from "./markdown/references.ts";

export interface Wording {
	readonly message: string;
	readonly remedy: string;
}

function meant(suggestion: string | undefined): string {
	return suggestion === undefined ? "" : ` – có phải bạn muốn viết \`${suggestion}\`?`;
}

/** The parser's English reasons that editors meet, in Vietnamese. */
const yamlReasons: readonly (readonly [RegExp, string])[] = [
	[/duplicated mapping key/, "một trường được viết hai lần"],
	[/alias|anchor/, "dấu & và * ở đầu giá trị không được dùng"],
	[/unknown .* tag|tag |undeclared tag|TAG directive/, "dấu ! ở đầu giá trị không được dùng"],
	[
		/bad indentation|deficient indentation/,
		"thụt dòng sai, hoặc giá trị có dấu hai chấm mà không nằm trong dấu ngoặc kép",
	],
	[/quoted scalar/, "thiếu dấu ngoặc kép đóng"],
	[/tab characters|tabs/, "thụt dòng bằng phím Tab"],
	[
		/multiline key|implicit key|after a mapping key/,
		"một dòng không có dạng `tên: giá trị`, hoặc thiếu dấu hai chấm",
	],
	[/whitespace character is expected/, "thiếu khoảng trắng sau dấu hai chấm"],
	[/line break is expected|end of the stream or a document separator/, "có chữ thừa sau giá trị"],
	[/flow collection|missed comma/, "danh sách trong ngoặc vuông thiếu dấu phẩy hoặc ngoặc đóng"],
	[/node content/, "giá trị bắt đầu bằng một dấu mà YAML dùng vào việc khác (@, `, %, ], }, ,)"],
	[/escape sequence|hexadecimal/, "dấu \\ trong ngoặc kép không đúng; hãy dùng ngoặc đơn, hoặc viết \\\\"],
	[/non-printable|valid JSON character|null byte/, "có ký tự điều khiển không hiện ra"],
	[/block scalar|chomping|indentation width/, "dấu | hoặc > ở đầu giá trị viết không đúng"],
	[/maxDepth/, "các mục lồng nhau quá sâu"],
	[/complex keys/, "không dùng được dấu ? ở đầu dòng"],
	[/directive|%YAML|YAML version|document/, "dấu % hoặc --- đứng sai chỗ"],
	[/expected a mapping/, "không có dòng nào dạng `tên: giá trị`"],
	[/front matter in a language/, "không phải YAML"],
];

/** What keeps YAML from being read, in Vietnamese. @param reason the parser's own words */
export function yamlReason(reason: string): string {
	return yamlReasons.find(([pattern]) => pattern.test(reason))?.[1] ?? `YAML viết sai (${reason})`;
}

export const strings = {
	remedy: "Cách sửa",
	warning: "Lưu ý",
	more: (count: number) => `… và ${count} vấn đề nữa trong tệp này.`,
	countOfWarnings: (count: number) => `${count} chỗ nên xem lại (không cản việc dựng trang).`,
	moreWarnings: (count: number) => `… và ${count} chỗ nữa.`,
	count: (problems: number, files: number) =>
		problems === 0 ? "Không có vấn đề nào." : `${problems} vấn đề trong ${files} tệp.`,
	reading: "Đọc nội dung",

	// Files
	directoryMissing: (directory: string): Wording => ({
		message: `không có thư mục nội dung ${directory}`,
		remedy: "tạo thư mục này, hoặc chỉ thư mục khác bằng --content",
	}),
	siteMissing: {
		message: "không có tệp cài đặt của cổng tin",
		remedy: "tạo tệp site.yml trong thư mục nội dung, với name, description, url và organisation",
	},
	unreadable: (reason: string): Wording => ({
		message: `không đọc được tệp (${reason})`,
		remedy: "kiểm tra quyền đọc của tệp",
	}),
	symbolicLink: {
		message: "là liên kết tượng trưng ra ngoài thư mục nội dung, tới một thư mục, hoặc không tới đâu",
		remedy: "thay liên kết bằng chính tệp đó",
	},
	tooLarge: (bytes: number, limit: number): Wording => ({
		message: `quá lớn: ${Math.ceil(bytes / 1_000_000)} MB, nhiều nhất ${limit / 1_000_000} MB`,
		remedy: "tách thành nhiều bài; ảnh và tài liệu để thành tệp riêng",
	}),
	notUtf8: {
		message: "không phải văn bản UTF-8",
		remedy: "lưu lại tệp với bảng mã UTF-8",
	},
	misplaced: {
		message: "nằm sai chỗ nên sẽ không bao giờ lên trang",
		remedy:
			"bài viết đặt ở articles/<năm>/<tháng>/<ngày>-<tên>.md, trang cố định ở pages/, dữ liệu ở authors/, committees/, tags/, official-documents/",
	},
	moveTo: (path: string): Wording => ({
		message: "nằm sai chỗ nên sẽ không bao giờ lên trang",
		remedy: `chuyển thành ${path}`,
	}),
	moveToTaken: (taken: string): Wording => ({
		message: "nằm sai chỗ nên sẽ không bao giờ lên trang",
		remedy: `tệp ${taken} đã có: nếu là cùng một nội dung thì so hai tệp và xóa một; nếu là nội dung khác thì chuyển sang đó với một tên chưa có`,
	}),
	dayMissing: (name: string): Wording => ({
		message: "tên tệp của bài phải bắt đầu bằng ngày đăng gồm hai chữ số",
		remedy: `thêm ngày, như 22-${name}; tệp không phải bài viết thì chuyển ra ngoài thư mục nội dung`,
	}),
	leftBehind: {
		message: "là tệp tạm của Word, Excel hoặc macOS, không phải nội dung",
		remedy: "xóa tệp này",
	},
	wrongArticleDay: {
		message: "năm, tháng hoặc ngày trong đường dẫn không có thật",
		remedy:
			"đặt tệp ở articles/<năm>/<tháng>/<ngày>-<tên>.md với một ngày có thật, như 2026/11/22-ten-bai.md",
	},
	wrongName: (suggestion: string): Wording => ({
		message: "tên tệp chỉ được gồm chữ thường không dấu, chữ số và dấu gạch nối",
		remedy: `đổi tên thành ${suggestion}`,
	}),
	wrongNameTaken: (taken: string, free: string): Wording => ({
		message: "tên tệp chỉ được gồm chữ thường không dấu, chữ số và dấu gạch nối",
		remedy: `tệp ${taken} đã có: nếu là cùng một bài thì so hai tệp và xóa một; nếu là bài khác thì đổi tên thành ${free}`,
	}),
	wrongEnding: (name: string): Wording => ({
		message: "đuôi tệp không đúng nên tệp sẽ không bao giờ lên trang",
		remedy: `đổi tên thành ${name} (trên Windows: bật “Phần mở rộng tên tệp” để thấy đuôi thật)`,
	}),
	conflictCopy: (original: string): Wording => ({
		message: `có vẻ là bản sao của ${original}, do chương trình đồng bộ hoặc việc sao chép tạo ra`,
		remedy: `so với ${original}, sao chép sang đó phần nào đúng hơn, rồi xóa tệp này`,
	}),
	wrongPath: (written: string, meant: string): Wording => ({
		message: `đường dẫn \`${written}\` không dùng được`,
		remedy: `viết \`${meant}\``,
	}),
	badPath: (written: string): Wording => ({
		message: `\`${written}\` không phải đường dẫn tới tệp trong thư mục nội dung`,
		remedy: "để tệp trong thư mục của bài và viết như 22-ten-bai/anh.jpg, dùng dấu /, không có ..",
	}),
	heic: {
		message: "là ảnh HEIC của iPhone, trình duyệt không hiện được",
		remedy:
			"xuất ảnh sang JPG (trên iPhone: Cài đặt → Camera → Định dạng → Tương thích nhất), rồi thay tệp này",
	},
	quoteValue: "viết thành một dòng chữ; giá trị có dấu hai chấm hoặc ngoặc thì để trong dấu ngoặc kép",
	write: (meant: string) => `viết \`${meant}\``,
	writeBelow: (name: string, key: string) => `viết \`${key}\` ở dưới \`${name}:\`, thụt vào hai ô`,
	writeDash: (key: string) =>
		`đặt dấu gạch ngang và một khoảng trắng trước mục con đầu tiên, như \`- ${key}: …\``,
	dropDashes: "bỏ các dấu gạch ngang, để các mục con thẳng hàng",
	writeList: (list: string) => `viết \`${list}\``,
	joinedItem: (line: string): Wording => ({
		message: `dòng ${quoted(line)} dính vào mục trên, vì thụt vào sâu hơn hoặc thiếu khoảng trắng sau dấu gạch ngang`,
		remedy: "đặt các dấu gạch ngang thẳng hàng, sau mỗi dấu một khoảng trắng",
	}),
	itemOfSeveralLines: (item: string): Wording => ({
		message: `hai dòng thành một mục: ${quoted(item)}`,
		remedy: "nếu là hai mục thì đặt dấu gạch ngang ở đầu mỗi dòng; nếu là một thì viết trên một dòng",
	}),
	emptyInnerField: (name: string): Wording => ({
		message: `chữ ${quoted(name)} bị bỏ, vì YAML hiểu là tên của một trường không có giá trị`,
		remedy: `để trong dấu ngoặc kép nếu là chữ; danh sách trên một dòng thì để trong ngoặc vuông`,
	}),
	severalTags: (name: string, items: readonly string[]): Wording => ({
		message: `${quoted(name)} thành một từ khóa`,
		remedy: `nếu là nhiều từ khóa thì viết mỗi từ khóa thành một mục: ${items.map((item) => quoted(item)).join(", ")}; nếu là một thì không cần làm gì`,
	}),
	tagInMarks: (name: string, right: string): Wording => ({
		message: `từ khóa ${quoted(name)} hiện ra với cả dấu ở đầu`,
		remedy: `viết \`${right}\``,
	}),
	writeWithin: (name: string, inner: string, value: string) =>
		`viết \`${name}:\`, rồi ở dòng dưới, thụt vào hai ô, \`${inner}: ${value}\``,
	writeId: (id: string) =>
		id === ""
			? "viết mã không dấu, như ban-dan-van"
			: `viết mã không dấu, có thể là \`${id}\`; mã là tên tệp`,
	nameNotUtf8: {
		message: "tên tệp hoặc thư mục không ở bảng mã UTF-8, nên không mở được",
		remedy: "đổi tên, chỉ dùng chữ không dấu, chữ số và dấu gạch nối",
	},
	nameNotNfc: (name: string): Wording => ({
		message: "tên tệp hoặc thư mục có dấu ở dạng tổ hợp, không phải Unicode dựng sẵn (NFC)",
		remedy: `gõ lại tên: ${name}`,
	}),
	wrongTagName: (expected: string): Wording => ({
		message: "tên tệp không khớp với từ khóa",
		remedy: `đổi tên tệp thành ${expected}`,
	}),
	reservedName: (slug: string): Wording => ({
		message: `địa chỉ “${slug}” đã được cổng tin dùng cho việc khác`,
		remedy: "đổi tên tệp, ví dụ thêm một từ",
	}),

	// Documents
	frontMatterLanguage: (language: string): Wording => ({
		message: /^ya?ml$/i.test(language)
			? `sau --- ở dòng đầu tệp còn chữ “${language}”`
			: `phần đầu tệp viết bằng “${language}”; chỉ YAML được đọc`,
		remedy: "mở đầu tệp bằng một dòng chỉ có --- và viết các trường theo YAML",
	}),
	frontMatterMissing: {
		message: "thiếu phần đầu tệp với tiêu đề và các trường khác",
		remedy: "mở đầu tệp bằng dòng ---, rồi các trường, rồi dòng --- nữa",
	},
	frontMatterBlank: {
		message: "phần đầu bài có hàng trăm dòng trống liền nhau",
		remedy: "xóa các dòng trống ấy",
	},
	frontMatterAbove: {
		message: "phía trên dòng --- còn dòng trống hoặc khoảng trắng",
		remedy: "xóa những gì đứng trước dấu ---, để đó là dòng đầu tiên của tệp",
	},
	frontMatterHyphens: (found: string): Wording => ({
		message: `dòng đầu tệp là ${found}, không phải ba dấu gạch nối`,
		remedy: "viết lại thành --- ở đầu và cuối phần các trường (Word hay tự đổi --- thành —)",
	}),
	frontMatterOpen: {
		message: "phần đầu tệp không được đóng lại",
		remedy: "thêm dòng chỉ có --- sau trường cuối cùng",
	},
	hyphensInData: {
		message: "dòng --- chỉ dùng trong tệp .md; tệp .yml chỉ gồm các trường",
		remedy: "xóa dòng này",
	},
	yamlSlips: {
		dash: "thiếu khoảng trắng sau dấu gạch ngang",
		colon: "thiếu khoảng trắng sau dấu hai chấm",
		wideColon: "dấu hai chấm là loại rộng (：), không phải dấu hai chấm thường",
		equals: "sau tên trường là dấu =, không phải dấu hai chấm",
		space: "có khoảng trắng không ngắt hoặc khoảng trắng rộng ở chỗ cần khoảng trắng thường",
		tab: "thụt dòng bằng phím Tab",
		quoteWithin: "giá trị trong dấu ngoặc kép lại có dấu ngoặc kép hoặc dấu \\ bên trong",
		quoteOpen: "thiếu dấu ngoặc kép đóng",
		sign: (sign: string) => `giá trị bắt đầu bằng dấu ${sign}, mà YAML dùng vào việc khác`,
		colonWithin: "giá trị có dấu hai chấm mà không nằm trong dấu ngoặc kép",
		list: "danh sách viết chưa đúng, cả danh sách có thể viết trên một dòng",
		indentation: (found: number, right: number) =>
			`dòng này thụt vào ${found} ô, lẽ ra ${right === 0 ? "sát đầu dòng" : `thụt vào ${right} ô`}`,
	},
	yamlSlip: (reason: string, corrected: string): Wording => ({
		message: `không đọc được: ${reason}`,
		remedy: `viết ${corrected}`,
	}),
	yaml: (reason: string): Wording => ({
		message: `không đọc được: ${yamlReason(reason)}`,
		remedy: /duplicated/.test(reason)
			? "chỉ giữ một trong hai dòng"
			: "xem lại dòng này và dòng ngay trên; giá trị có dấu đặc biệt thì để trong dấu ngoặc kép",
	}),
	unknownField: (name: string, suggestion: string | undefined, allowed: readonly string[]): Wording => ({
		message: `không có trường \`${name}\`${meant(suggestion)}`,
		remedy:
			suggestion === undefined
				? `bỏ trường này; các trường có thể dùng: ${allowed.join(", ")}`
				: `đổi thành \`${suggestion}\`, hoặc bỏ trường này`,
	}),
	publishedField: (isHidden: boolean): Wording => ({
		message: "không có trường `published`",
		remedy: isHidden
			? "đổi thành `draft: true`, để bài vẫn là bản nháp"
			: "bỏ trường này: bài không ghi `draft: true` là bài được đăng",
	}),
	addressField: (name: string): Wording => ({
		message: `không có trường \`${name}\`: địa chỉ theo tên tệp`,
		remedy: "bỏ trường này; muốn địa chỉ khác thì đổi tên tệp, và ghi địa chỉ cũ vào `formerAddresses`",
	}),
	missingField: (label: string, hint: string | undefined): Wording => ({
		message: `thiếu trường bắt buộc “${label}”`,
		remedy: `thêm trường này${hintAfter(hint)}`,
	}),
	badField: (label: string, message: string): Wording => ({
		message: `“${label}” ${message}`,
		remedy: "sửa lại giá trị của trường này",
	}),
	fixedNormalForm: "đưa chữ có dấu về Unicode dựng sẵn (NFC)",
	notNfc: (word: string): Wording => ({
		message: `chữ có dấu ở dạng tổ hợp, không phải Unicode dựng sẵn (NFC): “${word}”`,
		remedy: "gõ lại chữ này bằng bảng mã Unicode dựng sẵn, hoặc chạy npm run check -- --fix",
	}),
	lostCharacter: (code: string): Wording => ({
		message: `có ký tự đã mất, bạn đọc sẽ thấy một ô trống (U+${code})`,
		remedy: "gõ lại chữ ở chỗ này theo bản gốc",
	}),
	wrongEncoding: ({ before, after, encoding }: Record<"before" | "after" | "encoding", string>): Wording => ({
		message: `chữ bị đọc sai mã (${encoding}), bạn đọc sẽ thấy nguyên như vậy: ${quoted(before)}`,
		remedy: `gõ lại theo bản gốc; có lẽ là ${quoted(after)}`,
	}),
	lostLetters: (word: string): Wording => ({
		message: `có chữ đã mất, thay bằng dấu hỏi: ${quoted(word)}`,
		remedy: "gõ lại chữ ở chỗ này theo bản gốc",
	}),
	codedLetters: (before: string, after: string): Wording => ({
		message: `bạn đọc sẽ thấy mã thay cho chữ: ${quoted(before)}`,
		remedy: after === "" ? "gõ lại chữ ở chỗ này theo bản gốc" : `viết ${quoted(after)}`,
	}),
	styledLetters: (before: string, after: string): Wording => ({
		message: `chữ kiểu lấy từ mạng xã hội (${before}) là ký hiệu toán học: máy đọc màn hình và ô tìm kiếm không hiểu`,
		remedy: `gõ lại bằng chữ thường: ${quoted(after)}`,
	}),
	controlCharacter: (code: string): Wording => ({
		message: `có ký tự điều khiển không hiện ra (U+${code})`,
		remedy: "xóa ký tự này; thường nó đến từ việc sao chép từ chương trình khác",
	}),
	rawHtml: (tag: string): Wording => ({
		message: `HTML không được dùng trong bài, và sẽ hiện ra thành chữ: ${tag}`,
		remedy: "viết bằng Markdown; nếu đúng là muốn hiện chữ này thì để trong dấu ` `",
	}),
	conflict: {
		message: "còn dấu xung đột của Git: hai bản của tệp chưa được gộp",
		remedy: "giữ đúng một bản ở mỗi chỗ, xóa các dòng <<<<<<<, ======= và >>>>>>>",
	},
	textInComment: (value: string, comment: string): Wording => ({
		message: `chữ từ dấu # trở đi bị bỏ: ${quoted(comment)}`,
		remedy: `để cả giá trị trong dấu ngoặc kép: "${`${value} ${comment}`.trim().replace(/["\\]/g, "\\$&")}"`,
	}),
	leftOverLink: (text: string, corrected: string | undefined): Wording => ({
		message: `bạn đọc sẽ thấy nguyên dấu Markdown: ${text}`,
		remedy:
			corrected === undefined
				? "sửa lại liên kết hoặc ảnh; nếu đúng là muốn hiện dấu này thì viết \\]("
				: `viết ${corrected}`,
	}),
	leftOverStars: (text: string, corrected: string): Wording => {
		const sign = text.startsWith("*") ? "dấu sao" : text.startsWith("_") ? "dấu gạch dưới" : "dấu ~~";
		return {
			message: `bạn đọc sẽ thấy ${sign}: ${text}`,
			remedy: `để khoảng trắng ngoài cặp dấu, không để bên trong, như “${corrected}”, hoặc đưa dấu câu ra ngoài`,
		};
	},
	leftOverSigns: (text: string, meant: MeantBySigns): Wording =>
		({
			heading: {
				message: `bạn đọc sẽ thấy nguyên dấu #: ${text}`,
				remedy: "để một khoảng trắng sau các dấu #, nhiều nhất sáu dấu; nếu không phải đề mục thì viết \\#",
			},
			table: {
				message: `bảng không thành bảng, bạn đọc sẽ thấy nguyên các dấu |: ${text}`,
				remedy: "hàng gạch phải có đúng số cột như hàng đầu, như | --- | --- |",
			},
			"spaced link": {
				message: `liên kết không thành liên kết: ${text}`,
				remedy: "bỏ khoảng trắng giữa ] và (",
			},
			"turned link": {
				message: `liên kết không thành liên kết: ${text}`,
				remedy: "viết [chữ](địa chỉ): chữ trong ngoặc vuông, địa chỉ trong ngoặc tròn",
			},
			"wiki link": {
				message: `bạn đọc sẽ thấy nguyên dấu [[ ]]: ${text}`,
				remedy: "viết [chữ](địa chỉ), hoặc ![mô tả](tệp ảnh)",
			},
			"link without text": {
				message: `liên kết không có chữ nào nên bạn đọc không thấy: ${text}`,
				remedy: "viết chữ vào giữa [ và ], hoặc xóa liên kết",
			},
			"empty heading": {
				message: `đề mục không có chữ nào: ${text}`,
				remedy: "viết chữ của đề mục sau dấu #, hoặc xóa dòng này",
			},
			"paragraph above a rule": {
				message: `đoạn văn thành đề mục vì dòng gạch ngay bên dưới: ${text}`,
				remedy: "để một dòng trống giữa đoạn văn và dòng gạch",
			},
			product: {
				message: `dấu sao giữa các số biến mất: ${text}`,
				remedy: "viết dấu nhân ×, hoặc \\*",
			},
			"front matter": {
				message: "phần đầu tệp thứ hai sẽ hiện ra thành chữ trong bài",
				remedy: "gộp các trường vào phần đầu tệp, rồi xóa phần này",
			},
			template: {
				message: `bạn đọc sẽ thấy nguyên mã của phần mềm khác: ${text}`,
				remedy: "xóa mã này; ảnh viết là ![mô tả](tệp ảnh), liên kết viết là [chữ](địa chỉ)",
			},
			remark: {
				message: `bạn đọc sẽ thấy cả ghi chú riêng giữa các dấu %%: ${text}`,
				remedy: "xóa ghi chú này; ghi chú riêng thì để trong phần đầu tệp, sau dấu #",
			},
			"footnote in the line": {
				message: `bạn đọc sẽ thấy nguyên dấu ^[ ]: ${text}`,
				remedy: "viết [^1] ở chỗ này, và một đoạn “[^1]: nội dung chú thích” ở cuối bài",
			},
			box: {
				message: `bạn đọc sẽ thấy nguyên các dấu hai chấm: ${text}`,
				remedy: "xóa dòng này; muốn chữ đứng riêng thì đặt dấu > ở đầu đoạn",
			},
			highlight: {
				message: `bạn đọc sẽ thấy nguyên các dấu bằng: ${text}`,
				remedy: "xóa các dấu =; muốn làm nổi chữ thì viết **chữ**",
			},
			"open stars": {
				message: `bạn đọc sẽ thấy dấu sao, vì chữ đậm không có chỗ mở hoặc chỗ đóng trong cùng đoạn: ${text}`,
				remedy: "đặt ** ở cả hai đầu trong cùng một đoạn, hoặc xóa dấu sao",
			},
			"loose stars": {
				message: `bạn đọc sẽ thấy dấu sao: ${text}`,
				remedy: "để dấu sao sát chữ, như **chữ**; muốn hiện dấu sao thì viết \\*",
			},
			"missing reference": {
				message: `liên kết không thành liên kết, vì bài không có dòng [nhãn]: địa chỉ ấy: ${text}`,
				remedy: "viết [chữ](địa chỉ), hoặc ![mô tả](tệp ảnh)",
			},
			"joined items": {
				message: `dòng này không xuống dòng mà dính vào dòng trên, vì giữa hai dòng không có dòng trống: ${text}`,
				remedy:
					"viết dấu gạch nối và một khoảng trắng (- ) ở đầu mỗi dòng để thành danh sách, hoặc để một dòng trống ở giữa",
			},
			"open fence": {
				message: `phần từ dòng ${text} tới hết bài sẽ hiện ra như mã lệnh, vì không có dòng đóng`,
				remedy: `thêm một dòng ${text} ở cuối phần ấy, hoặc xóa dòng này`,
			},
			renumbered: {
				message: `bạn đọc sẽ thấy số khác số đã viết: ${text}`,
				remedy: "viết số liên tục; nếu không phải danh sách thì viết như 1986\\. để số hiện đúng như đã viết",
			},
			"quoted number": {
				message: `dấu > ở đầu dòng biến mất, và đoạn thành trích dẫn: ${text}`,
				remedy: "muốn hiện dấu lớn hơn thì viết \\>; nếu là trích dẫn thì để một khoảng trắng sau dấu >",
			},
			"table without a rule": {
				message: `bảng không thành bảng, bạn đọc sẽ thấy nguyên các dấu |: ${text}`,
				remedy: "thêm hàng gạch ngay dưới hàng đầu, như | --- | --- |, đúng số cột như hàng đầu",
			},
			"cells between tabs": {
				message: `bảng dán từ phần mềm khác không thành bảng, các ô dính liền nhau: ${text}`,
				remedy: "viết mỗi hàng như | ô | ô |, dưới hàng đầu có hàng | --- | --- |",
			},
			"wide brackets": {
				message: `liên kết không thành liên kết, vì dùng ngoặc rộng: ${text}`,
				remedy: "viết [chữ](địa chỉ) bằng dấu ngoặc thường",
			},
			abbreviation: {
				message: `dòng giải nghĩa chữ viết tắt hiện nguyên ra: ${text}`,
				remedy: "xóa dòng này, và viết đủ ở chỗ dùng lần đầu",
			},
			script: {
				message: `bạn đọc sẽ thấy nguyên dấu ^ hoặc ~: ${text}`,
				remedy: "viết số nhỏ có sẵn, như m², m³, H₂O, CO₂",
			},
			"no-break space": {
				message: `sau dấu đầu dòng là khoảng trắng không ngắt hoặc khoảng trắng rộng nên không thành đề mục: ${text}`,
				remedy: "xóa khoảng trắng ấy rồi gõ lại bằng phím cách",
			},
			"unequal stars": {
				message: `bạn đọc sẽ thấy dấu sao, vì số dấu sao ở hai đầu không bằng nhau: ${text}`,
				remedy: "viết **chữ đậm** hoặc *chữ nghiêng*, hai đầu cùng số dấu sao",
			},
			"empty footnote": {
				message: `chú thích ${text} không có chữ nào`,
				remedy: "viết nội dung sau dấu hai chấm, hoặc xóa chú thích và dấu trong bài",
			},
			"unseen caption": {
				message: `chú thích ảnh không hiện ra, vì ảnh không đứng riêng một đoạn: ${text}`,
				remedy: "để một dòng trống trước và sau ảnh, hoặc viết chú thích thành chữ",
			},
		})[meant],
	lostDepth: {
		message: "trích dẫn hoặc danh sách lồng nhau quá nhiều tầng, chữ ở tầng trong cùng không hiện ra",
		remedy: "bỏ bớt các dấu > hoặc các khoảng thụt vào ở đầu dòng",
	},
	lostDefinition: (label: string): Wording => ({
		message: `dòng “[${label}]: …” không hiện ra: Markdown hiểu là địa chỉ của một liên kết`,
		remedy: /^(?:\/\/|#|comment|_)$/i.test(label)
			? "xóa dòng này; ghi chú riêng thì để trong phần đầu tệp, sau dấu #"
			: `viết **${label}:** …, hoặc \\[${label}]: …`,
	}),
	lostFootnote: (
		label: string,
		reason: "not called" | "repeated" | "missing" | "spaced" | "colon",
	): Wording =>
		({
			spaced: {
				message: `bạn đọc sẽ thấy nguyên dấu [^${label}]`,
				remedy: "tên chú thích không có khoảng trắng: viết như [^1]",
			},
			colon: {
				message: `bạn đọc sẽ thấy nguyên dấu [^${label}]`,
				remedy: `nếu đây là lời chú thích thì thêm dấu hai chấm: “[^${label}]: …”`,
			},
			"not called": {
				message: `chú thích [^${label}] không hiện ra vì không chỗ nào trong bài nhắc tới`,
				remedy: `đặt [^${label}] vào chỗ cần chú thích, hoặc xóa chú thích này`,
			},
			repeated: {
				message: `có hai chú thích [^${label}], chú thích sau không hiện ra`,
				remedy: "đánh số khác cho một trong hai",
			},
			missing: {
				message: `chỗ này nhắc tới [^${label}] nhưng bài không có chú thích ấy`,
				remedy: `thêm một đoạn “[^${label}]: nội dung chú thích”, hoặc bỏ dấu này`,
			},
		})[reason],
	lostCells: (cells: number, columns: number): Wording => ({
		message: `hàng này có ${cells} ô mà bảng chỉ có ${columns} cột, ô thừa không hiện ra`,
		remedy: "thêm cột vào hàng đầu và hàng gạch của bảng, hoặc bỏ ô thừa; dấu | trong ô viết là \\|",
	}),
	anchorMissing: (href: string, known: readonly string[]): Wording => ({
		message: `trong bài không có mục ${href}`,
		remedy:
			known.length === 0
				? "bỏ liên kết này; bài không có đề mục nào"
				: `dùng một trong các mục của bài: ${known.map((name) => `#${name}`).join(", ")}`,
	}),
	anchorMissingThere: (address: string, name: string, known: readonly string[]): Wording => ({
		message: `trang ${address} không có mục #${name}`,
		remedy:
			known.length === 0
				? "bỏ phần từ dấu #; trang ấy không có đề mục nào"
				: `dùng một trong các mục của trang ấy: ${known.map((each) => `#${each}`).join(", ")}`,
	}),
	emptyBody: {
		message: "chưa có nội dung",
		remedy: "viết nội dung bên dưới phần đầu tệp",
	},

	// References
	unknownAuthor: (id: string, suggestion: string | undefined): Wording => ({
		message: `không có tác giả \`${id}\`${meant(suggestion)}`,
		remedy: `sửa lại mã tác giả, hoặc thêm tệp authors/${id}.yml`,
	}),
	unknownCommittee: (id: string, suggestion: string | undefined): Wording => ({
		message: `không có ban, cơ quan \`${id}\`${meant(suggestion)}`,
		remedy: `sửa lại mã, hoặc thêm tệp committees/${id}.yml`,
	}),
	unknownRecord: (collection: string, id: string, suggestion: string | undefined): Wording => ({
		message: `không có tệp ${collection}/${id}.yml${meant(suggestion)}`,
		remedy: "sửa lại mã (mã là tên tệp không có đuôi), hoặc thêm tệp ấy",
	}),
	bannerEndsBefore: {
		message: "biểu ngữ hết trước khi hiện",
		remedy: "sửa “until” cho sau “from”, hoặc bỏ một trong hai",
	},
	unitCycle: (cycle: readonly string[]): Wording => ({
		message: `các đơn vị thuộc lẫn nhau thành vòng: ${cycle.join(" → ")}`,
		remedy: "bỏ “parent” ở đơn vị cao nhất",
	}),
	weekNotMonday: (day: string): Wording => ({
		message: `${day} không phải thứ Hai`,
		remedy: "ghi ngày thứ Hai của tuần",
	}),
	sameWeek: (other: string): Wording => ({
		message: `tuần này đã có ở ${other}`,
		remedy: "gộp hai tệp, hoặc sửa ngày",
	}),
	outsideWeek: (from: string, to: string): Wording => ({
		message: `ngày này không nằm trong tuần từ ${from} đến ${to}`,
		remedy: "sửa ngày, hoặc chuyển việc này sang tệp của tuần khác",
	}),
	endsBeforeHour: {
		message: "giờ kết thúc không ở sau giờ bắt đầu, hoặc thiếu giờ bắt đầu",
		remedy: "xem lại hai giờ",
	},
	endsBeforeBegin: {
		message: "ngày kết thúc đứng trước ngày bắt đầu",
		remedy: "xem lại hai ngày",
	},
	documentItself: {
		message: "văn bản không thay thế hay sửa đổi chính nó",
		remedy: "ghi văn bản cũ, hoặc bỏ dòng này",
	},
	documentEarlier: (number: string, day: string): Wording => ({
		message: `văn bản ${number} ban hành ngày ${day}, sau văn bản này`,
		remedy: "chỉ văn bản sau thay thế, sửa đổi văn bản trước; xem lại ngày ban hành của hai văn bản",
	}),
	documentDays: {
		message: "ngày hết hiệu lực đứng trước ngày có hiệu lực hoặc ngày ban hành",
		remedy: "xem lại hai ngày",
	},
	sameDocument: (other: string): Wording => ({
		message: `trùng số, ký hiệu, ngày và cơ quan ban hành với ${other}`,
		remedy: "xóa một trong hai tệp, hoặc sửa số, ngày cho đúng",
	}),
	unknownProvince: (slug: string, suggestion: string | undefined): Wording => ({
		message: `không có tỉnh, thành phố \`${slug}\`${meant(suggestion)}`,
		remedy: "viết tên không dấu với gạch nối, như binh-phuoc",
	}),
	provinceOfOtherDay: (name: string, day: string, right: readonly string[]): Wording => ({
		message: `${name} không tồn tại vào ngày ${day}`,
		remedy:
			right.length === 0
				? "sửa lại tỉnh, thành phố theo ngày của bài"
				: `vào ngày ấy viết ${right.map((slug) => `\`${slug}\``).join(" hoặc ")}`,
	}),
	provinceChangedTwice: (name: string, day: string): Wording => ({
		message: `ngày ${day}, “${name}” được sắp xếp hai lần`,
		remedy: "gộp các thay đổi của cùng một ngày thành một mục, hoặc bỏ mục mà bản Tin Tỉnh này đã có sẵn",
	}),
	provinceOfNoChange: (name: string, day: string, suggestion: string | undefined): Wording => ({
		message: `ngay trước ngày ${day} không có tỉnh, thành phố “${name}”${meant(suggestion)}`,
		remedy:
			"viết đúng tên của đơn vị cũ, không kèm chữ tỉnh hay thành phố, và xếp các lần thay đổi theo thời gian",
	}),
	provinceMadeTwice: (name: string, day: string): Wording => ({
		message: `ngày ${day} đã có tỉnh, thành phố “${name}”, hoặc một tên chỉ khác dấu`,
		remedy: `nếu đơn vị cũ được sắp xếp lại, ghi cả “${name}” vào from; nếu không, đổi tên đơn vị mới`,
	}),
	provinceUnchanged: (name: string, day: string): Wording => ({
		message: `ngày ${day}, “${name}” vẫn giữ tên và cấp như trước`,
		remedy: "sửa tên hoặc cấp của đơn vị mới, hoặc bỏ mục này",
	}),
	provinceOfKnownChange: (name: string, day: string): Wording => ({
		message: `không hợp với lần sắp xếp “${name}” từ ngày ${day} mà Tin Tỉnh đã có sẵn`,
		remedy: "bỏ mục này, hoặc sửa ngày và tên cho đúng nghị quyết",
	}),
	successorCycle: (ids: readonly string[]): Wording => ({
		message: `kế thừa vòng tròn: ${ids.join(" → ")}`,
		remedy: "bỏ trường successor ở cơ quan cuối cùng",
	}),
	relatedMissing: (id: string, suggestion: string | undefined): Wording => ({
		message: `không có bài \`${id}\`${meant(suggestion)}`,
		remedy: "sửa lại mã bài, hoặc bỏ dòng này",
	}),
	translationOfNothing: (of: string): Wording => ({
		message: `không có bài hay trang \`${of}\``,
		remedy: "viết mã bài, như 2026/11/22-ten-bai, hoặc tên trang, như gioi-thieu",
	}),
	translationOfTranslation: (of: string): Wording => ({
		message: `\`${of}\` là trang tiếng Anh`,
		remedy: "nêu bài hoặc trang tiếng Việt",
	}),
	translatedTwice: (of: string, other: string): Wording => ({
		message: `\`${of}\` đã có bản tiếng Anh ở ${other}`,
		remedy: "gộp hai trang, hoặc bỏ trường này",
	}),
	relatedItself: {
		message: "bài ghi chính nó là tin liên quan",
		remedy: "bỏ dòng này",
	},
	fileMissing: (path: string, suggestion: string | undefined): Wording => ({
		message: `không có tệp \`${path}\`${meant(suggestion)}`,
		remedy: "sửa lại tên (chữ hoa, chữ thường khác nhau), hoặc thêm tệp vào đúng chỗ",
	}),
	notAnImage: (extensions: readonly string[]): Wording => ({
		message: "không phải tệp ảnh",
		remedy: `dùng tệp có đuôi ${extensions.join(", ")}`,
	}),
	notAnAttachment: (extensions: readonly string[]): Wording => ({
		message: "tệp loại này không được đính kèm",
		remedy: `lưu thành PDF, hoặc dùng tệp có đuôi ${extensions.join(", ")}`,
	}),
	emptyFile: {
		message: "tệp rỗng, không có dữ liệu",
		remedy: "sao chép lại tệp từ nơi lưu bản gốc",
	},
	lfsPointer: {
		message: "chỉ là con trỏ Git LFS, chưa có tệp thật",
		remedy: "chạy `git lfs pull` để tải tệp về, hoặc sao chép tệp thật vào thay",
	},
	otherType: (type: string): Wording => ({
		message: `nội dung tệp không phải ${type} như đuôi tệp ghi`,
		remedy: "mở tệp bằng phần mềm đã tạo ra nó, lưu lại đúng loại rồi thay tệp này",
	}),
	foreignImage: (source: string): Wording => ({
		message: `ảnh nằm ngoài thư mục nội dung: ${source}`,
		remedy: "tải ảnh về, để trong thư mục của bài và ghi tên tệp",
	}),
	linkMissing: (address: string, suggestion: string | undefined): Wording => ({
		message: `không có trang ${address}${meant(suggestion)}`,
		remedy: "sửa lại địa chỉ, hoặc bỏ liên kết",
	}),
	linkHidden: (address: string): Wording => ({
		message: `bài ${address} là bản nháp hoặc chưa đến giờ đăng khi bài này lên trang`,
		remedy: "bỏ liên kết, hoặc đăng bài kia trước",
	}),
	linkRelative: (address: string, meant: string | undefined): Wording => ({
		message: `liên kết tới ${address} không mở được từ trang`,
		remedy: meant === undefined ? strings.linkForms : `viết \`${meant}\``,
	}),
	linkForms:
		"viết địa chỉ bắt đầu bằng / (như /2026/11/22/ten-bai.html) hoặc https://; tài liệu thì thêm vào attachments",
	linkEmpty: {
		message: "liên kết không có địa chỉ",
		remedy: "viết địa chỉ vào giữa ( và ), hoặc bỏ liên kết",
	},
	linkRefused: (address: string): Wording => ({
		message: `liên kết loại này không được dùng: ${address}`,
		remedy: "dùng địa chỉ bắt đầu bằng https://, mailto: hoặc tel:",
	}),
	addressTaken: (address: string, other: string): Wording => ({
		message: `địa chỉ ${address} cũng là của ${other}`,
		remedy: "đổi một trong hai",
	}),
	addressOfSite: (address: string): Wording => ({
		message: `địa chỉ ${address} đang là một trang của chính cổng tin này`,
		remedy: "bỏ dòng này; địa chỉ cũ phải là địa chỉ không còn dùng",
	}),
	updatedBeforeDate: {
		message: "lúc cập nhật sớm hơn lúc đăng",
		remedy: "sửa một trong hai, hoặc bỏ trường updated",
	},
	expiresBeforeDate: {
		message: "bài hết hiệu lực trước lúc đăng, nên không bao giờ lên trang chủ",
		remedy: "sửa một trong hai, hoặc bỏ trường expires",
	},
	authorTwice: { message: "tác giả này đã ghi ở trên, nên tên hiện hai lần", remedy: "bỏ dòng này" },
	markupInField: (text: string): Wording => ({
		message: `bạn đọc sẽ thấy nguyên mã: ${text}`,
		remedy: "viết bằng chữ thường; trường này không dùng HTML hay Markdown",
	}),
	tagEmpty: (name: string): Wording => ({
		message: `từ khóa ${quoted(name)} không có chữ cái Latinh hay chữ số nào, nên không có địa chỉ`,
		remedy: "sửa lại hoặc bỏ từ khóa này",
	}),
	tagTaken: (spelling: string, other: string): Wording => ({
		message: `${quoted(spelling)} cũng là từ khóa hoặc cách viết khác trong ${other}`,
		remedy: "để cách viết này ở một tệp thôi, hoặc gộp hai tệp",
	}),
	dateFarAhead: (year: number): Wording => ({
		message: `ngày đăng ở năm ${year}, còn rất xa`,
		remedy: "xem lại năm; nếu đúng thì không cần làm gì",
	}),
	dateFarFromPath: (year: number, yearInPath: number): Wording => ({
		message: `ngày đăng ở năm ${year} nhưng tệp nằm trong thư mục năm ${yearInPath}`,
		remedy: "xem lại ngày; nếu ngày đúng thì không cần làm gì, địa chỉ của bài vẫn theo thư mục",
	}),
	sameName: (name: string, other: string): Wording => ({
		message: `trùng tên ${quoted(name)} với ${other}, bạn đọc không phân biệt được`,
		remedy: "ghi tên đầy đủ hơn, hoặc gộp hai tệp",
	}),
	differsByCase: (other: string): Wording => ({
		message: `tên chỉ khác ${other} ở chữ hoa, chữ thường; trên Windows và macOS hai tệp là một`,
		remedy: "đổi tên một trong hai tệp và sửa các chỗ dùng nó",
	}),
	deviceName: "là tên Windows dành riêng cho thiết bị",
	characterOnWindows: (character: string) => `có ký tự ${character}`,
	endsInDotOrSpace: "kết thúc bằng dấu chấm hoặc khoảng trắng",
	nameOnWindows: (name: string, reason: string): Wording => ({
		message: `máy Windows không tạo được tệp hay thư mục tên “${name}”, vì tên ${reason}; người dùng Windows không lấy được cổng tin này về bằng Git`,
		remedy: "đổi tên và sửa các chỗ dùng nó",
	}),
	pageOnWindows: (name: string): Wording => ({
		message: `trang của bài sẽ là tệp ${name}, mà máy Windows không tạo được, vì tên là tên Windows dành riêng cho thiết bị; người dùng Windows không dựng được cổng này và không mở được bản tải về`,
		remedy: "đổi tên tệp của bài, như thêm một chữ",
	}),
	strayDocument: (ending: string): Wording => ({
		message: "không phải bài viết và không bài nào dùng, nên sẽ không bao giờ lên trang",
		remedy: `nếu là nội dung của trang thì lưu thành tệp có đuôi ${ending}; nếu không thì chuyển ra ngoài thư mục nội dung`,
	}),
	sameTitle: (other: string): Wording => ({
		message: `cùng tiêu đề với ${other}, có thể là một bài lên trang hai lần`,
		remedy: "nếu là một bài thì xóa một trong hai tệp; nếu là hai bài thì không cần làm gì",
	}),
	tagsOfOneAddress: (name: string, other: string, slug: string): Wording => ({
		message: `${quoted(name)} và ${quoted(other)} có chung địa chỉ /tu-khoa/${slug}/, nên một trong hai có thêm số`,
		remedy: `nếu là một từ khóa thì viết như nhau; nếu là hai thì thêm tệp tags/${slug}.yml với name của một từ khóa, để bài đăng lùi ngày không đổi địa chỉ của hai từ khóa`,
	}),
	sameText: (other: string): Wording => ({
		message: `giống hệt ${other}, nên bài sẽ lên trang hai lần`,
		remedy: "xóa tệp này, hoặc tệp kia nếu địa chỉ của tệp này mới là địa chỉ đã dùng",
	}),
} as const;

function hintAfter(hint: string | undefined): string {
	return hint === undefined ? "" : ` (${hint.replace(/\.$/, "")})`;
}
