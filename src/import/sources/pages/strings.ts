import { quoted } from "../../../text/index.ts";
/** Texts about saved pages, and the words with which old portals mark what is not part of an article. */
export const strings = {
	forms: {
		savedPages:
			"Trang web đã lưu: tệp HTML, MHT hoặc thư mục, kể cả thư mục của trình thu thập có sitemap.xml",
		website: "Địa chỉ của cổng tin, của sitemap.xml hoặc tệp liệt kê địa chỉ (cần --fetch)",
	},
	needsFetch: (path: string) => `“${path}” phải lấy từ mạng: hãy thêm --fetch nếu thật muốn tải.`,
	noSuchPath: (path: string) => `Không tìm thấy “${path}”.`,
	brokenCompression: "tệp nén gzip bị hỏng hoặc quá lớn: hãy tải hoặc sao chép lại",
	tooLarge: (bytes: string, limit: string) =>
		`trang dài ${bytes}, quá giới hạn ${limit}: hãy kiểm tra xem tệp có phải một trang web không`,
	tooDeep: (limit: number) =>
		`trang lồng hơn ${limit} lớp thẻ HTML, không trang thật nào như vậy: hãy lưu lại trang từ trình duyệt`,
	tooManyElements: (limit: string) => `trang có hơn ${limit} thẻ HTML: hãy kiểm tra tệp`,
	notPage: "không phải trang HTML",
	emptyPage: "trang không có chữ nào",
	listPage: "giống trang danh sách hơn là một bài: hầu hết chữ nằm trong đường dẫn",
	noMainText:
		"không tìm thấy phần nội dung của bài: nếu đây là bài viết, hãy tả trang bằng một tệp --profile",
	readAs: (encoding: string, words: string) => `${encoding} → Unicode: ${words} đoạn chữ`,
	dateDiffers: (shown: string, stated: string) =>
		`trang hiện ngày “${shown}” nhưng khai trong siêu dữ liệu “${stated}”; lấy ngày khai`,
	dateFromSitemap: (date: string) => `trang không ghi ngày; lấy ngày trong sitemap.xml (${date})`,
	guessedLead: "đoạn đầu in đậm được coi là sapo",
	guessedAuthor: (name: string) => `dòng cuối “${name}” được coi là tác giả`,
	sentencesLeft: (first: string, count: number) =>
		`Phần bỏ ra ở cuối có ${count} câu có thể thuộc bài, bắt đầu bằng ${quoted(first)}`,
	longTextOutside: (characters: string) =>
		`ngoài phần được coi là nội dung còn ${characters} ký tự văn bản; hãy xem có sót đoạn nào không`,
	takenWithIt: (paragraphs: number) =>
		`phần nội dung mà trang đánh dấu không phải toàn bài; lấy thêm ${paragraphs} đoạn đứng cạnh nó`,
	statedText: "trang không hiện chữ nào của bài; lấy chữ mà trang khai cho máy tìm kiếm (articleBody)",
	hiddenText: (text: string) => `lấy cả chữ mà trang cũ giấu, bạn đọc không thấy: ${text}`,
	comments: (text: string) => `Bình luận của bạn đọc: ${text}`,
	profileMissed: (field: string) => `profile không tìm thấy “${field}” trên trang này; đoán theo cách chung`,
	tooFewSamples: (least: number) =>
		`Cần ít nhất ${least} trang bài viết của cùng một cổng tin để học; hãy đưa thêm trang mẫu.`,
	learnedHead: (pages: number) => [
		`# Mô tả trang bài viết, máy đề nghị từ ${pages} trang mẫu. Hãy xem lại từng dòng trước khi dùng với --profile.`,
		"# Mỗi dòng: bộ chọn CSS của phần tử; sau dấu # là số trang mẫu mà bộ chọn tìm đúng.",
	],
	notLearned: "không tìm thấy chỗ chung trên các trang mẫu; để máy đoán, hoặc tự điền",
	learnedOn: (pages: number, all: number) => `đúng ở ${pages}/${all} trang`,
	noSuchProfile: (path: string) => `Không tìm thấy tệp profile “${path}”.`,
	profileNotText: "cần một bộ chọn CSS hoặc danh sách bộ chọn",
	profileBadSelector: (selector: string) => `“${selector}” không phải bộ chọn CSS hợp lệ`,
	profileBadEncoding: "tên bảng mã không hợp lệ",
	profileBadAddress: "cần phần đầu của địa chỉ, bắt đầu bằng dấu /",
	profileUnknownField: (fields: readonly string[]) =>
		`không có trường ${fields.map((field) => `“${field}”`).join(", ")}`,
	profileRemedy: (fields: readonly string[]) =>
		`sửa theo docs/importing.md; các trường: ${fields.join(", ")}`,
} as const;
