import { asIsoDateTime } from "../../src/model/ids.ts";
import { PortInUseError, startPreview } from "../../src/preview/preview.ts";
import { toVietnamMoment } from "../../src/text/index.ts";
import { buildOptions, CommandError, defineCommand } from "../command.ts";
import { readPort } from "../desk/port.ts";
import { told } from "../desk/told.ts";

export const command = defineCommand(
	{
		details: "Biến môi trường PORT đổi cổng (mặc định: 8080). Nhấn Ctrl+C để dừng.",
		options: buildOptions,
	},
	async ({ content, output, cache, options }, reporter) => {
		reporter.line("Đang dựng trang…");
		const preview = await startPreview({
			contentDirectory: content,
			outputDirectory: output,
			cacheDirectory: cache,
			port: readPort(process.env.PORT || "8080", `PORT=${process.env.PORT}`, "PORT=9000"),
			now: () => asIsoDateTime(toVietnamMoment(Date.now())),
			search: !options["no-search"],
			onBuild: (reply) => reporter.line(told(reply, content)),
		}).catch(explain);
		reporter.line(`\n  Trang tin:       ${preview.url}\n  Trình soạn bài:  ${preview.editorUrl}\n`);
		await new Promise<void>((resolve) => {
			for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
		});
		await preview.close();
		return 0;
	},
);

function explain(error: unknown): never {
	if (error instanceof PortInUseError) {
		throw new CommandError(
			`Cổng ${error.message} đang có chương trình khác dùng.`,
			"Hãy dừng chương trình đó, hoặc chọn cổng khác: PORT=9000 npm start.",
		);
	}
	throw error;
}
