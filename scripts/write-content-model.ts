import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { describeContentModel } from "../src/model/describe.ts";
import { CommandError, runCommand } from "./command.ts";

await runCommand(
	{
		name: "write-content-model",
		summary: "Viết docs/content-model.md từ các lược đồ nội dung.",
		options: {
			file: { kind: "text", summary: "Tệp nhận kết quả", value: "TỆP", default: "docs/content-model.md" },
			check: { kind: "flag", summary: "Chỉ so sánh; mã thoát 1 nếu tệp đã cũ" },
		},
	},
	async ({ options: { file, check } }, reporter) => {
		const text = describeContentModel();
		if (!check) {
			await mkdir(dirname(file), { recursive: true });
			await writeFile(file, text);
			reporter.summary(`Đã viết ${file}.`);
			return;
		}
		const present = await readFile(file, "utf8").catch(() => undefined);
		if (present !== text) {
			throw new CommandError(
				`${file} không khớp với lược đồ trong src/model.`,
				"chạy npm run write-content-model rồi lưu tệp vào Git",
			);
		}
		reporter.summary(`${file} khớp với lược đồ.`);
	},
);
