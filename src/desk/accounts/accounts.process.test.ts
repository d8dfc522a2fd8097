import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Accounts, openAccounts } from "./accounts.ts";
import { authPath } from "./auth.ts";
import { createMailer } from "./mailer.ts";

const origin = "http://localhost:8080";
/** Attempts are counted by address for all tests together, so each test has its own address. */
let client = { ip: "10.0.0.1", agent: "test" };
let testNumber = 0;
const password = "mật khẩu đủ dài";

let directory: string;
let accounts: Accounts;

beforeEach(async () => {
	client = { ip: `10.0.0.${++testNumber}`, agent: "test" };
	directory = await mkdtemp(join(tmpdir(), "tintinh-accounts-"));
	accounts = await open();
});

afterEach(async () => {
	accounts.close();
	await rm(directory, { recursive: true, force: true });
});

function open(more: Partial<Parameters<typeof openAccounts>[0]> = {}): Promise<Accounts> {
	return openAccounts({ dataDirectory: directory, origin, siteName: "Tin Mẫu", ...more });
}

async function invite(roles: Parameters<Accounts["invite"]>[0]["roles"] = []): Promise<string> {
	const invited = await accounts.invite({ email: "An@Example.VN", name: "Chị An", roles });
	if (invited.kind !== "done") throw new Error(invited.message);
	return keyOf(invited.link);
}

function keyOf(link: string): string {
	return new URL(link).searchParams.get("ma") ?? "";
}

function setPassword(token: string, newPassword = password): Promise<Response> {
	return accounts.ask("/reset-password", { newPassword, token }, new Headers(), client);
}

function signIn(given = password, from = client): Promise<Response> {
	return accounts.ask("/sign-in/email", { email: "an@example.vn", password: given }, new Headers(), from);
}

function cookiesOf(response: Response): Headers {
	return new Headers({
		cookie: response.headers
			.getSetCookie()
			.map((cookie) => cookie.split(";")[0])
			.join("; "),
	});
}

describe("an account", () => {
	test("begins with an invitation, whose link can set the password once", async () => {
		expect(await accounts.hasNobody()).toBe(true);
		const key = await invite([{ role: "writer", committees: ["ban-dan-van"] }]);
		expect(await accounts.hasNobody()).toBe(false);
		expect((await accounts.list())[0]).toMatchObject({ name: "Chị An", hasAccepted: false });
		expect((await setPassword(key)).status).toBe(200);
		expect((await setPassword(key, "một mật khẩu khác")).status).toBe(400);
		const session = cookiesOf(await signIn());
		expect(await accounts.personOf(session)).toMatchObject({
			name: "Chị An",
			email: "an@example.vn",
			roles: [{ role: "writer", committees: ["ban-dan-van"] }],
		});
		expect((await accounts.list())[0]).toMatchObject({ hasAccepted: true });
	});

	test("rejects a wrong password, a short one and a forged cookie", async () => {
		const key = await invite();
		expect((await setPassword(key, "ngắn")).status).toBe(400);
		await setPassword(key);
		expect((await signIn("sai mật khẩu rồi")).status).toBe(401);
		const forged = new Headers({ cookie: "desk.session_token=abc.def" });
		expect(await accounts.personOf(forged)).toBeUndefined();
	});

	test("protects its cookie from scripts and other sites", async () => {
		await setPassword(await invite());
		const [cookie] = (await signIn()).headers.getSetCookie();
		expect(cookie).toMatch(/HttpOnly/);
		expect(cookie).toMatch(/SameSite=Lax/);
		expect(cookie).not.toMatch(/Secure/);
		accounts.close();
		accounts = await open({ origin: "https://tin.example.vn" });
		expect((await signIn()).headers.getSetCookie()[0]).toMatch(/^__Secure-.*Secure/);
	});

	test("signs cookies with a secret of its own, also where a full disk left an empty file", async () => {
		const file = join(directory, "secret");
		const first = await readFile(file, "utf8");
		accounts.close();
		await writeFile(file, "");
		accounts = await open();
		const second = await readFile(file, "utf8");
		expect([first.length, second.length]).toEqual([43, 43]);
		expect(second).not.toBe(first);
		expect((await stat(file)).mode & 0o077).toBe(0);
	});

	test("allows ten attempts a minute from one address, and more from another", async () => {
		await setPassword(await invite());
		const tries = [];
		for (let count = 0; count < 11; count++) tries.push((await signIn("sai mật khẩu rồi")).status);
		expect(tries).toEqual([...Array(10).fill(401), 429]);
		expect((await signIn(password, { ...client, ip: "10.0.1.1" })).status).toBe(200);
	});

	test("logs each attempt to sign in", async () => {
		await setPassword(await invite());
		await signIn("sai mật khẩu rồi");
		await signIn();
		expect(await accounts.signIns(5)).toMatchObject([
			{ email: "an@example.vn", ip: client.ip, outcome: "in" },
			{ email: "an@example.vn", ip: client.ip, outcome: "refused" },
		]);
		expect(await readFile(join(directory, "sign-ins.jsonl"), "utf8")).not.toContain(password);
	});

	test("loses its sessions when the password changes and when it is removed", async () => {
		await setPassword(await invite([{ role: "writer", committees: "all" }]));
		const first = cookiesOf(await signIn());
		const reset = await accounts.resetLink("an@example.vn");
		if (reset.kind !== "done") throw new Error(reset.message);
		await setPassword(keyOf(reset.link), "mật khẩu mới đủ dài");
		expect(await accounts.personOf(first)).toBeUndefined();
		const second = cookiesOf(await signIn("mật khẩu mới đủ dài"));
		const { id } = (await accounts.personOf(second)) ?? { id: "" };
		await accounts.remove(id);
		expect(await accounts.personOf(second)).toBeUndefined();
	});

	test("cannot be created without an invitation", async () => {
		for (const path of [
			"/sign-up/email",
			"/update-user",
			"/change-email",
			"/delete-user",
			"/list-sessions",
		]) {
			const request = new Request(`${origin}${authPath}${path}`, {
				method: "POST",
				headers: { "Content-Type": "application/json", Origin: origin },
				body: JSON.stringify({ email: "x@example.vn", password, name: "X", roles: "[]" }),
			});
			expect((await accounts.handle(request, client)).status).toBe(404);
		}
		expect(await accounts.list()).toEqual([]);
	});

	test("cannot be removed if it is the only administrator", async () => {
		await invite([{ role: "administrator", committees: "all" }]);
		const [only] = await accounts.list();
		expect(await accounts.remove(only?.id ?? "")).toMatchObject({ kind: "refused" });
		expect(await accounts.changeRoles(only?.id ?? "", [])).toMatchObject({ kind: "refused" });
	});
});

