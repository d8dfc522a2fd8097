import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

let directory = "";
beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "import-command-"));
});
afterEach(() => rm(directory, { recursive: true }));

function run(
	script: string,
	...commandLine: string[]
): Promise<{ code: number; out: string; error: string }> {
	return new Promise((done) => {
		const command = ["scripts/tintinh.js", script, ...commandLine];
		execFile(process.execPath, command, (failure, out, error) => {
			done({ code: failure ? Number(failure.code) : 0, out, error });
		});
	});
}

const lines = [
	{ id: "1", title: "Xã Tân Lập ra quân", body: "Sáng nay.\n\nChiều nay.", date: "2022-03-04" },
	{ id: "2", title: "Ngắn"[0], body: "Không có tiêu đề." },
].map((line) => JSON.stringify(line));

describe("npm run import, then npm run check", () => {
	test("imports a file into a folder, reports, and leaves no problem", async () => {
		const source = join(directory, "nguồn.jsonl");
		const content = join(directory, "nội dung");
		const report = join(directory, "báo cáo", "report.html");
		await writeFile(source, lines.join("\n"));

		const taken = await run("import", source, "--content", content, "--report", report);
		expect(taken.code).toBe(0);
		expect(taken.out.trim().split("\n").at(-1)).toBe(
			`Đọc 2 bài: nhận 1 (mới 1, nguồn đã đổi 0, có sẵn 0), thêm 1 tác giả, để nguyên 0 tệp đã sửa, không nhận 1. Báo cáo: ${report}`,
		);
		expect(await readFile(report, "utf8")).toMatch(/mục 2 \(2\).*không có tiêu đề/s);

		const checked = await run("check", "--content", content, "--now", "2022-03-04");
		expect(checked).toMatchObject({ code: 0 });
		expect(checked.out).toMatch(
			/^Nội dung không có lỗi: 1 bài đã đăng, 0 bản nháp hoặc bài hẹn giờ, 1 tác giả/,
		);

		const before = await run("check", "--content", content, "--now", "2022-03-03");
		expect(before.out).toContain("0 bài đã đăng, 1 bản nháp hoặc bài hẹn giờ");
	});

	test("exits with 1 if it imported nothing, and says where the reasons are", async () => {
		const source = join(directory, "trống.jsonl");
		const report = join(directory, "report.html");
		await writeFile(source, `${lines[1]}\n`);
		const { code, error } = await run(
			"import",
			source,
			"--content",
			join(directory, "c"),
			"--report",
			report,
		);
		expect(code).toBe(1);
		expect(error).toContain("Không nhận được bài nào");
		expect(error).toContain(report);
		expect(await readFile(report, "utf8")).toContain("không có tiêu đề");
	});

	test("names a missing source and writes no report", async () => {
		const report = join(directory, "report.html");
		const { code, error } = await run("import", "no.jsonl", "--content", directory, "--report", report);
		expect(code).toBe(1);
		expect(error).toContain("Không tìm thấy tệp “no.jsonl”.");
		await expect(readFile(report)).rejects.toThrow("ENOENT");
	});

	test("explains in its help how undated articles are dated", async () => {
		const { code, out } = await run("import", "--help");
		expect(code).toBe(0);
		expect(out).toContain("bài đầu nguồn xếp vào 01/01/2008, cứ bốn bài");
	});

	test("lists every problem and exits with 1", async () => {
		await writeFile(join(directory, "site.yml"), "name: Trang\nsomething: else\n");
		const { code, out } = await run("check", "--content", directory);
		expect(code).toBe(1);
		expect(out).toContain("site.yml");
	});
});
