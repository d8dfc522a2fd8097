/** `tintinh new` as a process: what it asks, what it writes, and what it refuses. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { tintinh } from "./support/command.ts";
import { temporaryFolder } from "./support/fixture.ts";

/** A folder with a space and accents in its name. */
let place = "";

beforeEach(() => {
	place = join(temporaryFolder(), "Cổng tin các xã");
	mkdirSync(place);
});

/** Runs the command in that folder. @param answers the lines that somebody types */
async function make(words: readonly string[], answers: readonly string[] = []) {
	const child = spawn(process.execPath, [resolve(tintinh), "new", ...words], {
		cwd: place,
		// No Git identity is configured.
		env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" },
	});
	let out = "";
	let error = "";
	child.stdout.on("data", (bytes: Buffer) => {
		out += bytes;
	});
	child.stderr.on("data", (bytes: Buffer) => {
		error += bytes;
	});
	child.stdin.end(answers.map((answer) => `${answer}\n`).join(""));
	const [code] = await once(child, "close");
	return { code: code as number, out, error };
}

const read = (...path: string[]) => readFileSync(join(place, ...path), "utf8");

describe("new", () => {
	test("writes a portal with a repository and content of its own", async () => {
		const { code, out, error } = await make(["tin xã Minh", "--yes"]);
		expect({ code, error }).toEqual({ code: 0, error: "" });
		expect(out).toContain('cd "tin xã Minh"\n  npm install\n  npm start\n');
		const portal = join(place, "tin xã Minh");
		expect(readdirSync(portal).sort()).toEqual([
			".eleventy.js",
			".git",
			".gitignore",
			"README.md",
			"content",
			"netlify.toml",
			"package.json",
		]);
		expect(statSync(portal).mode, "as any new folder").toBe(statSync(place).mode);
		const git = (...line: string[]) => execFileSync("git", ["-C", portal, ...line], { encoding: "utf8" });
		expect(git("log", "--format=%s %an", "main").trim()).toBe("Tạo cổng tin Tin Tỉnh");
		expect(git("status", "--porcelain")).toBe("");
		const unwanted = ["import-report.html", "import-report-2.html", ".desk/accounts.db", "_site", ".cache/x"];
		expect(
			git("check-ignore", ...unwanted)
				.trim()
				.split("\n"),
		).toEqual(unwanted);
		const manifest = JSON.parse(read("tin xã Minh", "package.json"));
		expect(manifest).toMatchObject({
			name: "tin-xa-minh",
			private: true,
			scripts: { start: "tintinh start" },
		});
		expect(resolve(portal, manifest.dependencies.tintinh.replace("file:", ""))).toBe(resolve("."));
		const check = execFileSync(process.execPath, [resolve(tintinh), "check"], {
			cwd: join(portal, "content/articles"),
			encoding: "utf8",
			stdio: "pipe",
		});
		expect(check).toContain("Nội dung không có lỗi: 1 bài đã đăng");
	});

	test("asks for what is missing, and repeats a question until its answer is valid", async () => {
		copyFileSync("content/media/logo.svg", join(place, "biểu trưng.svg"));
		const answers = ["Tin xã Minh", "Phu Tohx", "Phú Thọ", "", "không có.png", "biểu trưng.svg"];
		const { code, out } = await make(["x", "--address", "tin.minh.vn"], answers);
		expect(code).toBe(0);
		expect(out).toContain("không có tỉnh, thành phố nào tên “Phu Tohx” (có phải Phú Thọ?)");
		expect(out).toContain("không có tệp “không có.png”");
		expect(out).not.toContain("Địa chỉ web");
		const site = read("x", "content/site.yml");
		for (const line of ["name: Tin xã Minh", "url: https://tin.minh.vn", "logo: /media/logo.svg"]) {
			expect(site).toContain(`${line}\n`);
		}
		expect(site).toContain("organisation: Ban Tuyên giáo và Dân vận Tỉnh ủy Phú Thọ\n");
		expect(existsSync(join(place, "x/content/media/logo.svg"))).toBe(true);
	});

	test("writes into an existing folder if it is empty", async () => {
		mkdirSync(join(place, "trống"));
		expect((await make(["trống", "--yes"])).code).toBe(0);
		expect(existsSync(join(place, "trống/content/site.yml"))).toBe(true);
	});

	test.each([
		{ name: "a folder with files", words: ["có tệp", "--yes"], message: "đã có tệp bên trong." },
		{ name: "a file", words: ["có tệp/a.txt", "--yes"], message: "đã có và không phải là thư mục." },
		{ name: "answers that end too soon", words: ["y"], message: "Chưa có đủ câu trả lời" },
		{
			name: "every option that is wrong at once",
			words: ["y", "--yes", "--province", "Yên Bái", "--address", "cổng", "--logo", "không-có.png"],
			message:
				"--province: “tỉnh Yên Bái” không còn là đơn vị cấp tỉnh từ ngày 01/07/2025 (nay thuộc tỉnh Lào Cai; hãy nhập tên này)\n" +
				"--address: “cổng” không phải là địa chỉ web (viết như https://tin.example.vn)\n" +
				"--logo: không có tệp “không-có.png” (xem lại đường dẫn; chưa có biểu trưng thì bỏ trống)\n",
		},
		{
			name: "a product that is not there",
			words: ["y", "--yes", "--product", "./tintinh.tgz"],
			message: "Không có tệp hay thư mục “./tintinh.tgz” cho --product.",
		},
	])("refuses $name, and leaves nothing behind", async ({ words, message }) => {
		mkdirSync(join(place, "có tệp"));
		writeFileSync(join(place, "có tệp/a.txt"), "của người khác");
		const { code, error } = await make(words);
		expect(code).toBe(1);
		expect(error).toContain(message);
		expect(readdirSync(place)).toEqual(["có tệp"]);
		expect(readdirSync(join(place, "có tệp"))).toEqual(["a.txt"]);
	});
});
