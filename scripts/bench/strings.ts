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
	milliseconds: (value: number) => `${formatNumber(Math.round(value))} ms`,
	bytes: formatBytes,
	count: formatNumber,
	ratio: (value: number) => `${decimal(value, 2)}×`,
	absent: "–",
	noHugo: "Không tìm thấy lệnh hugo.",
	noHugoRemedy: "cài Hugo bằng trình quản lý gói của máy, rồi chạy lại.",
	running: (subject: string, scenario: string, run: number, runs: number) =>
		`Đo ${subject}, ${scenario}, lượt ${run}/${runs}`,
	linuxOnly: "Chỉ đo được trên Linux, nơi có /proc.",
	failed: (command: string, output: string) => `Lệnh “${command}” không xong:\n${output}`,
} as const;
