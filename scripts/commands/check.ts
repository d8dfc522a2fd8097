import { readdirSync } from "node:fs";
import { join } from "node:path";
import { formatProblems, readPortal } from "../../src/content/index.ts";
import { formatNumber } from "../../src/text/index.ts";
import { defineCommand, nowOption } from "../command.ts";

export const command = defineCommand(
	{
		options: { now: nowOption },
	},
	async ({ content, options }, reporter) => {
		const { portal, problems } = await readPortal({
			directory: content,
			now: options.now,
			progress: reporter,
		});
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
