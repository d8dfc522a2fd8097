/**
 * The commands, most of them as processes: their output, their exit codes, and the files that they leave alone.
 */
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { connect, createServer } from "node:net";
import { hostname, networkInterfaces } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { commands } from "../scripts/commands.ts";
import { freePort } from "../scripts/free-port.ts";
import { takeTurn } from "../src/disk/database-turn.ts";
import { asArticleId, asIsoDateTime } from "../src/model/ids.ts";
import { RunningCommand, runHere, runScript, tintinh } from "./support/command.ts";
import { articleText, soundFolder, writeContentFolder } from "./support/content-folder.ts";
import { chi, DeskFolder } from "./support/desk-store.ts";
import { fixtureDirectory, fixtureNow, PortalCopy, temporaryFolder } from "./support/fixture.ts";
import { compareTrees, noDifference, readTree } from "./support/site-tree.ts";

describe.each(["build", "check", "start", "import"])("%s", (name) => {
	test("explains itself in Vietnamese", async () => {
		const { code, out, error } = await runScript(tintinh, name, "--help");
		expect({ code, error }).toEqual({ code: 0, error: "" });
		expect(out).toContain(`Cách dùng: tintinh ${name}`);
		expect(out).toContain("--content THƯ-MỤC");
		expect(out).toContain("--output THƯ-MỤC");
	});

	test("rejects an unknown option", async () => {
		const { code, out, error } = await runScript(tintinh, name, "--khong-co");
		expect({ code, out }).toEqual({ code: 2, out: "" });
		expect(error).toBe(`Không có tùy chọn “--khong-co”.\nGõ “tintinh ${name} --help” để xem hướng dẫn.\n`);
	});
});

describe("tintinh", () => {
	test.each([[], ["--help"], ["help"]])("lists its commands for %j", async (...words) => {
		const { code, out, error } = await runScript(tintinh, ...words);
		expect({ code, error }).toEqual({ code: 0, error: "" });
		for (const name of Object.keys(commands)) expect(out).toMatch(new RegExp(`^  ${name} +\\S`, "m"));
	});

	test("prints its version", async () => {
		const { version } = JSON.parse(readFileSync("package.json", "utf8"));
		expect(await runScript(tintinh, "--version")).toEqual({ code: 0, out: `${version}\n`, error: "" });
	});

	test.each([
		{ word: "biuld", hint: "Có phải “tintinh build”?" },
		{ word: "constructor", hint: "Gõ “tintinh --help” để xem hướng dẫn." },
	])("does not know $word", async ({ word, hint }) => {
		const { code, error } = await runScript(tintinh, word);
		expect({ code, error }).toEqual({ code: 2, error: `Không có lệnh “${word}”.\n${hint}\n` });
	});

	test("explains what to do outside of a portal, and runs commands that need none", async () => {
		const outside = temporaryFolder();
		const run = (...words: string[]) => new RunningCommand(resolve(tintinh), words, {}, outside).finish();
		const check = await run("check");
		expect(check.code).toBe(1);
		expect(check.error).toContain("Thư mục này không nằm trong cổng tin nào");
		expect(check.error).toContain("tintinh new THƯ-MỤC");
		expect((await run("verify-site", "--output", "x")).error).not.toContain("cổng tin nào");
	});
});

