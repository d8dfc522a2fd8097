import { spawn } from "node:child_process";
import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CommandArguments, helpText, nowOption, readCommandLine } from "./command.ts";

const clock = Date.parse("2026-11-22T08:30:00+07:00");
/** The folder of the sample portal. */
const directory = resolve(".");
const build = {
	name: "build",
	summary: "Dựng trang.",
	details: "Quy tắc: không có.",
	options: {
		now: nowOption,
		"no-search": { kind: "flag", summary: "Không lập chỉ mục" },
		port: { kind: "text", summary: "Cổng", value: "SỐ" },
	},
	positionals: { name: "NGUỒN", summary: "Tệp nguồn", min: 0, max: 1 },
} as const;

describe("readCommandLine", () => {
	const read = (...commandLine: string[]) => readCommandLine(build, commandLine, { clock, directory });

	test("fills in defaults", () => {
		expect(read()).toEqual({
			content: "content",
			output: "_site",
			cache: ".cache",
			options: { now: "2026-11-22T08:30:00+07:00", "no-search": false, port: undefined },
			positionals: [],
		});
	});

	test("uses the folders of the portal that contains the working directory", () => {
		const within = { clock, directory: join(directory, "content/articles") };
		const { content, output, cache } = readCommandLine(build, [], within) as CommandArguments<never>;
		expect({ content, output, cache }).toEqual({
			content: "..",
			output: "../../_site",
			cache: "../../.cache",
		});
	});

	test("uses the working directory if it is the content folder itself", () => {
		const within = { clock, directory: join(directory, "content") };
		expect((readCommandLine(build, [], within) as CommandArguments<never>).content).toBe(".");
	});

	test("uses the folders beside a given content folder if there is no other portal", () => {
		const outside = { clock, directory: tmpdir() };
		const line = ["--content", "trang/content"];
		const { content, output } = readCommandLine(build, line, outside) as CommandArguments<never>;
		expect({ content, output }).toEqual({ content: "trang/content", output: "trang/_site" });
	});

	test("requires a portal only if one of its folders is needed", () => {
		const outside = { clock, directory: tmpdir() };
		const read = readCommandLine(build, ["--output", "x"], outside) as CommandArguments<never>;
		expect(read.output).toBe("x");
		expect(() => read.content).toThrow("không nằm trong cổng tin nào");
	});

	test("reads values after a space or an equals sign", () => {
		expect(
			read("--content", "a b", "--output=c", "--no-search", "nguồn.jsonl", "--port", "80"),
		).toMatchObject({
			content: "a b",
			output: "c",
			options: { "no-search": true, port: "80" },
			positionals: ["nguồn.jsonl"],
		});
	});

	test.each([
		{ given: "2026-11-22", now: "2026-11-22T00:00:00+07:00" },
		{ given: "2024-02-29", now: "2024-02-29T00:00:00+07:00" },
		{ given: "2026-11-22T08:30+07:00", now: "2026-11-22T08:30:00+07:00" },
	])("reads $given as $now", ({ given, now }) => {
		expect(read("--now", given)).toMatchObject({ options: { now } });
	});

	test.each([
		{ name: "an unknown option", line: ["--serch"], message: "Không có tùy chọn “--serch”" },
		{ name: "a name that every object has", line: ["--constructor"], message: "“--constructor”" },
		{ name: "a missing value", line: ["--content"], message: "“--content” cần một giá trị" },
		{
			name: "an option for a value",
			line: ["--content", "--no-search"],
			message: "“--content” cần một giá trị",
		},
		{ name: "an empty value", line: ["--content="], message: "“--content” đang để trống" },
		{ name: "a value for a flag", line: ["--no-search=yes"], message: "không nhận giá trị" },
		{ name: "a day that does not exist", line: ["--now", "2026-02-29"], message: "không phải “2026-02-29”" },
		{ name: "a moment of another zone", line: ["--now", "2026-02-01T00:00:00Z"], message: "không phải" },
		{ name: "a second positional", line: ["a", "b"], message: "Thừa tham số “b”" },
	])("rejects $name", ({ line, message }) => {
		expect(() => read(...line)).toThrow(message);
	});

	test("reports a missing positional argument", () => {
		const command = {
			name: "import",
			summary: "",
			positionals: { name: "NGUỒN", summary: "", min: 1, max: 1 },
		};
		expect(() => readCommandLine(command, [], { clock, directory })).toThrow("Thiếu tham số NGUỒN");
	});

	test.each([["--help"], ["-h"]])("handles %s before anything else", (option) => {
		expect(read("--content", "x", option)).toBe("help");
	});
});

