import { exportArticles, exportStrings, filesFolderOf } from "../../src/export/index.ts";
import { formatNumber } from "../../src/text/index.ts";
import { CommandError, defineCommand } from "../command.ts";

const details = `
Xuất mọi bài, kể cả bản nháp, bài hẹn giờ và bài đã gỡ, và mọi văn bản, sự kiện, lịch, mục tổ chức, hỏi đáp, biểu ngữ:
  npm run export -- --wxr --output bai.xml      WordPress: Công cụ → Nhập vào
  npm run export -- --jsonl --output bai.jsonl  JSON Lines: mỗi dòng một bài, nội dung là Markdown

Ảnh và tệp đính kèm được sao chép vào thư mục bên cạnh, tên như tệp xuất thêm “-files”; cho WordPress, đặt thư mục ấy vào
gốc của địa chỉ trang. npm run import đọc lại được cả hai dạng: thêm --media THƯ-MỤC ấy.
`;

export const command = defineCommand(
	{
		details,
		options: {
			wxr: { kind: "flag", summary: "Dạng của WordPress (WXR)" },
			jsonl: { kind: "flag", summary: "JSON Lines" },
			output: { kind: "text", value: "TỆP", summary: "Tệp xuất ra" },
		},
	},
	async ({ content, options: { wxr, jsonl, output } }, reporter) => {
		if (wxr === jsonl) throw new CommandError("Chưa rõ dạng xuất.", "nêu một trong hai: --wxr hoặc --jsonl");
		if (output === undefined) throw new CommandError("Chưa có tên tệp xuất ra.", "thêm --output TỆP");
		const result = await exportArticles({
			directory: content,
			form: wxr ? "wxr" : "jsonl",
			output,
			progress: reporter,
		});
		for (const problem of result.problems) reporter.line(problem);
		const { articles, files, problems, records } = result;
		reporter.summary(
			`${exportStrings.summary(formatNumber(articles), formatNumber(records), formatNumber(files), formatNumber(problems.length))} ${output}, ${filesFolderOf(output)}`,
		);
		return problems.length > 0 ? 1 : 0;
	},
);