describe("build", () => {
	const wordsFor = ({ content, output }: PortalCopy) =>
		["--content", content, "--output", output, "--now", fixtureNow, "--no-search"] as const;
	const build = (portal: PortalCopy, ...words: string[]) => runHere("build", [...wordsFor(portal), ...words]);

	test("repairs a damaged site with the option that checks it", { timeout: 180_000 }, async () => {
		const portal = new PortalCopy();
		await build(portal);
		const before = readTree(portal.output);
		const page = join(portal.output, "2018/03/05/tin-ngan.html");
		writeFileSync(page, "");
		rmSync(join(portal.output, "robots.txt"));
		expect((await runHere("verify-site", ["--output", portal.output])).out).toContain("--recheck");
		await build(portal);
		expect(readFileSync(page, "utf8")).toBe("");
		expect((await build(portal, "--recheck")).code).toBe(0);
		expect(compareTrees(before, readTree(portal.output))).toEqual(noDifference);
		expect((await runHere("verify-site", ["--output", portal.output])).code).toBe(0);
		expect((await build(portal, "--recheck")).out).toContain("ghi 0 B");
	});

	test("ends with one line that sums up what was done", async () => {
		const portal = new PortalCopy();
		const { code, out } = await runScript(tintinh, "build", ...wordsFor(portal));
		expect(code).toBe(0);
		expect(out.trimEnd().split("\n").at(-1)).toMatch(
			/^14 bài, \d+ tệp trong .*site; ghi [\d,]+ MB trong \d+,\d giây\.$/,
		);
		expect(existsSync(join(portal.output, "2017/07/13/hoi-nghi-dan-van-kheo.html"))).toBe(true);
		expect(existsSync(join(portal.output, "pagefind"))).toBe(false);

		portal.edit("articles/2018/03/05-tin-ngan.md", "Một câu.", "Hai câu.");
		const again = await build(portal);
		expect(again.out).toContain("\n  /2018/03/05/tin-ngan.html\n");
		const before = readTree(portal.output);

		portal.edit("articles/2018/03/05-tin-ngan.md", "author: ly-van-thu", "author: ly-van-thuu\ntacgia: x");
		const failed = await runScript(tintinh, "build", ...wordsFor(portal));
		expect(failed.code).toBe(1);
		const file = `${portal.content}/articles/2018/03/05-tin-ngan.md`;
		expect(failed.out).toContain(`${file}:4 · author[0]: không có tác giả \`ly-van-thuu\``);
		expect(failed.out).toContain(`${file}:5 · tacgia: không có trường \`tacgia\``);
		expect(failed.out.match(/Cách sửa: /g)).toHaveLength(2);
		expect(failed.out.trimEnd().split("\n").at(-1)).toBe("2 vấn đề trong 1 tệp.");
		expect(compareTrees(before, readTree(portal.output))).toEqual(noDifference);
	});

	test("refuses to write into a folder that it did not make", async () => {
		const portal = new PortalCopy();
		const { code, error } = await build(portal, "--output", portal.content);
		expect(code).toBe(1);
		expect(error).toContain(`“${portal.content}” đã có và không phải do lệnh này dựng nên.`);
		expect(error).toContain("Cách khắc phục: Hãy chọn thư mục khác");
	});
});

describe("check", () => {
	test("counts the valid documents", async () => {
		const { code, out } = await runScript(
			tintinh,
			"check",
			"--content",
			fixtureDirectory,
			"--now",
			fixtureNow,
		);
		expect(code).toBe(0);
		expect(out).toBe(
			"Nội dung không có lỗi: 14 bài đã đăng, 2 bản nháp hoặc bài hẹn giờ, 3 tác giả, 3 ban, cơ quan, 5 từ khóa, 2 trang cố định.\n",
		);
	});

	test("lists every problem with file, line, field and remedy", async () => {
		const portal = new PortalCopy();
		portal.edit("articles/2018/03/05-tin-ngan.md", "Tin ngắn", "Tin ngắn".normalize("NFD"));
		portal.edit("articles/2026/11/02-gia-lua.md", "02-gia-lua/lua.png", "02-gia-lua/gao.png");
		portal.edit("site.yml", "/tinh/dong-nai/", "/tinh/dong-nay/");
		const { code, out } = await runHere("check", ["--content", portal.content, "--now", fixtureNow]);
		expect(code).toBe(1);
		const lines = out.split("\n").filter((line) => line.startsWith(portal.content));
		expect(lines).toEqual([
			expect.stringMatching(/05-tin-ngan\.md:2 · title: .*NFC.*\. Cách sửa: .+\.$/),
			expect.stringMatching(/02-gia-lua\.md:\d+ · image\.src: không có tệp .*\. Cách sửa: .+\.$/),
			expect.stringMatching(/site\.yml:\d+ · menu\[1\]\.link: .*\. Cách sửa: .+\.$/),
		]);
		expect(out.trimEnd().split("\n").at(-1)).toBe("3 vấn đề trong 3 tệp.");
	});

	test("says so if there is no content folder", async () => {
		const { code, out } = await runHere("check", ["--content", join(temporaryFolder(), "khong-co")]);
		expect(code).toBe(1);
		expect(out).toContain("không có thư mục nội dung");
	});
});