describe("helpText", () => {
	test("names every option with its default", () => {
		const text = helpText(build, "tintinh build");
		for (const part of ["Dựng trang.", "tintinh build NGUỒN", "--now NGÀY-GIỜ", "(mặc định: bây giờ)"]) {
			expect(text).toContain(part);
		}
		for (const part of ["--no-search", "--port SỐ", "(mặc định: content)", "(mặc định: _site)", "Quy tắc"]) {
			expect(text).toContain(part);
		}
	});

	test("names no folders of a portal where there is none yet", () => {
		const text = helpText({ ...build, needsNoPortal: true }, "tintinh new");
		expect(text).toContain("--port SỐ");
		for (const folder of ["content", "output", "cache"]) expect(text).not.toContain(`--${folder}`);
	});
});

describe("a running command", () => {
	let directory = "";
	let script = "";

	beforeAll(async () => {
		directory = await mkdtemp(join(tmpdir(), "command-"));
		script = join(directory, "probe.mts");
		const frame = pathToFileURL(resolve("scripts/command.ts")).href;
		await writeFile(
			script,
			`import { readFile } from "node:fs/promises";
			import { CommandError, runCommand } from ${JSON.stringify(frame)};
			const options = { fail: { kind: "text", summary: "Cách hỏng", value: "KIỂU" } } as const;
			await runCommand({ name: "probe", summary: "Thử.", options }, async ({ content, options }, reporter) => {
				if (options.fail === "known") throw new CommandError("Không mở được tệp.", "xem lại tên tệp");
				if (options.fail === "defect") throw new TypeError("a defect");
				if (options.fail === "disk") await readFile(import.meta.filename + "/x");
				if (options.fail === "code") return 1;
				if (options.fail === "flood") for (let i = 0; i < 100_000; i++) reporter.line("dòng " + i);
				reporter.start("Đọc bài viết", 2);
				reporter.advance(2);
				reporter.summary("Xong: " + content);
			});`,
		);
	});
	afterAll(() => rm(directory, { recursive: true }));

	function run(...commandLine: string[]): Promise<{ code: number | null; out: string; error: string }> {
		return new Promise((done, fail) => {
			const child = spawn(process.execPath, ["--import", "tsx/esm", script, ...commandLine]);
			let out = "";
			let error = "";
			child.stdout.on("data", (data) => {
				out += data;
				// Closes the pipe early, as `head` does.
				if (commandLine.includes("flood")) child.stdout.destroy();
			});
			child.stderr.on("data", (data) => {
				error += data;
			});
			child.on("error", fail);
			child.on("close", (code) => done({ code, out, error }));
		});
	}

	test("prints its result to standard output and its progress as plain lines to standard error", async () => {
		const { code, out, error } = await run("--content", "nội dung");
		expect({ code, out }).toEqual({ code: 0, out: "Xong: nội dung\n" });
		expect(error).toMatch(/^Đọc bài viết: 2, xong sau 0,\d giây\n$/);
	});

	test("answers --help in Vietnamese", async () => {
		const { code, out } = await run("--help");
		expect(code).toBe(0);
		expect(out).toContain("Cách dùng: tintinh probe");
	});

	test("exits with 2 and without a stack trace if the command line is wrong", async () => {
		const { code, out, error } = await run("--nope");
		expect({ code, out }).toEqual({ code: 2, out: "" });
		expect(error).toBe("Không có tùy chọn “--nope”.\nGõ “tintinh probe --help” để xem hướng dẫn.\n");
	});

	test("exits with 1 and one message with a remedy if the work cannot be done", async () => {
		const { code, error } = await run("--fail", "known");
		expect({ code, error }).toEqual({
			code: 1,
			error: "Không mở được tệp.\nCách khắc phục: xem lại tên tệp\n",
		});
	});

	test("exits with the code that the action returns", async () => {
		expect((await run("--fail", "code")).code).toBe(1);
	});

	test("explains an error of the file system in plain words", async () => {
		const { code, error } = await run("--fail", "disk");
		expect({ code, error }).toEqual({
			code: 1,
			error: `Không dùng được “${await realpath(script)}/x”: không phải thư mục.\nCách khắc phục: sửa lại đường dẫn, hoặc dời tệp mang tên ấy đi chỗ khác\n`,
		});
	});

	test("shows the stack trace of a defect", async () => {
		const { code, error } = await run("--fail", "defect");
		expect(code).toBe(70);
		expect(error).toMatch(/TypeError: a defect\n\s+at /);
	});

	test("ends quietly when its output is closed", async () => {
		const { code, error } = await run("--fail", "flood");
		expect(code).toBe(0);
		expect(error).not.toMatch(/EPIPE|Lỗi/);
	});
});
