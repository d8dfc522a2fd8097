import { dirname, join } from "node:path";
import { collections } from "../../src/desk/revisions/states.ts";
import { eraseComment, eraseEntry, StoreFault } from "../../src/desk/store/index.ts";
import { isArticleId } from "../../src/model/ids.ts";
import { formatNumber } from "../../src/text/index.ts";
import { forget } from "../../src/voice/comments/comments.ts";
import { CommandError, defineCommand } from "../command.ts";
import { existingVoiceDatabase } from "../voice-database.ts";

export const command = defineCommand(
	{
		details: [
			"Dùng khi pháp luật buộc xóa hẳn: bài, ảnh, tệp kèm và mọi bản nháp của mục biến khỏi mọi phiên bản.",
			"Trước đó hãy xóa mục ở bàn làm việc, tắt bàn làm việc, và sao lưu kho.",
			"Một ý kiến bạn đọc: gỡ khỏi trang trước, rồi viết comments/<bài>/<mã>; mã có ở mục “Đã gỡ” của bàn làm việc.",
			"Mọi phiên bản về sau đổi mã. Sau khi xóa, đẩy lên kho từ xa bằng `git push --force`, và làm lại mọi bản sao.",
			"",
			"Ví dụ: tintinh erase articles/2026/11/22-ten-bai --yes",
			"       tintinh erase articles/2026/11/22-ten-bai --repository /srv/tin.git --yes",
			"       tintinh erase comments/2026/11/22-ten-bai/k3v9x0a1b2c3 --yes",
		].join("\n"),
		options: {
			repository: { kind: "text", summary: "Kho Git trần, thay cho thư mục nội dung", value: "KHO" },
			branch: { kind: "text", summary: "Nhánh của bạn đọc", value: "NHÁNH" },
			data: { kind: "text", summary: "Thư mục riêng của bàn làm việc, nơi giữ voice.db", value: "THƯ-MỤC" },
			yes: { kind: "flag", summary: "Đã hiểu rằng không lấy lại được" },
		},
		positionals: {
			name: "MỤC",
			summary: "Loại và tên của mục, như articles/2026/11/22-ten-bai",
			min: 1,
			max: 1,
		},
	},
	async ({ content, cache, options, positionals }, reporter) => {
		const [name = ""] = positionals;
		const slash = name.indexOf("/");
		const [, article, comment] = /^comments\/(.+)\/([a-z0-9]{12})$/.exec(name) ?? [];
		const collection = collections.find((known) => known === name.slice(0, slash));
		const isComment = article !== undefined && comment !== undefined && isArticleId(article);
		if (collection === undefined && !isComment) {
			throw new CommandError(`Không có loại mục nào như “${name}”.`, "Viết như articles/2026/11/22-ten-bai.");
		}
		if (!options.yes) {
			throw new CommandError("Xóa hẳn thì không lấy lại được.", "Sao lưu kho, rồi chạy lại với --yes.");
		}
		const { repository, branch } = options;
		const place = {
			location: repository === undefined ? { content } : { repository },
			...(branch !== undefined && { branch }),
			now: Date.now,
		};
		// What cannot be opened is told before anything is changed.
		const data = options.data ?? join(dirname(cache), ".desk");
		const voice = isComment ? await existingVoiceDatabase(data, process.env.DATABASE_URL) : undefined;
		const work = async () => {
			if (!isComment)
				return await eraseEntry(place, { collection: collection ?? "articles", id: name.slice(slash + 1) });
			const erased = await eraseComment(place, article, comment);
			// What was taken down is kept for 30 days where readers' comments wait; on demand it goes at once.
			if (voice) await forget(voice.db, [comment]);
			else reporter.line(noDatabase(join(data, "voice.db")));
			return erased;
		};
		const erased = await work()
			.catch((error: unknown) => {
				throw error instanceof StoreFault ? new CommandError(error.message) : error;
			})
			.finally(() => voice?.close());
		const { changed, removed, commits } = erased;
		for (const ref of changed) reporter.line(`Đổi: ${ref}`);
		for (const ref of removed) reporter.line(`Xóa: ${ref}`);
		reporter.summary(
			`Đã xóa ${name} khỏi lịch sử: ${formatNumber(commits)} phiên bản được làm lại. ` +
				"Hãy đẩy lên kho từ xa bằng git push --force và làm lại các bản sao.",
		);
		return 0;
	},
);

function noDatabase(file: string): string {
	return `Không thấy ${file}, nơi giữ ý kiến bạn đọc đã gỡ thêm 30 ngày. Nếu bàn làm việc dùng thư mục hay cơ sở dữ liệu khác, hãy chạy lại lệnh này với --data hoặc DATABASE_URL của nó.`;
}