/** Whether something listens at an address of this machine. */
async function answers(host: string, port: number): Promise<boolean> {
	const socket = connect({ host, port, timeout: 2000 });
	const answer = await Promise.race([
		once(socket, "connect").then(
			() => true,
			() => false,
		),
		once(socket, "timeout").then(() => false),
	]);
	socket.destroy();
	return answer;
}

/** Opens the event stream that tells pages to reload. */
async function openReloads(port: number): Promise<AsyncIterable<Uint8Array>> {
	const stop = new AbortController();
	onTestFinished(() => stop.abort());
	const { body } = await fetch(`http://127.0.0.1:${port}/admin/api/events`, {
		signal: stop.signal,
		headers: { "Sec-Fetch-Site": "same-origin" },
	});
	return body as unknown as AsyncIterable<Uint8Array>;
}

async function received(stream: AsyncIterable<Uint8Array>, word: string): Promise<void> {
	let text = "";
	for await (const bytes of stream) {
		text += Buffer.from(bytes).toString();
		if (text.includes(word)) return;
	}
	throw new Error(`the connection ended without “${word}”`);
}

describe("start", () => {
	function start(portal: PortalCopy, port: number): RunningCommand {
		const command = new RunningCommand(
			tintinh,
			[
				"start",
				"--content",
				portal.content,
				"--output",
				portal.output,
				"--data",
				`${portal.output}-data`,
				"--no-search",
			],
			{ PORT: String(port) },
		);
		onTestFinished(() => {
			command.child.kill("SIGKILL");
		});
		return command;
	}

	test("serves the portal and its desk to this machine only, and rebuilds after changes", async () => {
		const portal = new PortalCopy();
		const port = await freePort();
		const url = `http://localhost:${port}/`;
		const command = start(portal, port);
		await command.printed(/Viết bài mới/);
		expect(command.output).toContain(`Cổng tin:      ${url}\n`);
		expect(command.output).toContain(`Viết bài mới:  ${url}admin/#/collections/articles/new\n`);
		const get = async (address: string) => (await fetch(`http://127.0.0.1:${port}${address}`)).text();
		expect(await get("/")).toContain("Tin Mẫu &amp; Bạn");
		expect(await get("/admin/")).toContain("editor.js");
		expect(await get("/ban-lam-viec/")).toContain("Bàn làm việc");

		const outside = Object.values(networkInterfaces())
			.flat()
			.filter((address) => address && !address.internal && address.family === "IPv4");
		expect(await answers("127.0.0.1", port)).toBe(true);
		for (const address of outside) expect(await answers(address?.address ?? "", port)).toBe(false);

		const reloads = await openReloads(port);
		const announced = received(reloads, "event: built");
		portal.edit("articles/2018/03/05-tin-ngan.md", "Tin ngắn nhất có thể", "Tin ngắn đã đổi tên");
		await command.printed(/Đã dựng: /, 2);
		await announced;
		expect(await get("/2018/03/05/tin-ngan.html")).toContain("Tin ngắn đã đổi tên");

		portal.edit("articles/2018/03/05-tin-ngan.md", "author: ly-van-thu", "author: khong-co");
		await command.printed(/không có tác giả `khong-co`/);
		expect(await get("/2018/03/05/tin-ngan.html")).toContain("Tin ngắn đã đổi tên");

		// The command ends only once every process that holds its output has ended.
		command.child.kill("SIGTERM");
		const { code, error } = await command.finish();
		expect({ code, error }).toEqual({ code: 0, error: "" });
		expect(await answers("127.0.0.1", port)).toBe(false);
	});

	test("says that the port is in use, and how to choose another", async () => {
		const other = createServer().listen(0, "127.0.0.1");
		onTestFinished(() => {
			other.close();
		});
		await once(other, "listening");
		const { port } = other.address() as AddressInfo;
		const portal = new PortalCopy();
		const { code, error } = await start(portal, port).finish();
		expect(code).toBe(1);
		expect(error).toBe(
			`Cổng ${port} đang có chương trình khác dùng.\nCách khắc phục: Hãy dừng chương trình đó, hoặc chọn cổng khác: PORT=9000 npm start.\n`,
		);
		expect(existsSync(portal.output)).toBe(false);
		expect(existsSync(`${portal.output}-data`)).toBe(false);
	});

	test("rejects a value that is not a port", async () => {
		const { code, error } = await new RunningCommand(tintinh, ["start"], { PORT: "cửa" }).finish();
		expect(code).toBe(1);
		expect(error).toContain("PORT=cửa không phải là số cổng.");
	});
});

