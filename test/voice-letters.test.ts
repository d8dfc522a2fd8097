/** Letters to the newsroom go through a real mail server, and nothing of them is stored. With both databases. */
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { createMailer } from "../src/desk/accounts/mailer.ts";
import { createCommentNotices } from "../src/desk/comment-notices.ts";
import { openVoiceDatabase } from "../src/voice/store/open-voice-database.ts";
import { readable, startMail } from "./support/mail-server.ts";
import { openVoiceLocations } from "./support/voice-locations.ts";
import { openTestVoice, proofFor, type TestVoice } from "./support/voice-server.ts";

const voiceLocations = openVoiceLocations();

async function openMail() {
	const mail = await startMail();
	return { ...mail, mailer: createMailer(mail.options) };
}

async function send(voice: TestVoice, more: object = {}) {
	const letter = {
		name: "Trần Thị Bưởi",
		email: "buoi@thu.example.vn",
		text: "Đường vào xóm Bàng ngập đã ba hôm.",
		website: "",
		proof: await proofFor(voice),
		...more,
	};
	return await voice.post("thu", JSON.stringify(letter), { "Content-Type": "application/json" });
}

describe.each(Object.entries(voiceLocations))("with %s", (_, locate) => {
	test("a letter is mailed to the office with the reader's address for replies, and nothing of it is stored", async () => {
		const { letters, mailer } = await openMail();
		const location = await locate();
		const voice = await openTestVoice(location, { voice: { letters: true }, mailer });
		expect((await send(voice)).status).toBe(204);
		expect(letters).toHaveLength(1);
		expect(letters[0]?.to).toEqual(["toasoan@thu.example.vn"]);
		const text = readable(letters[0]?.text ?? "");
		for (const part of ["Trần Thị Bưởi", "Reply-To: buoi@thu.example.vn", "Đường vào xóm Bàng"])
			expect(text).toContain(part);
		const { db, close } = await openVoiceDatabase(location);
		const rows = [
			await db.selectFrom("comments").selectAll().execute(),
			await db.selectFrom("attempts").selectAll().execute(),
			await db.selectFrom("spent").selectAll().execute(),
			await db.selectFrom("settings").selectAll().execute(),
		];
		await close();
		expect(JSON.stringify(rows)).not.toMatch(/Bưởi|buoi|xóm Bàng|10\.1\.1\.1/);
	});
});

const embedded = voiceLocations["an embedded database"];

test("one network may send five letters an hour, a bot that fills every field none, and no header can be injected", async () => {
	const { letters, mailer } = await openMail();
	const voice = await openTestVoice(await embedded(), { voice: { letters: true }, mailer });
	expect((await send(voice, { website: "https://mua.example" })).status).toBe(204);
	expect(letters).toEqual([]);
	expect((await send(voice, { name: "An\r\nBcc: khac@thu.example.vn" })).status).toBe(204);
	expect(letters[0]?.to).toEqual(["toasoan@thu.example.vn"]);
	expect(letters[0]?.text).not.toMatch(/^Bcc/im);
	const statuses: number[] = [];
	for (let times = 0; times < 4; times++) statuses.push((await send(voice)).status);
	expect(statuses).toEqual([204, 204, 204, 429]);
	expect(letters).toHaveLength(4);
});

test("what is no letter is refused with a sentence", async () => {
	const { letters, mailer } = await openMail();
	const voice = await openTestVoice(await embedded(), { voice: { letters: true }, mailer });
	const refusals: readonly [string, object, number][] = [
		["without words", { text: " \n" }, 400],
		["of 5,001 characters", { text: "ạ".repeat(5_001) }, 400],
		["with a wrong address", { email: "a@b\nCc: c@d" }, 400],
		["with something else in it", { to: "khac@thu.example.vn" }, 400],
		["without work", { proof: { challenge: "x.y.z", nonce: 0 } }, 403],
	];
	for (const [what, more, status] of refusals) {
		const answer = await send(voice, more);
		expect(answer.status, what).toBe(status);
		expect(((await answer.json()) as { message: string }).message, what).toMatch(/\p{L}{3,}.*\.$/u);
	}
	expect(letters).toEqual([]);
});

test("a letter arrives as it was written, whatever is in it", async () => {
	const { letters, mailer } = await openMail();
	const voice = await openTestVoice(await embedded(), { voice: { letters: true }, mailer });
	const name = `=?utf-8?Q?An?= "Bưởi" <khac@thu.example.vn>, 👩‍👧`;
	const text = `.\n..\nFrom: An\nContent-Type: text/html\n\n<b>${"Ậ".repeat(4_900)}</b>`;
	expect((await send(voice, { name, text })).status).toBe(204);
	const [letter] = letters;
	expect(letter?.to).toEqual(["toasoan@thu.example.vn"]);
	const [head = ""] = (letter?.text ?? "").split(/\r?\n\r?\n/);
	expect(head.match(/^(?:To|From|Reply-To|Bcc|Content-Type):.*/gim)).toEqual([
		"From: Tin <tin@thu.example.vn>",
		"To: toasoan@thu.example.vn",
		"Reply-To: buoi@thu.example.vn",
		"Content-Type: text/plain; charset=utf-8",
	]);
	expect(Math.max(...head.split(/\r?\n/).map(({ length }) => length))).toBeLessThan(100);
	expect(readable(letter?.text ?? "").replaceAll("\r", "")).toContain(text);
	for (const attached of [{ attachments: [{ filename: "a.exe", content: "x" }] }, { html: "<b>x</b>" }])
		expect((await send(voice, attached)).status).toBe(400);
	expect(letters).toHaveLength(1);
});