describe("the database", () => {
	test("opens again after a process was killed in the middle of a transaction", async () => {
		await setPassword(await invite());
		accounts.close();
		const file = join(directory, "accounts.db");
		const killed = spawn(process.execPath, [
			"-e",
			`const { Database } = require("node-sqlite3-wasm");
			const database = new Database(${JSON.stringify(file)});
			database.exec("begin immediate");
			database.exec("delete from user");
			console.log("inside");
			setInterval(() => {}, 1000);`,
		]);
		await once(killed.stdout, "data");
		killed.kill("SIGKILL");
		await once(killed, "exit");
		expect(existsSync(`${file}.lock`)).toBe(true);
		accounts = await open();
		expect((await signIn()).status).toBe(200);
	});

	test("is shared by a desk and a command beside it", async () => {
		const beside = await open();
		await setPassword(await invite());
		expect(await beside.list()).toHaveLength(1);
		beside.close();
		expect((await signIn()).status).toBe(200);
	});
});

test("an invitation is mailed if there is a mail server", async () => {
	const received: string[] = [];
	const server = createServer((socket) => {
		let inData = false;
		socket.write("220 test\r\n");
		socket.on("data", (bytes) => {
			for (const line of bytes.toString().split("\r\n").filter(Boolean)) {
				received.push(line);
				if (inData) {
					if (line !== ".") continue;
					inData = false;
					socket.write("250 ok\r\n");
				} else if (line === "DATA") {
					inData = true;
					socket.write("354 go\r\n");
				} else socket.write(line.startsWith("QUIT") ? "221 bye\r\n" : "250 ok\r\n");
			}
		});
		socket.on("error", () => {});
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as { port: number };
	accounts.close();
	accounts = await open({
		mailer: createMailer({ server: `smtp://127.0.0.1:${port}`, from: "Tin Mẫu <tin@example.vn>" }),
	});
	const invited = await accounts.invite({ email: "binh@example.vn", name: "Anh Bình", roles: [] });
	expect(invited).toMatchObject({ kind: "done", isMailed: true });
	expect(received).toContain("RCPT TO:<binh@example.vn>");
	server.close();
});
