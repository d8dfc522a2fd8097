import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { importArticles, jsonLinesSource, SourceError } from "../src/import/index.ts";
import { CommandError, runCommand } from "./command.ts";

const details = `
Nguồn là tệp JSON Lines (.jsonl hoặc .jsonl.gz), mỗi dòng một bài:
  {id, title, summary, body, date, author, source, category, tags, url, captions, image, images}
Chỉ bắt buộc title (từ 5 ký tự) và body; các đoạn cách nhau một dòng trống.

Quy tắc nhập; không thêm và không bỏ chữ nào:
  - Ngày: nhận ngày giờ ISO; chỉ có ngày thì tính 00:00; không ghi múi giờ thì là giờ Việt Nam.
  - Bài không ngày: bài đầu nguồn mang 00:00 ngày 01/01/2008, mỗi bài sau thêm 6 giờ theo thứ tự trong nguồn
    (kể cả bài có ngày); hết năm 2025 thì quay lại 2008. Cùng một nguồn luôn cho cùng ngày.
  - Mã chữ: đưa về Unicode dựng sẵn, bỏ ký tự ẩn, sửa ð thành đ, giải mã ký hiệu HTML chắc chắn (&ugrave; → ù).
    Không đổi vị trí dấu thanh.
  - Tiêu đề trên 200 ký tự được cắt ở ranh giới từ; nguyên văn thành đoạn đầu. Sapo trên 600 ký tự cũng vậy.
  - Tác giả: mỗi tên một tệp trong authors/; không có thì ghi tên nguồn, không có nguồn thì “Khuyết danh”.
    Hai tên chỉ khác chữ hoa, chữ thường là một người.
  - Chuyên mục (category) thành từ khóa đầu tiên; source và url thành nguồn.
  - Nội dung là chữ thuần: các dấu của Markdown được giữ nguyên như chữ.
  - Ảnh không được tải về; địa chỉ ảnh ghi trong báo cáo, chú thích ảnh thành dòng nghiêng cuối nội dung.
  - Trùng tên tệp trong một ngày: thêm -2, -3…
  - Chạy lại không đổi gì; tệp đã có với nội dung khác thì để nguyên và báo lại.
  - Thư mục chưa có site.yml thì được thêm một tệp tối thiểu.
`;

await runCommand(
	{
		name: "import",
		summary: "Nhập bài viết từ nguồn có sẵn vào thư mục nội dung.",
		details,
		options: {
			report: {
				kind: "text",
				value: "TỆP",
				summary: "Tệp nhận báo cáo đầy đủ",
				default: "import-report.txt",
			},
		},
		positionals: { name: "NGUỒN", summary: "Tệp .jsonl hoặc .jsonl.gz", min: 1, max: 1 },
	},
	async ({ content, options, positionals: [path = ""] }, reporter) => {
		const source = jsonLinesSource(path);
		try {
			const report = await importArticles(source, { directory: content, progress: reporter });
			await mkdir(dirname(options.report), { recursive: true });
			await writeFile(options.report, report.text(source.name));
			for (const line of report.overview()) reporter.line(line);
			reporter.summary(`${report.summary()} Báo cáo: ${options.report}`);
		} catch (error) {
			if (error instanceof SourceError) {
				throw new CommandError(error.message, "kiểm tra đường dẫn và tệp nguồn; phần đã nhập vẫn còn nguyên");
			}
			throw error;
		}
	},
);