test("an unreachable or silent mail server is reported to the reader, and so is a portal without the form", async () => {
	const { mailer, close } = await openMail();
	const voice = await openTestVoice(await embedded(), { voice: { letters: true }, mailer });
	await close();
	const away = await send(voice);
	expect(away.status).toBe(503);
	expect(((await away.json()) as { message: string }).message).toContain("hộp thư của bạn");
	expect(voice.log.join()).toContain("letter");
	const silent = createServer().listen(0, "127.0.0.1");
	await once(silent, "listening");
	onTestFinished(() => void silent.close());
	const server = `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`;
	const asked = createMailer({ server, from: "Tin <tin@thu.example.vn>" }, 100);
	const waits = await openTestVoice(await embedded(), { voice: { letters: true }, mailer: asked });
	expect((await send(waits)).status).toBe(503);
	expect((await send(await openTestVoice(await embedded(), { mailer }))).status).toBe(404);
});

async function sendComment(voice: TestVoice, more: object = {}) {
	const comment = {
		address: "/2026/11/22/hoi-nghi.html",
		name: "Bưởi",
		email: "buoi@thu.example.vn",
		text: "Mua hàng ở đây!",
		website: "",
		consent: true,
		key: "k".repeat(32),
		proof: await proofFor(voice),
		...more,
	};
	return await voice.post("y-kien", JSON.stringify(comment), { "Content-Type": "application/json" });
}

test("a reader who gives an address gets a link by which the comment is taken back, at most three an hour", async () => {
	const { letters, mailer, close } = await openMail();
	const location = await embedded();
	const voice = await openTestVoice(location, { mailer });
	expect((await sendComment(voice, { email: "" })).status).toBe(201);
	expect((await sendComment(voice, { website: "https://mua.example" })).status).toBe(201);
	expect(letters).toEqual([]);
	const { id } = (await (await sendComment(voice)).json()) as { id: string };
	expect(letters.map(({ to }) => to)).toEqual([["buoi@thu.example.vn"]]);
	const text = readable(letters[0]?.text ?? "");
	expect(text).not.toContain("Mua hàng");
	const [, mailed, key] = /hoi-nghi\.html#go-y-kien=([a-z0-9]{12})\.([\w-]+)/.exec(text) ?? [];
	expect(mailed).toBe(id);
	const back = () =>
		voice.post("rut-y-kien", JSON.stringify({ id, key }), { "Content-Type": "application/json" });
	expect((await back()).status).toBe(204);
	expect((await back()).status).toBe(404);
	voice.pass(61 * 60 * 1000);
	for (let times = 0; times < 4; times++) expect((await sendComment(voice)).status).toBe(201);
	expect(letters).toHaveLength(4);
	voice.pass(61 * 60 * 1000);
	await close();
	expect((await sendComment(voice)).status).toBe(201);
	expect(voice.log.join()).toContain("mail:");
});

test("an office is told of comments that wait by one mail, at most every 15 minutes, and of none twice", async () => {
	const { letters, mailer, close } = await openMail();
	const location = await embedded();
	const voice = await openTestVoice(location);
	const { db, close: closeDatabase } = await openVoiceDatabase(location);
	onTestFinished(closeDatabase);
	let now = Date.parse("2026-11-23T12:00:00+07:00");
	const notices = () =>
		createCommentNotices({
			database: async () => db,
			mailer,
			to: ["mot@thu.example.vn", "hai@thu.example.vn"],
			queueUrl: "https://ban.thu.example.vn/ban-lam-viec/y-kien/",
			titleOf: () => "Hội nghị ở thôn Đông",
			clock: () => now,
		});
	let tell = notices();
	await tell();
	expect(letters).toEqual([]);
	for (let times = 0; times < 2; times++) await sendComment(voice, { email: "" });
	await tell();
	expect(letters.map(({ to }) => to)).toEqual([["mot@thu.example.vn", "hai@thu.example.vn"]]);
	const text = readable(letters[0]?.text ?? "");
	for (const part of ["Hội nghị ở thôn Đông (2)", "https://ban.thu.example.vn/ban-lam-viec/y-kien/"])
		expect(text).toContain(part);
	for (const word of ["Bưởi", "Mua hàng"]) expect(text).not.toContain(word);
	voice.pass(60_000);
	await sendComment(voice, { email: "" });
	await tell();
	expect(letters).toHaveLength(1);
	now += 15 * 60_000;
	await tell();
	expect(letters).toHaveLength(2);
	tell = notices();
	await tell();
	expect(letters).toHaveLength(2);
	voice.pass(60_000);
	await sendComment(voice, { email: "" });
	await close();
	await expect(tell()).rejects.toThrow();
	now += 14 * 60_000;
	await tell();
	now += 60_000;
	await expect(tell()).rejects.toThrow();
});
