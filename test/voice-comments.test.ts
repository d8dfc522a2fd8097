/**
 * Comments arrive, wait for approval, and can be taken back. Invalid ones are refused with a message. With both
 * databases.
 */
import { once } from "node:events";
import { connect } from "node:net";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commentsSchema } from "../src/model/comment.ts";
import { commentsIn } from "../src/voice/comments/comments.ts";
import { openVoiceDatabase, type VoiceLocation } from "../src/voice/store/open-voice-database.ts";
import { openVoiceLocations } from "./support/voice-locations.ts";
import { openTestVoice, proofFor, siteOrigin, type TestVoice, workOn } from "./support/voice-server.ts";

const voiceLocations = openVoiceLocations();

const address = "/2026/11/22/hoi-nghi.html";
const key = "k".repeat(32);
const json = { "Content-Type": "application/json" };

async function send(voice: TestVoice, more: object = {}, headers: Record<string, string> = {}) {
	const comment = {
		address,
		name: "Trần Thị Bưởi",
		email: "",
		text: "Hội nghị nói đúng điều dân mong.",
		website: "",
		consent: true,
		key,
		proof: await proofFor(voice),
		...more,
	};
	return await voice.post("y-kien", JSON.stringify(comment), { ...json, ...headers });
}

async function kept(location: VoiceLocation) {
	const { db, close } = await openVoiceDatabase(location);
	const waiting = await commentsIn(db, "waiting", 100);
	await close();
	return waiting;
}

describe.each(Object.entries(voiceLocations))("with %s", (_, locate) => {
	test("a comment waits for approval, and its reader can take it back", async () => {
		const location = await locate();
		const voice = await openTestVoice(location);
		const answer = await send(voice, { email: "buoi@thu.example.vn", text: "  Hay!\r\n\r\n\r\nLa\u0301 " });
		expect(answer.status).toBe(201);
		const { id } = (await answer.json()) as { id: string };
		expect(await kept(location)).toMatchObject([
			{ id, article: "2026/11/22-hoi-nghi", text: "Hay!\n\nLá", email: "buoi@thu.example.vn" },
		]);
		const back = (with_: string) => voice.post("rut-y-kien", JSON.stringify({ id, key: with_ }), json);
		expect((await back("x".repeat(32))).status).toBe(404);
		expect((await back(key)).status).toBe(204);
		expect(await kept(location)).toEqual([]);
	});

	test("a proof of work is accepted only once, and only if it was done", async () => {
		const location = await locate();
		const voice = await openTestVoice(location);
		const proof = await proofFor(voice);
		const [signed, nonce] = [proof.challenge, proof.nonce];
		expect((await send(voice, { proof: { challenge: signed, nonce: nonce + 1 } })).status).toBe(403);
		expect((await send(voice, { proof: { challenge: `9${signed}`, nonce } })).status).toBe(403);
		expect((await send(voice, { proof })).status).toBe(201);
		expect((await send(voice, { proof })).status).toBe(403);
		expect((await send(voice, { proof: workOn(`${signed}.`) })).status).toBe(403);
		const old = await proofFor(voice);
		voice.pass(2 * 60 * 60 * 1000);
		expect((await send(voice, { proof: old })).status).toBe(403);
		expect(await kept(location)).toHaveLength(1);
	});

	test("one IP address may send five comments an hour, and no address is stored", async () => {
		const location = await locate();
		const voice = await openTestVoice(location);
		const statuses: number[] = [];
		for (let times = 0; times < 7; times++) statuses.push((await send(voice)).status);
		expect(statuses).toEqual([201, 201, 201, 201, 201, 429, 429]);
		expect((await send(voice, {}, { "X-Forwarded-For": "10.9.9.9" })).status).toBe(201);
		voice.pass(61 * 60 * 1000);
		expect((await send(voice)).status).toBe(201);
		const { db, close } = await openVoiceDatabase(location);
		const everything = JSON.stringify([
			await db.selectFrom("attempts").selectAll().execute(),
			await db.selectFrom("comments").selectAll().execute(),
		]);
		await close();
		expect(everything).not.toContain("10.1.1.1");
	});

	test("what limits and presence keep of a reader is deleted once it has expired", async () => {
		const location = await locate();
		const voice = await openTestVoice(location);
		expect((await send(voice)).status).toBe(201);
		expect((await voice.post("xem", address)).status).toBe(204);
		await voice.server.close();
		const later = await openTestVoice(location, { now: Date.parse("2026-11-23T15:00:00+07:00") });
		await later.get("phep-thu");
		const { db, close } = await openVoiceDatabase(location);
		for (const table of ["attempts", "spent", "present"] as const)
			expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([]);
		await close();
	});

	test("a comment with the hidden field filled in is silently discarded", async () => {
		const location = await locate();
		const voice = await openTestVoice(location);
		expect((await send(voice, { website: "https://mua.example" })).status).toBe(201);
		expect(await kept(location)).toEqual([]);
	});

	test("SQL and script in a comment are stored as text", async () => {
		const location = await locate();
		const voice = await openTestVoice(location);
		const text = "'); drop table comments; -- <script>alert(1)</script>";
		expect((await send(voice, { text, name: "<b>An</b>" })).status).toBe(201);
		expect(await kept(location)).toMatchObject([{ text, name: "<b>An</b>" }]);
		for (const id of ["\0", "' or 1=1 --", "x".repeat(12)])
			expect((await voice.post("thich", `${address}\n${id}`)).status).toBe(404);
		expect(voice.log).toEqual([]);
	});
});

