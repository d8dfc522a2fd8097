import { readdirSync } from "node:fs";
import { join } from "node:path";
import { formatNumber } from "../../src/text/index.ts";
import { defineCommand, nowOption } from "../command.ts";

export const command = defineCommand(
	{
		details: [
			"--fix sửa trước những gì máy sửa được mà không phải hỏi ai, kể cả những gì một bản Tin Tỉnh mới cần đổi trong nội",
			"dung; phần còn lại được liệt kê kèm cách sửa. Nên lưu nội dung vào Git trước khi chạy.",
		].join("\n"),
		options: {
			now: nowOption,
			fix: { kind: "flag", summary: "Sửa những gì sửa được, rồi kiểm tra" },
		},
	},
	async ({ content, output, cache, options }, reporter) => {
		// Help needs none of this.
		const [{ checkPortal }, { fixContent, formatProblems, formatWarnings }] = await Promise.all([
			import("../../src/build/check-portal.ts"),
			import("../../src/content/index.ts"),
		]);
		const fixed = options.fix ? await fixContent(content) : [];
		for (const { path, summaries } of fixed)
			reporter.line(`Đã sửa ${content}/${path}: ${summaries.join("; ")}.`);
		const { portal, problems, warnings } = await checkPortal({
			contentDirectory: content,
			outputDirectory: output,
			cacheDirectory: cache,
			now: options.now,
			progress: reporter,
		});
		if (warnings.length > 0) reporter.line(formatWarnings(warnings, content).trimEnd());
		if (!portal) {
			reporter.summary(formatProblems(problems, content).trimEnd());
			return 1;
		}
		const { articles, authors, committees, tags, pages } = portal;
		const unpublished = countArticleFiles(content) - articles.length;
		const counts: [number, string][] = [
			[articles.length, "bài đã đăng"],
			[unpublished, "bản nháp hoặc bài hẹn giờ"],
			[authors.size, "tác giả"],
			[committees.size, "ban, cơ quan"],
			[tags.size, "từ khóa"],
			[pages.length, "trang cố định"],
		];
		const told = counts.map(([count, name]) => `${formatNumber(count)} ${name}`).join(", ");
		reporter.summary(`Nội dung không có lỗi: ${told}.`);
		return 0;
	},
);

function countArticleFiles(content: string): number {
	try {
		const names = readdirSync(join(content, "articles"), { recursive: true, encoding: "utf8" });
		return names.filter((name) => name.endsWith(".md")).length;
	} catch {
		return 0;
	}
}