describe("export", () => {
	/** Many short articles: the disk refuses one while the next is being read. */
	const manyArticles = () =>
		writeContentFolder(
			Object.fromEntries(
				Array.from({ length: 400 }, (_, number) => [
					`articles/2026/11/20-bai-${number}.md`,
					articleText([], "Đoạn văn.\n\n".repeat(20)),
				]),
			),
		);

	test("ends with a sentence and a remedy, and leaves nothing half-written, if the disk takes no more", async () => {
		// Compiles the program, which is larger than what the disk takes below.
		await runScript(tintinh, "export", "--help");
		const folder = temporaryFolder();
		const words = [
			tintinh,
			"export",
			"--content",
			manyArticles(),
			"--jsonl",
			"--output",
			join(folder, "bai.jsonl"),
		];
		// The limit of a file's size, in blocks of 512 bytes, stands for a full disk.
		const limited = `trap "" XFSZ; ulimit -f 64; exec "$@"`;
		const { status, stderr } = spawnSync("sh", ["-c", limited, "sh", process.execPath, ...words], {
			encoding: "utf8",
		});
		expect(stderr).toMatch(/Không ghi được: tệp lớn hơn .*\nCách khắc phục: .+\n$/);
		expect(stderr).not.toContain("at ");
		expect(status).toBe(1);
		expect(readdirSync(folder)).toEqual(["bai-files"]);
	});

	test("names an output that is a folder", async () => {
		const folder = temporaryFolder();
		const { code, error } = await runHere("export", [
			"--content",
			writeContentFolder({ "articles/2026/11/20-mot.md": articleText() }),
			"--jsonl",
			"--output",
			folder,
		]);
		expect(error).toContain(
			`Không dùng được “${folder}”: là thư mục, không phải tệp.\nCách khắc phục: sửa lại đường dẫn thành tên tệp\n`,
		);
		expect(code).toBe(1);
	});

	test("names a folder of the content that is none, instead of exporting nothing", async () => {
		const content = writeContentFolder({ articles: "", "site.yml": "name: Tin thử\n" });
		const output = join(temporaryFolder(), "bai.jsonl");
		const { code, error } = await runHere("export", ["--content", content, "--jsonl", "--output", output]);
		expect(error).toContain(
			`Không dùng được “${join(content, "articles")}”: không phải thư mục.\nCách khắc phục: `,
		);
		expect(code).toBe(1);
		expect(existsSync(output)).toBe(false);
	});
});

test.each([
	["views", (data: string) => ["--data", data, "--write", join(data, "tree")]],
	["desk", (data: string) => ["people", "--data", data]],
] as const)(
	"%s names the database that another process uses, and says what to do",
	async (name, wordsOf) => {
		const data = temporaryFolder();
		const file = join(data, name === "desk" ? "accounts.db" : "voice.db");
		const turn = await takeTurn(file);
		onTestFinished(() => turn.release());
		const { code, error } = await runHere(name, wordsOf(data));
		expect(error).toContain(
			`Cơ sở dữ liệu ${file} đang có chương trình khác dùng (tiến trình ${process.pid} trên máy “${hostname()}”).`,
		);
		expect(error).toMatch(/\nCách khắc phục: đợi .+\n$/);
		expect(code).toBe(1);
	},
	30_000,
);

