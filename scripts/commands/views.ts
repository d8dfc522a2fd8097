import { mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { countLogs } from "../../src/voice/logs/count-logs.ts";
import { apiOnDisk, publishedArticles } from "../../src/voice/published-articles.ts";
import { openVoiceDatabase } from "../../src/voice/store/open-voice-database.ts";
import { CommandError, defineCommand } from "../command.ts";

export const command = defineCommand(
	{
		details: [
			"Nhật ký dạng combined của nginx, Apache hay Caddy; tệp .gz đọc thẳng. Chạy lại bao nhiêu lần cũng không đếm hai",
			"lần: lệnh nhớ đã đọc tới đâu, kể cả khi tệp đã đổi tên hay nén lại. Ngày nào trang đã tự đếm thì bỏ qua.",
			"Biến môi trường DATABASE_URL=postgres://… dùng PostgreSQL thay cho tệp voice.db.",
			"",
			"Ví dụ: npm run views -- /var/log/nginx/access.log.1 /var/log/nginx/access.log",
		].join("\n"),
		options: {
			data: { kind: "text", summary: "Thư mục giữ voice.db", value: "THƯ-MỤC" },
		},
		positionals: {
			name: "NHẬT_KÝ",
			summary: "tệp nhật ký của máy chủ web, cũ trước mới sau",
			min: 1,
			max: 1_000,
		},
	},
	async ({ output, cache, options, positionals }, reporter) => {
		for (const file of positionals) {
			const found = await stat(file).catch(() => undefined);
			if (!found?.isFile()) throw new CommandError(`Không có tệp ${file}.`, "Hãy xem lại đường dẫn.");
		}
		const data = options.data ?? join(dirname(cache), ".desk");
		const url = process.env.DATABASE_URL;
		if (!url) await mkdir(data, { recursive: true, mode: 0o700 });
		const { db, close } = await openVoiceDatabase(url ? { url } : { file: join(data, "voice.db") });
		try {
			const articles = publishedArticles(apiOnDisk(output), Date.now);
			const { lines, counted, robots, otherwiseCounted } = await countLogs({
				db,
				files: positionals,
				isArticle: async (id) => (await articles.find(id)) !== undefined,
				clock: Date.now,
			});
			reporter.line(`Đã đọc ${lines} dòng: thêm ${counted} lượt xem, bỏ ${robots} lượt của máy.`);
			if (otherwiseCounted > 0) {
				reporter.line(
					`${otherwiseCounted} lượt thuộc những ngày trang đã tự đếm hoặc đã khép sổ, không đếm lại.`,
				);
			}
		} finally {
			await close();
		}
		return 0;
	},
);
