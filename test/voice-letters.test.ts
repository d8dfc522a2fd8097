/** Letters to the newsroom go through a real mail server, and nothing of them is stored. With both databases. */
import { describe, expect, test } from "vitest";
import { createMailer } from "../src/desk/accounts/mailer.ts";
import { openVoiceDatabase } from "../src/voice/store/open-voice-database.ts";
import { startMail } from "./support/mail-server.ts";
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

/** Decodes base64 and encoded words, as a mail program does. */
function readable(text: string): string {
	const words = text.replace(/=\?UTF-8\?(Q|B)\?([^?]*)\?=\s*/gi, (_, kind: string, word: string) =>
		kind.toUpperCase() === "B" ? Buffer.from(word, "base64").toString() : unquoted(word.replaceAll("_", " ")),
	);
	const [, body = ""] = text.split(/\r?\n\r?\n/);
	return `${words}\n${/base64/i.test(text) ? Buffer.from(body, "base64").toString() : unquoted(text)}`;
}

function unquoted(text: string): string {
	const bytes = text
		.replace(/=\r?\n/g, "")
		.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
	return Buffer.from(bytes, "latin1").toString();
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

test("an unreachable mail server is reported to the reader, and so is a portal without the form", async () => {
	const { mailer, close } = await openMail();
	const voice = await openTestVoice(await embedded(), { voice: { letters: true }, mailer });
	await close();
	const away = await send(voice);
	expect(away.status).toBe(503);
	expect(((await away.json()) as { message: string }).message).toContain("hộp thư của bạn");
	expect(voice.log.join()).toContain("letter");
	expect((await send(await openTestVoice(await embedded(), { mailer }))).status).toBe(404);
});
