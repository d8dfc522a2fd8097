import { dirname, join } from "node:path";
import { openDesk } from "../../src/desk/desk.ts";
import { buildOptions, defineCommand } from "../command.ts";
import { atTerminal } from "../desk/at-terminal.ts";
import { deskErrors } from "../desk/errors.ts";
import { readPort } from "../desk/port.ts";
import { untilStopped } from "../desk/until-stopped.ts";

export const command = defineCommand(
	{
		details: "Biến môi trường PORT đổi cổng (mặc định: 8080). Nhấn Ctrl+C để dừng.",
		options: {
			...buildOptions,
			data: {
				kind: "text",
				summary: "Thư mục riêng của bàn làm việc; không nêu thì là .desk của cổng tin",
				value: "THƯ-MỤC",
			},
		},
	},
	async ({ content, output, cache, options }, reporter) => {
		const port = readPort(process.env.PORT || "8080", `PORT=${process.env.PORT}`, "PORT=9000");
		reporter.line("Đang dựng trang…");
		const desk = await openDesk({
			location: { content },
			outputDirectory: output,
			cacheDirectory: cache,
			dataDirectory: options.data ?? join(dirname(cache), ".desk"),
			port,
			host: "127.0.0.1",
			trustsProxy: false,
			local: true,
			search: !options["no-search"],
			...atTerminal(content, reporter),
		}).catch(deskErrors("PORT=9000 npm start"));
		await desk.firstBuild;
		reporter.line(
			`\n  Cổng tin:      ${desk.url}\n  Bàn làm việc:  ${desk.url}ban-lam-viec/\n  Viết bài mới:  ${desk.url}admin/#/collections/articles/new\n`,
		);
		await untilStopped();
		await desk.close();
		return 0;
	},
);