test("desk invite prints the link, and why it could not be mailed", async () => {
	const data = temporaryFolder();
	const port = await freePort();
	writeFileSync(
		join(data, "desk.yml"),
		`mail:\n  server: smtp://127.0.0.1:${port}\n  from: Tin <tin@thu.example.vn>\n`,
	);
	const { code, out } = await runHere("desk", ["invite", "an@thu.example.vn", "--data", data]);
	expect(out).toMatch(/^Chưa gửi được thư mời: .*ECONNREFUSED.*\nLiên kết, .*\nhttp.*\?ma=/m);
	expect(out).not.toContain("Đã gửi thư");
	expect(code).toBe(0);
}, 30_000);

test("views says that a log cannot be read, not that it is missing", async () => {
	const log = join(temporaryFolder(), "access.log");
	symlinkSync("access.log", log);
	const { code, error } = await runHere("views", [log, "--data", temporaryFolder()]);
	expect(error).toMatch(/^Không dùng được “.*access\.log”: liên kết tượng trưng đi vòng\.\nCách khắc phục: /);
	expect(code).toBe(1);
});

describe("erase", () => {
	const article = asArticleId("2026/11/20-mot");
	const id = "a".repeat(12);

	/** A portal in which a comment was published and taken down. @returns the content folder */
	async function withRemovedComment(): Promise<string> {
		const folder = new DeskFolder({ files: { ...soundFolder, [`articles/${article}.md`]: articleText() } });
		const store = await folder.open();
		const comment = { id, date: asIsoDateTime("2026-11-22T09:00:00+07:00"), name: "Bưởi", text: "Lời." };
		await store.changeComments(article, () => [comment], chi);
		await store.changeComments(article, () => [], chi);
		await store.close();
		return join(folder.repository, "content");
	}

	const erase = (content: string, data: string) =>
		runHere("erase", [`comments/${article}/${id}`, "--yes", "--content", content, "--data", data]);

	test("says where it found no database of waiting comments, as a copy may wait in another", async () => {
		const data = temporaryFolder();
		const content = await withRemovedComment();
		const { code, out } = await erase(content, data);
		expect(out).toContain(`Không thấy ${join(data, "voice.db")}`);
		expect(out).toContain("chạy lại lệnh này với --data");
		expect(code).toBe(0);
		const again = await erase(content, data);
		expect(again).toMatchObject({ code: 0, error: "" });
	}, 30_000);

	test("does not say that a comment is gone if the database cannot be read, and changes nothing", async () => {
		const data = temporaryFolder();
		symlinkSync("voice.db", join(data, "voice.db"));
		const content = await withRemovedComment();
		const { code, out, error } = await erase(content, data);
		expect(error).toContain("voice.db”: liên kết tượng trưng đi vòng.");
		expect(out).not.toContain("Đã xóa");
		expect(code).toBe(1);
		rmSync(join(data, "voice.db"));
		expect((await erase(content, data)).out).toContain("Đã xóa");
	}, 30_000);
});

describe("a bare run of Eleventy", () => {
	test("builds the pages of the sample", async () => {
		const output = join(temporaryFolder(), "site");
		const { code } = await runScript("node_modules/@11ty/eleventy/cmd.cjs", `--output=${output}`);
		expect(code).toBe(0);
		for (const file of [
			"tin-moi/index.html",
			"luu-tru/index.html",
			"404.html",
			"sitemap.xml",
			"_redirects",
		]) {
			expect(existsSync(join(output, file)), file).toBe(true);
		}
		expect(readFileSync(join(output, "index.html"), "utf8")).toContain('<html lang="vi">');
	});
});
