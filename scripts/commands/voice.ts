import { dirname, join } from "node:path";
import { createMailer } from "../../src/desk/accounts/mailer.ts";
import { readSettings, SettingsError } from "../../src/desk/settings.ts";
import { makePrivateFolder } from "../../src/disk/private-folder.ts";
import { openVoiceServer } from "../../src/voice/serve-voice.ts";
import { CommandError, defineCommand } from "../command.ts";
import { readPort } from "../desk/port.ts";
import { settingsFault } from "../desk/settings-fault.ts";
import { untilStopped } from "../desk/until-stopped.ts";

export const command = defineCommand(
	{
		details: [
			"Bàn làm việc đã có sẵn phần này; lệnh dành cho nơi phục vụ cổng tin bằng máy chủ khác.",
			"Biến môi trường DATABASE_URL=postgres://… dùng PostgreSQL thay cho tệp voice.db.",
			"",
			"Ví dụ: npm run voice -- --port 8090 --trust-proxy",
			"Hướng dẫn: docs/voice.md",
		].join("\n"),
		options: {
			data: { kind: "text", summary: "Thư mục giữ voice.db", value: "THƯ-MỤC" },
			port: { kind: "text", summary: "Cổng", value: "SỐ", default: "8090" },
			host: { kind: "text", summary: "Địa chỉ mà máy chủ nghe", value: "ĐỊA_CHỈ", default: "127.0.0.1" },
			"trust-proxy": { kind: "flag", summary: "Tin X-Forwarded-For: có Caddy hoặc nginx đứng trước" },
		},
	},
	async ({ output, cache, options }, reporter) => {
		const port = readPort(options.port, `--port ${options.port}`, "--port 8091");
		const data = options.data ?? join(dirname(cache), ".desk");
		const url = process.env.DATABASE_URL;
		if (!url) await makePrivateFolder(data);
		const { mail, counter } = await readSettings(data).catch((error: unknown) => {
			throw error instanceof SettingsError ? settingsFault(error) : error;
		});
		const server = await openVoiceServer({
			location: url ? { url } : { file: join(data, "voice.db") },
			outputDirectory: output,
			port,
			host: options.host,
			origins: [`http://localhost:${port}`, `http://127.0.0.1:${port}`],
			trustsProxy: options["trust-proxy"],
			...(mail && { mailer: createMailer(mail) }),
			counterKey: counter,
			clock: Date.now,
			log: (line) => reporter.line(line),
		}).catch((error: NodeJS.ErrnoException) => {
			if (error.code !== "EADDRINUSE") throw error;
			throw new CommandError(
				`Cổng ${port} đang có chương trình khác dùng.`,
				"Hãy dừng chương trình đó, hoặc chọn cổng khác: npm run voice -- --port 8091.",
			);
		});
		reporter.line(`Tiếng nói bạn đọc: ${server.url}/tieng-noi/`);
		await untilStopped();
		await server.close();
		return 0;
	},
);
