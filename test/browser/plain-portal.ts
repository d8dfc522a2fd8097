/**
 * A portal as after an import: no pictures, no leads, nothing featured, dates without times, titles in capitals. Names
 * in its menu, foot, banner and keywords have document numbers and years.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The address of one page of each kind in it. */
export const plainPages = {
	home: "/",
	article: "/2019/03/05/bai-40.html",
	"article without a date": "/2015/01/01/khong-ngay.html",
	latest: "/tin-moi/",
	"numbered list page": "/tin-moi/1.html",
	tag: "/tu-khoa/nong-thon-moi/",
	"day with many articles": "/2019/03/05/",
	month: "/2019/03/",
	year: "/2019/",
	archive: "/luu-tru/",
	"page that does not exist": "/khong-co.html",
} as const satisfies Record<string, string>;

const body = `Sáng nay, hội nghị nghe báo cáo về 1.250 héc-ta lúa và 318 hộ dân. Đại biểu thảo luận về thủy lợi nội đồng.

| Đơn vị | Điện thoại | Số hộ |
| --- | --- | ---: |
| Văn phòng Đảng ủy xã Đông Sơn Thượng | 0204 555 0188 | 1.250 |

Hội nghị thống nhất ba việc trong quý tới. Kết quả được niêm yết tại nhà văn hóa thôn theo Quyết định số 15/2019/QĐ-UBND.
`;

/** Writes its content folder: 46 articles, twenty of them on one day. */
export function writePlainPortal(directory: string): void {
	const write = (path: string, text: string) => {
		mkdirSync(dirname(join(directory, path)), { recursive: true });
		writeFileSync(join(directory, path), text);
	};
	write(
		"site.yml",
		"name: Cổng thông tin điện tử Ban Vận động quần chúng xã Đông Sơn Thượng\ndescription: Tin của xã.\nurl: https://xa.example.vn\norganisation: Ban Vận động quần chúng\nfeatures:\n  offline: false\nmenu:\n  - label: Nghị quyết 18-NQ/TW ở xã\n    link: /tin-moi/\n",
	);
	write("banners/dai-hoi.yml", "name: Chào mừng Đại hội Đảng bộ xã, nhiệm kỳ 2025 – 2030\nlink: /tin-moi/\n");
	write("pages/noi-quy.md", "---\ntitle: Nội quy theo Quyết định 15/2019/QĐ-UBND\n---\nNội quy.\n");
	write("authors/ban-bien-tap.yml", "name: Ban Biên tập\nkind: organisation\n");
	const article = (path: string, title: string, date: string, more = "") =>
		write(
			`articles/${path}.md`,
			`---\ntitle: ${title}\ndate: ${date}\nauthor: ban-bien-tap\ntags:\n  - Nông thôn mới\n  - Nghị quyết 18-NQ/TW ở xã\n${more}---\n${body}`,
		);
	for (let number = 1; number <= 44; number++) {
		const day = number > 24 ? "2019-03-05" : `2018-${number > 12 ? "11" : "07"}-${10 + (number % 12)}`;
		const title =
			number % 3 === 0
				? `HỘI NGHỊ TỔNG KẾT PHONG TRÀO XÂY DỰNG NÔNG THÔN MỚI Ở XÃ ĐÔNG SƠN THƯỢNG LẦN THỨ ${number}`
				: `Hội nghị lần thứ ${number} về phong trào xây dựng nông thôn mới ở xã Đông Sơn Thượng`;
		article(`${day.replaceAll("-", "/")}-bai-${number}`, title, day);
	}
	article("2019/10/12-bai-cuoi", "Bế mạc phong trào ở xã Đông Sơn Thượng", "2019-10-12");
	article("2015/01/01-khong-ngay", "Truyền thống quê hương", "2015-01-01", "undated: true\n");
}
