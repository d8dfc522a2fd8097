import { readFile, writeFile } from "node:fs/promises";
import { describeTexts } from "../src/messages/describe.ts";
import { describeContentModel } from "../src/model/describe.ts";
import { CommandError, runCommand } from "./command.ts";

/** The generated reference pages and their sources. */
const pages = [
	{ file: "docs/content-model.md", source: "src/model", text: describeContentModel },
	{ file: "docs/texts.md", source: "src/messages", text: describeTexts },
];

await runCommand(
	{
		name: "write-content-model",
		summary: "Viết docs/content-model.md và docs/texts.md từ mã nguồn.",
		options: {
			check: { kind: "flag", summary: "Chỉ so sánh; mã thoát 1 nếu tệp đã cũ" },
		},
	},
	async ({ options: { check } }, reporter) => {
		for (const { file, source, text } of pages) {
			if (!check) await writeFile(file, text());
			else if ((await readFile(file, "utf8").catch(() => undefined)) !== text()) {
				throw new CommandError(
					`${file} không khớp với ${source}.`,
					"chạy npm run write-content-model rồi lưu tệp vào Git",
				);
			}
			reporter.summary(check ? `${file} khớp.` : `Đã viết ${file}.`);
		}
	},
);
