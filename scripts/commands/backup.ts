import { dirname, join } from "node:path";
import { takeSnapshot } from "../../src/desk/snapshot/take-snapshot.ts";
import { StoreFault } from "../../src/desk/store/index.ts";
import { formatBytes, formatNumber } from "../../src/text/index.ts";
import { CommandError, defineCommand } from "../command.ts";

export const command = defineCommand(
	{
		details: [
			"Chạy được khi bàn làm việc đang mở. Mỗi lần là một thư mục riêng, đủ để khôi phục trên máy khác;",
			"cách khôi phục ghi trong KHOI-PHUC.txt của thư mục ấy. Nên đặt trên ổ đĩa khác, chạy mỗi đêm.",
			"",
			"Ví dụ: npm run backup -- --to /mnt/sao-luu/tin --keep 14",
		].join("\n"),
		options: {
			to: { kind: "text", summary: "Thư mục giữ các bản sao lưu", value: "THƯ-MỤC" },
			keep: { kind: "text", summary: "Chỉ giữ lại ngần này bản mới nhất", value: "SỐ" },
			repository: { kind: "text", summary: "Kho Git trần thay cho thư mục nội dung", value: "THƯ-MỤC" },
			data: { kind: "text", summary: "Thư mục riêng của bàn làm việc", value: "THƯ-MỤC" },
		},
	},
	async ({ content, cache, options }, reporter) => {
		const { to, repository } = options;
		if (to === undefined) {
			throw new CommandError(
				"Chưa nêu nơi nhận bản sao lưu.",
				"Thêm --to và một thư mục, như --to /mnt/sao-luu/tin.",
			);
		}
		const snapshot = await takeSnapshot({
			location: repository === undefined ? { content } : { repository },
			dataDirectory: options.data ?? join(dirname(cache), ".desk"),
			to,
			now: Date.now(),
			...(options.keep !== undefined && { keep: readKeep(options.keep) }),
		}).catch((error: unknown) => {
			throw error instanceof StoreFault ? new CommandError(error.message) : error;
		});
		for (const folder of snapshot.removed) reporter.line(`Xóa bản cũ: ${folder}`);
		if (snapshot.uncommitted > 0) {
			reporter.line(
				`Lưu ý: ${formatNumber(snapshot.uncommitted)} tệp trong thư mục nội dung chưa có trong Git nên không được sao lưu.`,
			);
		}
		if (process.env.DATABASE_URL) {
			reporter.line("Lưu ý: số liệu và ý kiến bạn đọc ở PostgreSQL; sao lưu riêng bằng pg_dump.");
		}
		reporter.summary(
			`Đã sao lưu vào ${snapshot.folder}: ${formatNumber(snapshot.files)} tệp, ${formatBytes(snapshot.bytes)}.`,
		);
		return 0;
	},
);

function readKeep(text: string): number {
	if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
	throw new CommandError(`--keep ${text} không phải số bản.`, "Viết một số từ 1 trở lên, như --keep 14.");
}
