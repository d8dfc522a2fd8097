/** What the benchmark says, and the fixed texts of its archives. */

import type { WritableFields } from "../../src/content/index.ts";
import { formatBytes, formatNumber } from "../../src/text/index.ts";

const decimal = (value: number, digits: number) => value.toFixed(digits).replace(".", ",");

export const strings = {
	editedTitle: (title: string) => `Cập nhật: ${title}`,
	repeatedTitle: (title: string, round: number) => {
		const addition = ` (kỳ ${round})`;
		return `${title.slice(0, 200 - addition.length).trimEnd()}${addition}`;
	},
	site: (committees: readonly string[]): WritableFields => ({
		name: "Tin Đo lường",
		tagline: "Kho tin dựng thử",
		description: "Kho tin do chương trình viết ra để đo thời gian dựng trang.",
		url: "https://do-luong.example",
		organisation: "Ban Biên tập Tin Đo lường",
		menu: [
			{ label: "Tin mới", link: "/tin-moi/" },
			{ label: "Lưu trữ", link: "/luu-tru/" },
			{ label: "Giới thiệu", link: "/gioi-thieu.html" },
		],
		homeCommittees: committees,
	}),
	pages: {
		"gioi-thieu": {
			title: "Giới thiệu",
			body: "Kho tin này do chương trình viết ra để đo thời gian dựng trang.",
		},
		"lien-he": { title: "Liên hệ", body: "Không có tòa soạn nào phía sau kho tin này." },
	},
	seconds: (value: number) => `${decimal(value, value < 10 ? 2 : 1)} s`,
	bytes: formatBytes,
	absent: "–",
	summary: "Đo thời gian dựng trang trên một kho tin do chương trình viết ra.",
	details: `Các cảnh đo (--only), theo thứ tự trong mỗi lượt:
  full     dựng từ đầu: bộ nhớ đệm và thư mục kết quả đều trống
  none     dựng lại khi không có gì đổi
  publish  dựng lại sau khi thêm một bài mới nhất
  edit     dựng lại sau khi sửa tiêu đề một bài ở giữa kho
  preview  chạy npm start, sửa tiêu đề năm bài, đo từ lúc ghi tệp đến lúc trang mới hiện ra (trung vị)

Cách đo: mỗi lần dựng là một tiến trình riêng. CPU gồm cả các tiến trình con; bộ nhớ là đỉnh của tiến trình lớn nhất.
Số in ra là trung vị của các lượt. Tệp của hai chỉ mục tìm kiếm (/pagefind/, /tim-kiem/chi-muc/) đếm riêng. Chỉ chạy trên Linux.
Kết quả của các lượt trước nằm trong set-aside đến khi đo xong rồi mới bị xóa, vì ext4 tạo tệp chậm hẳn sau khi xóa nhiều tệp: cần đủ chỗ cho mọi lượt.

Ví dụ:
  npm run bench -- --articles 100000 --against hugo --keep /var/tmp/do --json ket-qua.json
  npm run bench -- --articles 10000 --only preview`,
	options: {
		articles: "Số bài của kho tin",
		corpus: "Lấy chữ từ tệp JSON Lines (.jsonl, .jsonl.gz) thay cho chữ tự viết",
		seed: "Hạt giống của bộ sinh chữ; cùng hạt giống thì cùng kho tin",
		runs: "Số lượt đo",
		only: "Các cảnh cần đo, cách nhau bằng dấu phẩy",
		against: "Dựng cùng kho tin bằng hugo, eleventy để so sánh",
		limit: "Thời gian tối đa cho một lần dựng của Eleventy",
		json: "Tệp JSON nhận mọi số đo",
		keep: "Làm việc trong thư mục này và giữ lại; kho tin có sẵn ở đó được dùng lại",
		noSearch: "Không đo khi có chỉ mục tìm kiếm",
		searchOnly: "Chỉ đo khi có chỉ mục tìm kiếm",
	},
	notANumber: (option: string, text: string) =>
		`Tùy chọn “--${option}” nhận số nguyên dương, không phải “${text}”.`,
	notAChoice: (option: string, word: string, known: readonly string[]) =>
		`Tùy chọn “--${option}” không nhận “${word}”; chỉ nhận: ${known.join(", ")}.`,
	makingArchive: "Viết kho tin",
	startingPreview: "Đo npm start",
	previewEnded: "npm start đã dừng giữa chừng.",
	previewSilent: "npm start chạy nhưng mãi không đưa ra trang mới.",
	preview: (milliseconds: number, times: number) =>
		`npm start, từ lúc ghi tệp đến lúc trang mới hiện ra: ${formatNumber(Math.round(milliseconds))} ms (trung vị của ${times} lần)`,
	withSearch: "portal-search",
	withoutSearch: "portal",
	heading: (articles: number, runs: number, processor: string, memory: number, node: string) =>
		`${formatNumber(articles)} bài, trung vị của ${runs} lượt; ${processor}, ${formatBytes(memory)}, Node ${node}`,
	columns: ["Cảnh", "Bộ dựng", "Thời gian", "CPU", "Bộ nhớ", "Tệp: thêm/sửa/xóa", "Tệp tìm kiếm"],
	scenarios: { full: "full", none: "none", publish: "publish", edit: "edit" },
	ended: (seconds: number) => `> ${formatNumber(seconds)} s`,
	changes: (added: number, changed: number, removed: number, bytes: number) =>
		`${formatNumber(added)}/${formatNumber(changed)}/${formatNumber(removed)}, ${formatBytes(bytes)}`,
	fileSum: (files: number, bytes: number) => `${formatNumber(files)}, ${formatBytes(bytes)}`,
	siteColumn: "Tệp dựng ra",
	total: "Tổng",
	fullRatio: (rival: string, cpu: number, wall: number) =>
		`Dựng từ đầu, portal so với ${rival}: CPU ${decimal(cpu, 2)}×, thời gian ${decimal(wall, 2)}×`,
	publishRatio: (rival: string, subject: string, wall: number, cpu: number) =>
		`Đăng một bài, ${rival} dựng lại so với ${subject}: thời gian ${decimal(wall, 1)}×, CPU ${decimal(cpu, 1)}×`,
	noHugo: "Không tìm thấy lệnh hugo.",
	noHugoRemedy: "cài Hugo bằng trình quản lý gói của máy, rồi chạy lại.",
	preparing: (subject: string) => `Chuẩn bị ${subject}`,
	running: (subject: string, scenario: string, run: number, runs: number) =>
		`Đo ${subject}, ${scenario}, lượt ${run}/${runs}`,
	linuxOnly: "Chỉ đo được trên Linux, nơi có /proc.",
	failed: (command: string, output: string) => `Lệnh “${command}” không xong:\n${output}`,
} as const;
