import { collections } from "../../src/desk/revisions/states.ts";
import { eraseEntry, StoreFault } from "../../src/desk/store/index.ts";
import { formatNumber } from "../../src/text/index.ts";
import { CommandError, defineCommand } from "../command.ts";

export const command = defineCommand(
	{
		details: [
			"Dùng khi pháp luật buộc xóa hẳn: bài, ảnh, tệp kèm và mọi bản nháp của mục biến khỏi mọi phiên bản.",
			"Trước đó hãy xóa mục ở bàn làm việc, tắt bàn làm việc, và sao lưu kho.",
			"Mọi phiên bản về sau đổi mã. Sau khi xóa, đẩy lên kho từ xa bằng `git push --force`, và làm lại mọi bản sao.",
			"",
			"Ví dụ: tintinh erase articles/2026/11/22-ten-bai --yes",
			"       tintinh erase articles/2026/11/22-ten-bai --repository /srv/tin.git --yes",
		].join("\n"),
		options: {
			repository: { kind: "text", summary: "Kho Git trần, thay cho thư mục nội dung", value: "KHO" },
			branch: { kind: "text", summary: "Nhánh của bạn đọc", value: "NHÁNH" },
			yes: { kind: "flag", summary: "Đã hiểu rằng không lấy lại được" },
		},
		positionals: {
			name: "MỤC",
			summary: "Loại và tên của mục, như articles/2026/11/22-ten-bai",
			min: 1,
			max: 1,
		},
	},
	async ({ content, options, positionals }, reporter) => {
		const [name = ""] = positionals;
		const slash = name.indexOf("/");
		const collection = collections.find((known) => known === name.slice(0, slash));
		if (collection === undefined) {
			throw new CommandError(`Không có loại mục nào như “${name}”.`, "Viết như articles/2026/11/22-ten-bai.");
		}
		if (!options.yes) {
			throw new CommandError("Xóa hẳn thì không lấy lại được.", "Sao lưu kho, rồi chạy lại với --yes.");
		}
		const { repository, branch } = options;
		const erased = await eraseEntry(
			{
				location: repository === undefined ? { content } : { repository },
				...(branch !== undefined && { branch }),
				now: Date.now,
			},
			{ collection, id: name.slice(slash + 1) },
		).catch((error: unknown) => {
			throw error instanceof StoreFault ? new CommandError(error.message) : error;
		});
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
