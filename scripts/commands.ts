import type { Command } from "./command.ts";

/** An entry of the list of commands. */
export interface ListedCommand {
	/** What the command does, in Vietnamese, one line. */
	readonly summary: string;
	/** Its code, which the other commands need not wait for. */
	readonly load: () => Promise<{ readonly command: Command }>;
}

/** The commands of `tintinh`, by name, in the order in which they are listed. */
export const commands: Readonly<Record<string, ListedCommand>> = {
	start: {
		summary: "Mở cổng tin và bàn làm việc trên máy này; tự dựng lại khi nội dung hoặc mã nguồn đổi.",
		load: () => import("./commands/start.ts"),
	},
	desk: {
		summary: "Mở bàn làm việc của tòa soạn: cổng tin, trình soạn bài và API trên một cổng mạng.",
		load: () => import("./commands/desk.ts"),
	},
	voice: {
		summary: "Mở riêng phần tiếng nói bạn đọc: lượt xem, thống kê, ý kiến.",
		load: () => import("./commands/voice.ts"),
	},
	views: {
		summary: "Đếm lượt xem từ nhật ký của máy chủ web.",
		load: () => import("./commands/views.ts"),
	},
	backup: {
		summary: "Sao lưu bàn làm việc khi nó đang mở: kho Git, tài khoản, cài đặt, số liệu bạn đọc.",
		load: () => import("./commands/backup.ts"),
	},
	erase: {
		summary: "Xóa hẳn một mục khỏi mọi phiên bản của kho, khi pháp luật buộc như thế.",
		load: () => import("./commands/erase.ts"),
	},
	build: {
		summary: "Dựng cổng tin từ thư mục nội dung. Nội dung có lỗi thì bản đang có được giữ nguyên.",
		load: () => import("./commands/build.ts"),
	},
	check: {
		summary: "Kiểm tra toàn bộ nội dung và liệt kê mọi lỗi cùng lúc; mã thoát 1 nếu có lỗi.",
		load: () => import("./commands/check.ts"),
	},
	import: {
		summary: "Nhập bài viết từ nguồn có sẵn vào thư mục nội dung.",
		load: () => import("./commands/import.ts"),
	},
	export: {
		summary: "Xuất bài viết ra tệp mà phần mềm khác đọc được.",
		load: () => import("./commands/export.ts"),
	},
	archive: {
		summary: "Đóng tin bài thành kho đọc không cần mạng: một tệp nén mở được từ đĩa hay USB, có tìm kiếm.",
		load: () => import("./commands/archive.ts"),
	},
	"verify-archive": {
		summary: "Đối chiếu từng tệp của một kho (tệp nén hay thư mục đã giải nén); sai thì mã thoát là 1.",
		load: () => import("./commands/verify-archive.ts"),
	},
	deploy: {
		summary: "Đưa cổng tin đã dựng tới nơi phục vụ bạn đọc; chỉ sao chép những tệp đã đổi.",
		load: () => import("./commands/deploy.ts"),
	},
	"verify-site": {
		summary:
			"Đối chiếu từng tệp của cổng tin đã dựng, hay của một bản sao, với manifest.json; sai thì mã thoát là 1.",
		load: () => import("./commands/verify-site.ts"),
	},
	new: {
		summary: "Tạo một cổng tin mới trong thư mục riêng, với kho Git và nội dung mở đầu.",
		load: () => import("./commands/new.ts"),
	},
};
