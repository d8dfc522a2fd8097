/** A voice server over real HTTP, with a folder that looks like a built site. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { apiMonthAddress, articleAddress } from "../../src/model/addresses.ts";
import { asArticleId } from "../../src/model/ids.ts";
import type { WorkChallenge } from "../../src/model/sender-request.ts";
import type { SiteSettings } from "../../src/model/site.ts";
import { groupBy } from "../../src/site/plan/group-by.ts";
import type { LetterMailer } from "../../src/voice/http/voice-options.ts";
import { openVoiceServer, type VoiceServer } from "../../src/voice/serve-voice.ts";
import type { VoiceLocation } from "../../src/voice/store/open-voice-database.ts";

export const siteOrigin = "https://thu.example.vn";
export const browserAgent =
	"Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36";

const voiceArticles = [
	{ id: "2026/11/22-hoi-nghi", title: "Hội nghị ở thôn Đông" },
	{ id: "2026/11/20-mua-gat", title: "Mùa gặt ở xã Tây", views: 1250 },
	{ id: "2026/10/05-cau-moi", title: "Cầu mới qua sông", comments: "closed" },
] as const;

/** @returns the folder */
export function writeVoiceSite(voice: Partial<SiteSettings["voice"]> = {}): string {
	const directory = mkdtempSync(join(tmpdir(), "tintinh-voice-"));
	onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
	const site = join(directory, "site");
	const write = (address: string, document: object) => {
		const file = join(site, address);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, JSON.stringify(document));
	};
	write("/api/site.json", {
		url: siteOrigin,
		contact: { email: "toasoan@thu.example.vn" },
		voice: { views: true, comments: "all", ...voice },
	});
	for (const [month, articles] of groupBy(voiceArticles, ({ id }) => id.slice(0, 7).replace("/", "-"))) {
		write(apiMonthAddress(month), {
			month,
			articles: articles.map((each) => ({ ...each, address: articleAddress(asArticleId(each.id)) })),
		});
	}
	return site;
}

export interface TestVoice {
	readonly server: VoiceServer;
	/** Advances the clock. */
	pass(milliseconds: number): void;
	/** What the server logged. */
	readonly log: string[];
	post(path: string, body: string, headers?: Record<string, string>): Promise<Response>;
	get<Body>(path: string): Promise<Body>;
}

/** Does the proof of work that a browser does before sending something. */
export async function proofFor(voice: TestVoice) {
	const { challenge, bits } = await voice.get<WorkChallenge>("phep-thu");
	return workOn(challenge, bits);
}

export function workOn(challenge: string, bits = 14) {
	for (let nonce = 0; ; nonce++) {
		const digest = createHash("sha256").update(`${challenge}:${nonce}`).digest();
		if (digest.readUInt32BE(0) >>> (32 - bits) === 0) return { challenge, nonce };
	}
}

/** Noon in Vietnam. */
const voiceNoon = Date.parse("2026-11-23T12:00:00+07:00");

export async function openTestVoice(
	location: VoiceLocation,
	{
		voice = {},
		now = voiceNoon,
		mailer,
	}: { voice?: Partial<SiteSettings["voice"]>; now?: number; mailer?: LetterMailer } = {},
): Promise<TestVoice> {
	const log: string[] = [];
	let clock = now;
	const server = await openVoiceServer({
		location,
		outputDirectory: writeVoiceSite(voice),
		port: 0,
		host: "127.0.0.1",
		origins: [],
		trustsProxy: true,
		mailer,
		clock: () => clock,
		log: (line) => log.push(line),
	});
	onTestFinished(() => server.close());
	return {
		server,
		log,
		pass: (milliseconds) => {
			clock += milliseconds;
		},
		post: (path, body, headers = {}) =>
			fetch(`${server.url}/tieng-noi/${path}`, {
				method: "POST",
				body,
				headers: {
					Origin: siteOrigin,
					"User-Agent": browserAgent,
					"X-Forwarded-For": "10.1.1.1",
					"Content-Type": "text/plain",
					...headers,
				},
			}),
		async get<Body>(path: string) {
			const answer = await fetch(`${server.url}/tieng-noi/${path}`);
			if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
			return (await answer.json()) as Body;
		},
	};
}
