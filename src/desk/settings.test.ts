import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readSettings, SettingsError, settingsFile } from "./settings.ts";

async function read(text?: string) {
	const directory = await mkdtemp(join(tmpdir(), "settings-"));
	onTestFinished(() => rm(directory, { recursive: true }));
	if (text !== undefined) await writeFile(join(directory, settingsFile), text);
	const settings = await readSettings(directory).catch((error: unknown) => {
		if (error instanceof SettingsError) return error.message.replaceAll(`${directory}/`, "");
		throw error;
	});
	return settings;
}

test.each([
	["no file", undefined],
	["an empty file", ""],
	["only comments", "# mail:\n#   server: x\n"],
])("%s is no settings", async (_, text) => {
	expect(await read(text)).toEqual({});
});

test("settings are read as they are written in docs/desk.md, numbers as text", async () => {
	const text = `mail:
  server: smtps://user:password@mail.example.vn:465
  from: "Tin Tỉnh <tin@example.vn>"
signIn:            # OpenID Connect, beside passwords
  name: Tài khoản của tỉnh
  discoveryUrl: https://id.example.vn/.well-known/openid-configuration
  clientId: 0012
  clientSecret: "…"
comments:
  notify: [toasoan@example.vn]
counter:
  token: "…"
deploy:
  to: tin@web.example.vn:/var/www/tin
remotes:
  publish: origin
  backup: git@backup.example.vn:tin.git
`;
	expect(await read(text)).toEqual({
		mail: { server: "smtps://user:password@mail.example.vn:465", from: "Tin Tỉnh <tin@example.vn>" },
		signIn: {
			name: "Tài khoản của tỉnh",
			discoveryUrl: "https://id.example.vn/.well-known/openid-configuration",
			clientId: "0012",
			clientSecret: "…",
		},
		comments: { notify: ["toasoan@example.vn"] },
		counter: { token: "…" },
		deploy: { to: "tin@web.example.vn:/var/www/tin" },
		remotes: { publish: "origin", backup: "git@backup.example.vn:tin.git" },
	});
});

test("all faults are named at once, each with its line, its field and what to do", async () => {
	const text = `mail:
  server: mail.example.vn
signIn:
  name: Tài khoản
  discoveryUrl: id.example.vn
  clientId: ""
  clientSecret: [a]
comments:
  notify: toasoan
counter:
  api: umami
  key: abc
  token: [a]
deploy: /var/www
remotes:
  main: origin
posts: 1
`;
	const told = String(await read(text));
	expect(told.replaceAll(" Cách sửa: hãy sửa theo mẫu trong docs/desk.md.", " …").split("\n")).toEqual([
		"desk.yml:1 · mail.from: thiếu. …",
		"desk.yml:2 · mail.server: phải có dạng smtps://tên:mật-khẩu@máy-chủ:465. …",
		"desk.yml:5 · signIn.discoveryUrl: phải là địa chỉ bắt đầu bằng https:// hoặc http://. …",
		"desk.yml:6 · signIn.clientId: thiếu. …",
		"desk.yml:7 · signIn.clientSecret: phải là một dòng chữ. …",
		"desk.yml:9 · comments.notify: phải là danh sách địa chỉ thư điện tử, ít nhất một. …",
		"desk.yml:11 · counter.api: phải là địa chỉ bắt đầu bằng https:// hoặc http://. …",
		"desk.yml:12 · counter.key: không có mục “key”. …",
		"desk.yml:13 · counter.token: phải là một dòng chữ. …",
		"desk.yml:14 · deploy: phải gồm các mục viết thụt vào ở những dòng dưới. …",
		"desk.yml:16 · remotes.main: không có mục “main”. …",
		"desk.yml:17 · posts: không có mục “posts”. …",
		"",
		"12 vấn đề trong 1 tệp.",
	]);
});

test("a field that says nothing, one that says too little, and a part without fields are one fault each", async () => {
	const told = String(await read('mail:\n  server: ""\n  from: a\ncounter: abc\n'));
	expect(told.split("\n").map((line) => line.replace(/^desk\.yml:\d+ · (\S+): .*/, "$1"))).toEqual([
		"mail.server",
		"mail.from",
		"counter",
		"",
		"3 vấn đề trong 1 tệp.",
	]);
});

test.each([
	["a line that is no YAML", "mail:\n  server:smtps://user:secret@mail.example.vn\n  from: a@b.vn\n"],
	["a bracket that is not closed", "signIn:\n  clientSecret: [secret\n"],
	["a list", "- mail: secret\n"],
])("%s is a fault of the file, and no password is told", async (_, text) => {
	const told = await read(text);
	expect(told).toMatch(/^desk\.yml.*Cách sửa: hãy sửa theo mẫu trong docs\/desk\.md\./);
	expect(told).not.toContain("secret");
});
