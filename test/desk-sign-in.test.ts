/**
 * Signing in to the desk as browsers do: with codes of an authenticator app, and with an account of an identity
 * provider.
 */
import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { grants, pageAt, sendForm } from "./support/desk-office.ts";
import { DeskFolder } from "./support/desk-store.ts";
import { HtmlPage } from "./support/html-page.ts";
import { startIdentityProvider } from "./support/identity-provider.ts";
import { readable, startMail } from "./support/mail-server.ts";
import { officeContent, TestDesk } from "./support/running-desk.ts";
import { Visitor } from "./support/visitor.ts";

const account = "/ban-lam-viec/tai-khoan/";
const signIn = "/ban-lam-viec/dang-nhap/";
const password = "mật khẩu của An";

/** The code of an authenticator app at a moment: RFC 6238 with SHA-1, six digits and thirty seconds. */
function codeOf(secret: string, at: number): string {
	const bits = [...secret.replace(/=+$/, "")]
		.map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"))
		.join("");
	const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
	const digest = createHmac("sha1", key).update(counter).digest();
	const offset = (digest.at(-1) ?? 0) & 15;
	return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

async function openDeskWithAn(settings?: string): Promise<TestDesk> {
	const desk = await TestDesk.open(new DeskFolder({ files: officeContent }), {
		...(settings !== undefined && { settings }),
	});
	await desk.desk.firstBuild;
	return desk;
}

test("somebody who has turned on two-factor codes needs one to sign in, from the app or from the printed list", async () => {
	const desk = await openDeskWithAn();
	const an = await desk.signIn("An", grants("writer"));
	const wrong = await sendForm(an, `${account}ma/`, [["password", "không phải"]]);
	expect(wrong.status).toBe(422);
	const setup = await sendForm(an, `${account}ma/`, [["password", password]]);
	const [secret = ""] = setup.page.texts("code.desk-link");
	const [paper = "", other = ""] = setup.page.texts(".desk-codes code");
	expect(secret).toMatch(/^[A-Z2-7]{16,}=*$/);
	// No code is required until one has been entered correctly.
	expect((await pageAt(an, account)).text).toContain("Đang tắt");
	const badCode = await sendForm(an, `${account}xac-nhan/`, [["code", "000000"]]);
	expect(badCode.status).toBe(422);
	expect(badCode.page.attributes("input[name]", "name")).toEqual(["code"]);
	const visitor = new Visitor(desk, an.cookie);
	const on = await visitor.send(`${account}xac-nhan/`, { code: codeOf(secret, Date.now()) });
	expect(on.status).toBe(200);
	expect(on.text).toContain("Đã bật mã xác nhận.");

	const back = new Visitor(desk);
	const next = "/ban-lam-viec/lich/";
	const halfway = await back.send(signIn, { email: "an@thu.example.vn", password, tiep: next });
	expect(halfway.status).toBe(303);
	expect(halfway.location).toContain(`${signIn}ma/`);
	expect((await back.get("/admin/api/session")).status).toBe(401);
	expect((await back.send(`${signIn}ma/`, { code: "123456", tiep: next })).status).toBe(401);
	const entered = await back.send(`${signIn}ma/`, { code: ` ${codeOf(secret, Date.now())}`, tiep: next });
	expect(entered.location).toBe(next);
	expect((await back.get("/admin/api/session")).status).toBe(200);

	const onPaper = async (code: string) => {
		const somebody = new Visitor(desk);
		await somebody.send(signIn, { email: "an@thu.example.vn", password });
		return (await somebody.send(`${signIn}ma/`, { code, tiep: "//evil.example" })).location;
	};
	expect(await onPaper(paper)).toBe("/ban-lam-viec/");
	// A printed code works only once.
	expect(await onPaper(paper)).toBeUndefined();
	expect(await onPaper(other)).toBe("/ban-lam-viec/");

	const off = await back.send(`${account}ma/`, { password });
	expect(off.text).toContain("Đã tắt mã xác nhận.");
	const again = await new Visitor(desk).send(signIn, { email: "an@thu.example.vn", password });
	expect(again.location).toBe("/ban-lam-viec/");
	const page = await pageAt(await desk.signIn("Dung", grants("administrator")), "/ban-lam-viec/nguoi-dung/");
	const log = page.page.texts(".desk-log li").join();
	expect(log).toContain("an@thu.example.vn");
	for (const outcome of ["thành công", "đúng mật khẩu, chờ mã", "không thành công"])
		expect(log).toContain(outcome);
}, 90_000);

test("an account of the province's identity provider signs in those who were invited, and nobody else", async () => {
	const provider = await startIdentityProvider();
	const settings = [
		"signIn:",
		"  name: Tài khoản của tỉnh",
		`  discoveryUrl: ${provider.discoveryUrl}`,
		`  clientId: ${provider.clientId}`,
		`  clientSecret: ${provider.clientSecret}`,
		"",
	].join("\n");
	const desk = await openDeskWithAn(settings);
	const accounts = await desk.accounts();
	await accounts.invite({ email: "an@thu.example.vn", name: "Nguyễn Văn An", roles: grants("writer") });
	accounts.close();

	const enter = async (email: string) => {
		provider.email = email;
		const visitor = new Visitor(desk);
		const page = await visitor.get(`${signIn}?tiep=${encodeURIComponent("/ban-lam-viec/lich/")}`);
		const [link = ""] = (
			await pageAt(desk.stranger, `${signIn}?tiep=%2Fban-lam-viec%2Flich%2F`)
		).page.attributes("a.desk-button", "href");
		expect(page.text).toContain("Đăng nhập bằng Tài khoản của tỉnh");
		const there = await visitor.get(link);
		const asked = await fetch(there.location ?? "", { redirect: "manual" });
		const returned = new URL(asked.headers.get("location") ?? "");
		expect(returned.origin).toBe(desk.origin);
		expect(returned.pathname).toBe("/admin/auth/callback/desk");
		const landed = await visitor.get(returned.pathname + returned.search);
		return { visitor, landed, returned };
	};

	const an = await enter("an@thu.example.vn");
	expect(new URL(an.landed.location ?? "", desk.origin).pathname).toBe("/ban-lam-viec/lich/");
	const session = await an.visitor.get("/admin/api/session");
	expect(JSON.parse(session.text)).toMatchObject({
		person: { name: "Nguyễn Văn An", roles: grants("writer") },
	});
	// The provider's answer works only once, and only in the browser that started the sign-in.
	const stolen = await new Visitor(desk).get(an.returned.pathname + an.returned.search);
	expect((await new Visitor(desk).get("/admin/api/session")).status).toBe(401);
	expect(stolen.location).toContain(signIn);

	const stranger = await enter("la@thu.example.vn");
	expect(stranger.landed.location).toContain(signIn);
	expect((await stranger.visitor.get(stranger.landed.location ?? "")).text).toContain("chưa được mời");
	expect((await stranger.visitor.get("/admin/api/session")).status).toBe(401);
	const log = await desk.accounts();
	const tries = (await log.signIns(10)).map(({ email, outcome }) => [email, outcome]);
	log.close();
	expect(tries).toContainEqual(["an@thu.example.vn", "in"]);
	expect(tries).toContainEqual(["", "refused"]);
}, 90_000);

describe("a mail", () => {
	/** A server that refuses every letter and quotes its link, as filters of unwanted mail do. */
	const startRefusing = () => startMail((text) => `Blocked: ${/https?:\S+\?ma=\S+/.exec(text)?.[0]}`);

	async function openWithMail({ server, from }: { readonly server: string; readonly from: string }) {
		const log: string[] = [];
		const desk = await TestDesk.open(new DeskFolder({ files: officeContent }), {
			log,
			settings: `mail:\n  server: ${server}\n  from: ${from}\n`,
		});
		await desk.desk.firstBuild;
		return { desk, log };
	}

	test("that cannot be sent for a forgotten password is in the log without the key, and the visitor learns nothing", async () => {
		const { desk, log } = await openWithMail((await startRefusing()).options);
		await desk.signIn("An", grants("writer"));
		const ask = async (email: string) => {
			const { status, text } = await new Visitor(desk).send(`${signIn}quen/`, { email });
			return { status, text };
		};
		const known = await ask("an@thu.example.vn");
		expect(known.status).toBe(200);
		await expect.poll(() => log, { timeout: 15_000 }).toHaveLength(1);
		expect(log[0]).toMatch(/^Chưa gửi được thư đặt lại mật khẩu: .*Blocked: .*desk\.yml/);
		expect(log[0]).toContain("?ma=…");
		expect(log[0]).not.toMatch(/ma=[\w-]/);
		expect(await ask("khong-co@thu.example.vn")).toEqual(known);
		expect(log).toHaveLength(1);
	}, 60_000);

	test("is never one of more than three an hour for a forgotten password, the last of which sets a new one", async () => {
		const mail = await startMail();
		const { desk } = await openWithMail(mail.options);
		await desk.signIn("An", grants("writer"));
		const ask = async () => await new Visitor(desk).send(`${signIn}quen/`, { email: " An@thu.example.vn" });
		const answers = [];
		for (let time = 0; time < 5; time++) answers.push((await ask()).text);
		expect(new Set(answers).size).toBe(1);
		await expect.poll(() => mail.letters).toHaveLength(3);
		await mail.close();
		expect(mail.letters).toHaveLength(3);
		const link = new URL(/https?:\S+\?ma=\S+/.exec(readable(mail.letters[2]?.text ?? ""))?.[0] ?? "");
		const set = () =>
			sendForm(desk.stranger, link.pathname, [
				["ma", link.searchParams.get("ma") ?? ""],
				["password", "mật khẩu mới của An"],
				["again", "mật khẩu mới của An"],
			]);
		expect((await set()).status).toBe(303);
		expect((await set()).text).toContain("đã hết hạn hoặc đã dùng rồi");
		await desk.signInAs("an@thu.example.vn", "mật khẩu mới của An");
	}, 60_000);

	test("that cannot be sent for an invitation leaves the link to the administrator, with the reason", async () => {
		const mail = await startMail();
		const { desk, log } = await openWithMail(mail.options);
		const admin = await desk.signIn("Dung", grants("administrator"));
		await mail.close();
		const invited = await sendForm(admin, "/ban-lam-viec/nguoi-dung/", [
			["name", "Trần Văn Ba"],
			["email", "ba@thu.vn"],
			["role", "writer"],
		]);
		expect(invited.status).toBe(303);
		expect(invited.page.texts(".desk-link").join()).toContain("/ban-lam-viec/mat-khau/?ma=");
		expect(invited.page.texts(".desk-notice-fault").join()).toMatch(
			/^Chưa gửi được thư mời: .*ECONNREFUSED.*desk\.yml/,
		);
		expect(invited.text).not.toContain("Thư đã được gửi.");
		expect(log.join("\n")).toMatch(/^Chưa gửi được thư mời: .*ECONNREFUSED.*$/);
	}, 60_000);

	test("that cannot be sent does not lock the first administrator out", async () => {
		const { desk, log } = await openWithMail((await startRefusing()).options);
		const { search, pathname } = new URL(desk.desk.firstAdministrator ?? "");
		const made = await new Visitor(desk).send(pathname, {
			ma: new URLSearchParams(search).get("ma") ?? "",
			name: "Chị Dung",
			email: "dung@thu.example.vn",
		});
		expect(made.status).toBe(303);
		const form = await new Visitor(desk).get(made.location ?? "");
		expect((await HtmlPage.parse(form.text)).attributes("input[required]", "name")).toEqual([
			"password",
			"again",
		]);
		expect(log.join("\n")).toMatch(/^Chưa gửi được thư mời: .*ma=….*$/);
	}, 60_000);
});
