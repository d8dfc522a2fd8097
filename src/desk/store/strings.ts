import { type RecordCollection, recordNames } from "../../model/record-names.ts";
import { strings as model } from "../../model/strings.ts";
import { formatDay, formatNumber, quoted } from "../../text/index.ts";
import type { Refusal } from "../revisions/rights.ts";
import type { Collection } from "../revisions/states.ts";

const recordKinds = Object.fromEntries(
	recordNames.map((name) => [name, model.recordCollections[name].singular.toLocaleLowerCase("vi")]),
) as Record<RecordCollection, string>;

const kinds: Readonly<Record<Collection, string>> = {
	articles: "bài",
	pages: "trang",
	authors: "tác giả",
	committees: "ban",
	tags: "từ khóa",
	site: "cài đặt",
	...recordKinds,
};

/** "bài “Hội nghị sơ kết”", "cài đặt" */
function named(collection: Collection, title: string): string {
	return collection === "site" ? kinds.site : `${kinds[collection]} ${quoted(title)}`;
}

/** Texts of the desk's store, and messages of its commits. Editors see the subject lines as history. */
export const strings = {
	faults: {
		diskFull: "Ổ đĩa của máy chủ đã đầy; chưa lưu được gì. Hãy báo quản trị viên, rồi lưu lại.",
		locked: "Kho bài đang bị khóa bởi một chương trình khác; chưa lưu được gì. Hãy đợi một phút rồi lưu lại.",
		noBranch:
			"Không biết nhánh nào là của bạn đọc. Chuyển kho về một nhánh, hoặc nêu tên nhánh bằng --branch.",
		notARepository: (path: string) => `“${path}” không nằm trong kho Git nào.`,
		branchKeepsMoving: "Có nơi khác liên tục ghi vào kho; chưa đăng được. Hãy thử lại sau ít phút.",
		comments: (path: string) => `Tệp ý kiến ${path} không đọc được; hãy nhờ bộ phận kỹ thuật xem lại tệp.`,
		git: (message: string) => `Git báo lỗi: ${message}`,
	},
	refusals: {
		role: "Anh/chị không có quyền làm việc này. Hãy nhờ biên tập viên hoặc quản trị viên.",
		committee:
			"Mục này thuộc ban mà anh/chị không phụ trách, hoặc chưa ghi ban nào. Hãy chọn ban của mình hoặc nhờ người phụ trách.",
		step: "Ở trạng thái hiện nay không làm được việc này. Hãy tải lại để xem trạng thái mới.",
		reason: "Hãy ghi lý do.",
		nothingPending: "Không có bản sửa nào đang chờ.",
	} satisfies Record<Refusal, string>,
	invalidId: "Tên tệp của mục này không hợp lệ. Chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối.",
	invalidAsset: (path: string) =>
		`Tệp “${path}” không được nhận: tệp phải nằm trong thư mục của bài hoặc media, và là ảnh, PDF hay tệp văn phòng.`,
	missingFiles: (names: readonly string[]) =>
		`Máy chủ không có ${names.map((name) => `“${name}”`).join(", ")}. Hãy chọn lại ảnh, tệp ấy, hoặc bỏ khỏi bài, rồi lưu lại.`,
	tooLarge: "Văn bản quá dài để lưu.",
	alreadyThere: "Mục này đã có trên trang. Không thể khôi phục đè lên.",
	invalidMoment: "Giờ đăng không hợp lệ. Viết như 2026-11-22T08:30:00+07:00.",
	commits: {
		save: (collection: Collection, title: string) => `Lưu ${named(collection, title)}`,
		merged: "Gộp với thay đổi của người khác",
		steps: {
			send: (title: string) => `Gửi duyệt: ${title}`,
			takeBack: (title: string) => `Lấy lại để viết tiếp: ${title}`,
			return: (title: string) => `Trả lại: ${title}`,
			approve: (title: string) => `Duyệt: ${title}`,
			unapprove: (title: string) => `Hủy duyệt: ${title}`,
		},
		schedule: (title: string, moment: string) =>
			`Hẹn đăng ${moment.slice(11, 16)} ngày ${formatDay(moment)}: ${title}`,
		comments: (article: string) => `Ý kiến bạn đọc: ${article}`,
		publish: (title: string) => `Duyệt đăng: ${title}`,
		update: (title: string) => `Cập nhật: ${title}`,
		withdraw: (title: string) => `Gỡ bài: ${title}`,
		republish: (title: string) => `Đăng lại: ${title}`,
		remove: (title: string) => `Xóa: ${title}`,
		removeMedia: (count: number) => `Xóa ${formatNumber(count)} ảnh không bài nào dùng`,
		discard: (title: string) => `Bỏ bản sửa: ${title}`,
		restore: (title: string) => `Khôi phục: ${title}`,
		setAside: (title: string) => `Tạm gỡ: ${title}`,
		history: (title: string) => `Cất bản nháp: ${title}`,
		goesOn: (title: string) => `Sửa tiếp bản vừa đăng: ${title}`,
		mergeRemote: "Gộp thay đổi từ kho từ xa",
		reason: "Lý do",
		writer: "Người viết",
	},
	notFollowed: (paths: readonly string[]) =>
		`Trong thư mục làm việc có người đang sửa dở ${paths.join(", ")}; tệp ở đó giữ nguyên, bản mới đã nằm trong kho.`,
	used: (count: number, written: string) => (count === 0 ? "chưa dùng" : `đã dùng ${written} lần`),
	remote: {
		said: (line: string) => ` Git: ${line}`,
		away: "Chưa nối được với kho từ xa; sẽ tự thử lại.",
		refusedByRemote: (said: string) => `Kho từ xa không nhận: ${said}. Quản trị viên cần xem lại.`,
		denied:
			"Kho từ xa không cho đăng nhập, hoặc không cho ghi. Quản trị viên cần xem lại khóa, mật khẩu và quyền ghi.",
		met: (paths: readonly string[]) =>
			`Kho từ xa có thay đổi trùng chỗ với bài ở đây (${paths.join(", ")}); chưa gộp, chưa đẩy gì. Quản trị viên cần quyết định.`,
		unrelated:
			"Kho từ xa không cùng lịch sử với kho này; chưa đẩy gì. Có thể địa chỉ sai, hoặc có người đã ghi đè kho ấy. Quản trị viên cần xem lại.",
	},
	erase: {
		noEntry: "Không có mục nào mang tên ấy, hoặc không tìm thấy kho. Viết như articles/2026/11/22-ten-bai.",
		isThere: "Bạn đọc vẫn đang có mục này. Xóa mục ở bàn làm việc trước, rồi chạy lại.",
		isOnPage: "Ý kiến này vẫn đang ở trên trang. Gỡ ở bàn làm việc trước, rồi chạy lại.",
		message: "Đã xóa khỏi lịch sử",
	},
	scheduleFailed:
		"Đến giờ mà không tự đăng được: bài trên trang đã có người sửa cùng chỗ, hoặc nội dung chưa hợp lệ. Hãy mở bài, xem lại rồi duyệt lại.",
	clock: "Bàn làm việc",
} as const;
