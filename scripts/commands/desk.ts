import { startDesk } from "../../src/desk/server.ts";
import { defineCommand } from "../command.ts";

export const command = defineCommand(
	{
		options: {
			port: { kind: "text", summary: "Cổng.", value: "SỐ", default: "8080" },
			host: { kind: "text", summary: "Địa chỉ mà máy chủ nghe.", value: "ĐỊA_CHỈ", default: "127.0.0.1" },
		},
	},
	async ({ options }, reporter) => {
		const desk = await startDesk({ port: Number(options.port), host: options.host });
		reporter.line(`Bàn làm việc: ${desk.url}`);
		await new Promise<void>((resolve) => {
			for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
		});
		await desk.close();
		return 0;
	},
);