test("what is no comment is refused with a sentence", async () => {
	const location = await voiceLocations["an embedded database"]();
	const voice = await openTestVoice(location);
	const refusals: readonly [string, object, number][] = [
		["of an article that takes none", { address: "/2026/10/05/cau-moi.html" }, 403],
		["of no article", { address: "/2026/11/22/khong-co.html" }, 404],
		["without a name", { name: " " }, 400],
		["without words", { text: "\u200b \n" }, 400],
		["of 501 characters", { text: "ạ".repeat(501) }, 400],
		["with a wrong e-mail address", { email: "không phải thư" }, 400],
		["without consent", { consent: false }, 400],
		["with a short key", { key: "x" }, 400],
		["with something else in it", { role: "administrator" }, 400],
		["of another type", { text: { $ne: "" } }, 400],
	];
	for (const [what, more, status] of refusals) {
		const answer = await send(voice, more);
		expect(answer.status, what).toBe(status);
		expect(((await answer.json()) as { message: string }).message, what).toMatch(/\p{L}{3,}.*\.$/u);
	}
	expect(await kept(location)).toEqual([]);
	expect(voice.log).toEqual([]);
});

test("the limit of 500 characters is counted as people count them", async () => {
	const voice = await openTestVoice(await voiceLocations["an embedded database"]());
	expect((await send(voice, { text: "ạ".normalize("NFD").repeat(500) })).status).toBe(201);
	const longest = { name: "👩🏽‍🌾".repeat(60), text: "👨‍👩‍👧‍👦".repeat(500) };
	expect((await send(voice, longest)).status).toBe(201);
	const file = { comments: [{ id: "a".repeat(12), date: "2026-11-23T12:00:00+07:00", ...longest }] };
	expect(commentsSchema.safeParse(file).success).toBe(true);
	expect((await send(voice, { text: "👨‍👩‍👧‍👦".repeat(501) })).status).toBe(400);
	expect((await send(voice, { text: "👩\u200d".repeat(3_000) })).status).toBe(400);
});

test("malformed and oversized requests are refused, and the process keeps answering", async () => {
	const voice = await openTestVoice(await voiceLocations["an embedded database"]());
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom("y-kien", "rut-y-kien", "thich", "xem", "khong-thay"),
			fc.oneof(fc.string({ unit: "binary" }), fc.json()),
			async (path, body) => {
				const { status } = await voice.post(path, body, json);
				expect([204, 400, 403, 404, 413, 429]).toContain(status);
			},
		),
		{ numRuns: 60 },
	);
	expect((await voice.post("y-kien", `"${"a".repeat(5_000_000)}"`, json)).status).toBe(413);
	expect((await voice.post("y-kien", "{}", { ...json, Origin: "https://khac.example" })).status).toBe(403);
	expect((await voice.post("khong-co", "")).status).toBe(404);
	await breakOff(voice, "y-kien");
	expect((await send(voice)).status).toBe(201);
	expect(voice.log).toEqual([]);
});

test("marks that are stacked on a letter are cut", async () => {
	const location = await voiceLocations["an embedded database"]();
	const voice = await openTestVoice(location);
	const stack = `Đẹp q${"\u0301".repeat(200)}uá`;
	expect((await send(voice, { text: stack, name: stack })).status).toBe(201);
	const shown = `Đẹp q${"\u0301".repeat(4)}uá`;
	expect(await kept(location)).toMatchObject([{ text: shown, name: shown }]);
});

/** Sends less than it says, and closes the connection. */
async function breakOff({ server }: TestVoice, path: string): Promise<void> {
	const { hostname, port } = new URL(server.url);
	const socket = connect(Number(port), hostname);
	await once(socket, "connect");
	socket.write(
		`POST /tieng-noi/${path} HTTP/1.1\r\nHost: x\r\nOrigin: ${siteOrigin}\r\nContent-Length: 900\r\n\r\n{"text":`,
	);
	await new Promise((resolve) => setTimeout(resolve, 100));
	socket.destroy();
	await once(socket, "close");
	await new Promise((resolve) => setTimeout(resolve, 100));
}
