import { asIsoDateTime } from "../../src/model/ids.ts";
import type { BuildReply } from "../../src/preview/messages.ts";
import { PortInUseError, startPreview } from "../../src/preview/preview.ts";
import { formatNumber, toVietnamMoment } from "../../src/text/index.ts";
import { buildOptions, CommandError, defineCommand } from "../command.ts";

const defaultPort = 8080;

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
			port: portOf(process.env.PORT),
			now: () => asIsoDateTime(toVietnamMoment(Date.now())),
			search: !options["no-search"],
			onBuild: (reply) => reporter.line(told(reply)),
		}).catch(explain);
		reporter.line(`\n  Trang tin:       ${preview.url}\n  Trình soạn bài:  ${preview.editorUrl}\n`);
		await new Promise<void>((resolve) => {
			for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
		});
		await preview.close();
		return 0;
	},
);

function told(reply: BuildReply): string {
	if (reply.kind !== "built") return reply.text.trimEnd();
	const { added, changed, removed } = reply.report;
	const count = added.length + changed.length + removed.length;
	return `Đã dựng: ${formatNumber(count)} tệp thay đổi, ${formatNumber(Math.round(reply.milliseconds))} ms.`;
}

function portOf(text: string | undefined): number {
	if (text === undefined || text === "") return defaultPort;
	const port = Number(text);
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	throw new CommandError(`PORT=${text} không phải là số cổng.`, "Hãy dùng số từ 1 đến 65535, như PORT=9000.");
}

function explain(error: unknown): never {
	if (error instanceof PortInUseError) {
		throw new CommandError(
			`Cổng ${error.message} đang có chương trình khác dùng.`,
			"Hãy dừng chương trình đó, hoặc chọn cổng khác: PORT=9000 npm start.",
		);
	}
	throw error;
}
