import { formatNumber } from "../src/text/index.ts";

const noRight = {
	reason: "không có quyền",
	remedy: "cho tài khoản đang chạy lệnh quyền đọc và ghi ở đó, hoặc chọn chỗ khác",
};

const noFolder = {
	reason: "không phải thư mục",
	remedy: "sửa lại đường dẫn, hoặc dời tệp mang tên ấy đi chỗ khác",
};

/** What the frame of every command says. */
export const strings = {
	usage: "Cách dùng",
	options: "Tùy chọn",
	arguments: "Tham số",
	defaultValue: (value: string) => `(mặc định: ${value})`,
	help: "In hướng dẫn này rồi dừng",
	content: "Thư mục nội dung",
	output: "Thư mục nhận cổng tin đã dựng",
	cache: "Thư mục giữ kết quả trung gian giữa các lần dựng",
	noSearch: "Không lập chỉ mục tìm kiếm",
	now: "Thời điểm quyết định bài nào đã đăng; chỉ ghi ngày thì tính từ 00:00 giờ Việt Nam",
	nowDefault: "bây giờ",
	directory: "THƯ-MỤC",
	moment: "NGÀY-GIỜ",
	remedy: "Cách khắc phục",
	seeHelp: (call: string) => `Gõ “${call} --help” để xem hướng dẫn.`,
	commands: "Các lệnh",
	overview: "Tin Tỉnh: cổng tin của ban, cơ quan cấp tỉnh, dựng từ một thư mục bài viết.",
	overviewDetails: "Mỗi lệnh có hướng dẫn riêng: tintinh LỆNH --help",
	command: "LỆNH",
	unknownCommand: (name: string) => `Không có lệnh “${name}”.`,
	nearCommand: (name: string) => `Có phải “tintinh ${name}”?`,
	noPortal:
		"Thư mục này không nằm trong cổng tin nào: không thấy content/site.yml, kể cả ở các thư mục bên trên.",
	noPortalRemedy:
		"Hãy vào thư mục của cổng tin, hoặc thêm --content THƯ-MỤC; tạo cổng tin mới bằng “tintinh new THƯ-MỤC”.",
	unknownOption: (option: string) => `Không có tùy chọn “${option}”.`,
	missingValue: (option: string) => `Tùy chọn “${option}” cần một giá trị theo sau.`,
	noValueWanted: (option: string) => `Tùy chọn “${option}” không nhận giá trị.`,
	emptyValue: (option: string) => `Tùy chọn “${option}” đang để trống.`,
	notAMoment: (option: string, value: string) =>
		`Tùy chọn “${option}” nhận ngày giờ có thật, như 2026-11-22 hoặc 2026-11-22T08:30+07:00, không phải “${value}”.`,
	tooFewArguments: (name: string) => `Thiếu tham số ${name}.`,
	tooManyArguments: (argument: string) => `Thừa tham số “${argument}”.`,
	disk: (path: string, reason: string) => `Không dùng được “${path}”: ${reason}.`,
	diskSomewhere: (reason: string) => `Không ghi được: ${reason}.`,
	/** What the file system refused, and what to do, by its codes. */
	diskFaults: {
		EACCES: noRight,
		EPERM: noRight,
		EROFS: { reason: "ổ đĩa chỉ cho đọc", remedy: "chọn thư mục ở ổ đĩa ghi được" },
		ENOSPC: { reason: "ổ đĩa đã đầy", remedy: "dọn bớt ổ đĩa, hoặc chọn ổ khác, rồi chạy lại" },
		EFBIG: {
			reason: "tệp lớn hơn mức ổ đĩa cho phép",
			remedy: "chọn ổ đĩa nhận được tệp lớn; thẻ nhớ dạng FAT32 chỉ nhận tệp dưới 4 GB",
		},
		ENOTDIR: noFolder,
		EEXIST: noFolder,
		EISDIR: { reason: "là thư mục, không phải tệp", remedy: "sửa lại đường dẫn thành tên tệp" },
		ENOENT: { reason: "không tồn tại", remedy: "sửa lại đường dẫn" },
		ELOOP: {
			reason: "liên kết tượng trưng đi vòng",
			remedy: "xóa liên kết ấy, hoặc cho nó dẫn tới chỗ có thật",
		},
	},
	unexpected: "Lỗi ngoài dự kiến; xin báo cho người phát triển kèm các dòng sau.",
	timeLeft: "còn",
	progress: (label: string, done: number, total: number, share?: number) =>
		`${label}: ${formatNumber(done)}${total > 0 ? `/${formatNumber(total)}` : share === undefined ? "" : ` (${Math.floor(share * 100)} %)`}`,
	progressDone: (label: string, done: number, seconds: number) =>
		`${label}: ${done > 0 ? `${formatNumber(done)}, ` : ""}xong sau ${seconds.toFixed(1).replace(".", ",")} giây`,
} as const;
