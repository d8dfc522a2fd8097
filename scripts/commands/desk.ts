import { dirname, join } from "node:path";
import { openDesk } from "../../src/desk/desk.ts";
import { buildOptions, CommandError, defineCommand } from "../command.ts";
import { atTerminal } from "../desk/at-terminal.ts";
import { deskErrors } from "../desk/errors.ts";
import { isPeopleCommand, peopleCommands, runPeopleCommand } from "../desk/people.ts";
import { readPort } from "../desk/port.ts";
import { untilStopped } from "../desk/until-stopped.ts";

export const command = defineCommand(
	{
		details: [
			"Không có chữ nào theo sau: mở bàn làm việc. Nhấn Ctrl+C để dừng.",
			"  invite THƯ   mời một người; in liên kết đặt mật khẩu (--name, --role, --committee)",
			"  reset THƯ    liên kết đặt lại mật khẩu",
			"  roles THƯ    đổi vai (--role, --committee)",
			"  people       ai đang có tài khoản",
			"Vai trò: writer, editor, publisher, administrator; nhiều vai trò cách nhau bằng dấu phẩy.",
			"",
			"Ví dụ: npm run desk -- --origin https://tin.example.vn --trust-proxy",
			"       npm run desk -- invite an@example.vn --name 'Nguyễn Văn An' --role writer,editor",
			"Hướng dẫn: docs/desk.md",
		].join("\n"),
		options: {
			...buildOptions,
			repository: { kind: "text", summary: "Kho Git trần thay cho thư mục nội dung", value: "THƯ-MỤC" },
			data: { kind: "text", summary: "Thư mục riêng của bàn làm việc", value: "THƯ-MỤC" },
			port: { kind: "text", summary: "Cổng", value: "SỐ", default: "8080" },
			host: { kind: "text", summary: "Địa chỉ mà máy chủ nghe", value: "ĐỊA_CHỈ", default: "127.0.0.1" },
			origin: {
				kind: "text",
				summary: "Địa chỉ mà mọi người dùng, như https://tin.example.vn",
				value: "ĐỊA_CHỈ",
			},
			"trust-proxy": { kind: "flag", summary: "Tin X-Forwarded-For: có Caddy hoặc nginx đứng trước" },
			name: { kind: "text", summary: "Họ tên người được mời", value: "TÊN" },
			role: { kind: "text", summary: "Vai trò; writer nếu không nêu", value: "VAI" },
			committee: { kind: "text", summary: "Chỉ các ban này; không nêu thì mọi ban", value: "BAN" },
		},
		positionals: { name: peopleCommands.join("|"), summary: "việc về người dùng", min: 0, max: 2 },
	},
	async ({ content, output, cache, options, positionals }, reporter) => {
		const port = readPort(options.port, `--port ${options.port}`, "--port 9000");
		const data = options.data ?? join(dirname(cache), ".desk");
		const origin = readOrigin(options.origin);
		const [command, email] = positionals;
		if (isPeopleCommand(command)) {
			const people = {
				dataDirectory: data,
				origin: origin ?? `http://localhost:${port}`,
				name: options.name,
				role: options.role,
				committee: options.committee,
			};
			return await runPeopleCommand(command, email, people, reporter);
		}
		if (command !== undefined) {
			throw new CommandError(`Không có việc “${command}”.`, `Hãy dùng: ${peopleCommands.join(", ")}.`);
		}
		const desk = await openDesk({
			location: options.repository === undefined ? { content } : { repository: options.repository },
			outputDirectory: output,
			cacheDirectory: cache,
			dataDirectory: data,
			port,
			host: options.host,
			origin,
			trustsProxy: options["trust-proxy"],
			local: false,
			search: !options["no-search"],
			...atTerminal(content, reporter),
		}).catch(deskErrors("npm run desk -- --port 9000"));
		reporter.line(`\n  Bàn làm việc:  ${desk.url}ban-lam-viec/\n`);
		if (desk.firstAdministrator) {
			reporter.line(`Chưa có ai. Mở liên kết này để tạo quản trị viên:\n${desk.firstAdministrator}\n`);
		}
		await untilStopped();
		await desk.close();
		return 0;
	},
);

function readOrigin(text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	if (URL.canParse(text)) {
		const { origin, protocol, pathname } = new URL(text);
		if (/^https?:$/.test(protocol) && pathname === "/") return origin;
	}
	throw new CommandError(
		`--origin ${text} không phải là địa chỉ của cổng tin.`,
		"Hãy ghi như https://tin.example.vn, không có đường dẫn phía sau.",
	);
}
