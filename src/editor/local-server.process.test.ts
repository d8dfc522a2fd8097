import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type EditorServer, startEditorServer } from "./local-server.ts";

let directory: string;
let content: string;
let server: EditorServer;

async function start(): Promise<void> {
	server = await startEditorServer({
		port: 0,
		contentDirectory: content,
		allowedOrigins: ["http://localhost:8080"],
	});
}

function git(...args: string[]): string {
	return execFileSync("git", args, { cwd: directory, encoding: "utf8" }).trim();
}

function post(
	body: object,
	headers: Record<string, string> = {},
): Promise<{ status: number; body: unknown }> {
	return new Promise((resolve, reject) => {
		const call = request(server.url, {
			method: "POST",
			headers: { "Content-Type": "application/json", ...headers },
		});
		call.on("error", reject);
		call.on("response", async (response) => {
			const text = (await response.toArray()).join("");
			resolve({ status: response.statusCode ?? 0, body: text && JSON.parse(text) });
		});
		call.end(JSON.stringify(body));
	});
}

const save = (file: string, raw: string) => ({
	action: "persistEntry",
	params: {
		branch: "anything",
		dataFiles: [{ path: file, slug: "x", raw }],
		assets: [],
		options: { collectionName: "articles", commitMessage: "Thêm bài", useWorkflow: false, status: "draft" },
	},
});

beforeEach(async () => {
	directory = await mkdtemp(path.join(tmpdir(), "editor-server-"));
	content = path.join(directory, "content");
	await mkdir(content);
	await writeFile(path.join(content, "site.yml"), "name: x\n");
});

afterEach(async () => {
	await server.close();
	await rm(directory, { recursive: true, force: true });
});

describe("startEditorServer", () => {
	test("commits to the branch that is checked out, and only the content folder", async () => {
		git("init", "--quiet", "--initial-branch=bai-vo");
		await writeFile(path.join(directory, "code.txt"), "1\n");
		git("add", ".");
		git("-c", "user.name=a", "-c", "user.email=a@localhost", "commit", "--quiet", "--message=start");
		await writeFile(path.join(directory, "code.txt"), "2\n");
		await start();
		expect((await post(save("articles/2026/11/22-x.md", "bài\n"))).status).toBe(200);
		expect(git("log", "-1", "--format=%s", "bai-vo")).toBe("Thêm bài");
		expect(git("show", "--name-only", "--format=")).toBe("content/articles/2026/11/22-x.md");
		expect(git("branch", "--format=%(refname:short)")).toBe("bai-vo");
	});

	test("writes plain files outside a Git work tree", async () => {
		await start();
		expect(await post({ action: "info", params: {} })).toMatchObject({ body: { type: "local_fs" } });
		expect((await post(save("articles/x.md", "bài\n"))).status).toBe(200);
		expect(await readFile(path.join(content, "articles/x.md"), "utf8")).toBe("bài\n");
	});

	test.each([
		["a name that resolves to this machine", { Host: "trang-xau.example" }],
		["a page of another site", { Origin: "https://trang-xau.example" }],
		["a page of another port", { Origin: "http://localhost:9999" }],
		["a file that was opened from disk", { Origin: "null" }],
	])("turns away %s", async (_, headers) => {
		await start();
		expect((await post({ action: "info", params: {} }, headers)).status).toBe(403);
	});

	test("answers the pages that it was told of", async () => {
		await start();
		const { status } = await post({ action: "info", params: {} }, { Origin: "http://localhost:8080" });
		expect(status).toBe(200);
	});

	test.each([".git/config", "articles/.hidden", "../.git/config", "articles\\.git\\config"])(
		"keeps %s out of reach",
		async (file) => {
			await start();
			expect((await post(save(file, "x"))).status).toBe(422);
			const reading = { action: "getEntry", params: { branch: "main", path: file } };
			expect((await post(reading)).status).toBe(422);
			const listing = { action: "getMedia", params: { branch: "main", mediaFolder: file } };
			expect((await post(listing)).status).toBe(422);
		},
	);

	test("listens on the loopback address alone", async () => {
		await start();
		expect(new URL(server.url).hostname).toBe("127.0.0.1");
	});
});
