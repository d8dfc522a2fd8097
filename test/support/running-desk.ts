/** A complete desk on a real repository and port, with signed-in people. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Accounts, openAccounts } from "../../src/desk/accounts/accounts.ts";
import { openDesk, type RunningDesk } from "../../src/desk/desk.ts";
import { apiPath, type DeskEvent, deskHeader } from "../../src/desk/messages.ts";
import type { RoleGrant } from "../../src/desk/people.ts";
import { settingsFile } from "../../src/desk/settings.ts";
import { asIsoDateTime } from "../../src/model/ids.ts";
import { toVietnamMoment } from "../../src/text/index.ts";
import { takeBuildProcess } from "./build-processes.ts";
import { articleText, type ContentFolder } from "./content-folder.ts";
import { articlePath, type DeskFolder, deskContent } from "./desk-store.ts";
import { shareCache } from "./fixture.ts";

/** The published content at the beginning of a test; a site can be built from it. */
export const officeContent: ContentFolder = {
	...deskContent,
	[articlePath]: articleText(
		["title: Hội nghị sơ kết quý III", "committee: ban-dan-van", "tags: [Hội nghị]"],
		"Đoạn một.\n\nĐoạn hai.\n\nĐoạn ba.\n",
	),
};

/** A response of the API. */
export interface Answer<Body> {
	readonly status: number;
	readonly body: Body;
}

export interface TestDeskOptions {
	readonly local?: boolean;
	/** Receives the lines that the server logs. By default, a logged line makes the test fail. */
	readonly log?: string[];
	/** Of a desk that was closed, to open it again. @default any free one */
	readonly port?: number;
	/** The content of `desk.yml`. */
	readonly settings?: string | ((folder: DeskFolder) => string);
	/** Files of the data folder, by name. */
	readonly data?: ReadonlyMap<string, string | Buffer>;
}

/** Gives each client its own IP address. */
let clients = 0;

/** A client that sends requests like a person's browser. */
export class DeskClient {
	readonly #origin: string;
	readonly #isOffice: boolean;
	readonly #cookie: string;
	readonly #address = `10.0.${Math.floor(++clients / 250)}.${clients % 250}`;

	/** @param isOffice whether the desk is behind a trusted proxy */
	constructor(origin: string, isOffice: boolean, cookie = "") {
		this.#isOffice = isOffice;
		this.#origin = origin;
		this.#cookie = cookie;
	}

	get cookie(): string {
		return this.#cookie;
	}

	fetch(
		address: string,
		init: RequestInit & { readonly headers?: Record<string, string> } = {},
	): Promise<Response> {
		const headers = {
			Cookie: this.#cookie,
			Origin: this.#origin,
			"Sec-Fetch-Site": "same-origin",
			[deskHeader]: "1",
			...(this.#isOffice && { "X-Forwarded-For": this.#address }),
			...init.headers,
		};
		return fetch(new URL(address, this.#origin), { redirect: "manual", ...init, headers });
	}

	async ask<Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
		const response = await this.fetch(`${apiPath}${path}`, {
			method,
			...(body !== undefined && {
				body: JSON.stringify(body),
				headers: { "Content-Type": "application/json" },
			}),
		});
		const text = await response.text();
		return { status: response.status, body: (text === "" ? undefined : JSON.parse(text)) as Body };
	}

	/** Events from now on, until the test ends. */
	async events(): Promise<AsyncGenerator<DeskEvent>> {
		const stop = new AbortController();
		onTestFinished(() => stop.abort());
		const { body } = await this.fetch(`${apiPath}/events`, { signal: stop.signal });
		if (!body) throw new Error("events have no body");
		// The stream is locked from now on. Node ends an unlocked one when its response is collected as garbage.
		return readEvents(body.pipeThrough(new TextDecoderStream()) as unknown as AsyncIterable<string>);
	}
}

async function* readEvents(stream: AsyncIterable<string>): AsyncGenerator<DeskEvent> {
	let text = "";
	for await (const part of stream) {
		text += part;
		const blocks = text.split("\n\n");
		text = blocks.pop() ?? "";
		for (const block of blocks) {
			const data = /^data: (.*)$/m.exec(block)?.[1];
			if (data) yield JSON.parse(data) as DeskEvent;
		}
	}
}

/** Waits for an event of a kind that matches. */
export async function waitFor<Kind extends DeskEvent["kind"]>(
	events: AsyncGenerator<DeskEvent>,
	kind: Kind,
	fits: (event: Extract<DeskEvent, { kind: Kind }>) => boolean = () => true,
): Promise<Extract<DeskEvent, { kind: Kind }>> {
	for (;;) {
		const { value, done } = await events.next();
		if (done) throw new Error(`no event “${kind}”`);
		if (value.kind === kind && fits(value as Extract<DeskEvent, { kind: Kind }>)) {
			return value as Extract<DeskEvent, { kind: Kind }>;
		}
	}
}

export class TestDesk {
	readonly desk: RunningDesk;
	readonly folder: DeskFolder;
	readonly origin: string;

	readonly isLocal: boolean;
	/** The desk's time, in milliseconds since 1970. It runs on from the `folder.now` at the opening. */
	readonly clock: () => number;

	private constructor(desk: RunningDesk, folder: DeskFolder, isLocal: boolean, clock: () => number) {
		this.isLocal = isLocal;
		this.clock = clock;
		this.desk = desk;
		this.folder = folder;
		this.origin = new URL(desk.url).origin;
	}

	static async open(
		folder: DeskFolder,
		{ local = false, log, settings, port = 0, data = new Map() }: TestDeskOptions = {},
	): Promise<TestDesk> {
		const directory = folder.directory;
		const cacheDirectory = join(directory, "cache");
		shareCache(cacheDirectory);
		mkdirSync(join(directory, "data"), { recursive: true, mode: 0o700 });
		for (const [name, bytes] of data) writeFileSync(join(directory, "data", name), bytes, { mode: 0o600 });
		if (settings !== undefined) {
			const text = typeof settings === "string" ? settings : settings(folder);
			writeFileSync(join(directory, "data", settingsFile), text);
		}
		const began = Date.now();
		const clock = () => folder.now + Date.now() - began;
		const lines: string[] = log ?? [];
		const desk = await openDesk({
			location: folder.options.location,
			outputDirectory: join(directory, "site"),
			cacheDirectory,
			dataDirectory: join(directory, "data"),
			port,
			host: "127.0.0.1",
			// Attempts to sign in are limited per address, for all tests of a process together.
			trustsProxy: !local,
			local,
			search: false,
			now: () => asIsoDateTime(toVietnamMoment(clock())),
			clock,
			log: (line) => void lines.push(line),
			startBuildProcess: takeBuildProcess,
			onBuild: (reply) => {
				if (reply.kind !== "built") lines.push(JSON.stringify(reply));
			},
		});
		onTestFinished(async () => {
			await desk.close();
			if (!log && lines.length > 0) throw new Error(`the desk complained: ${lines.join("\n")}`);
		});
		return new TestDesk(desk, folder, local, clock);
	}

	/** A client that is not signed in. */
	get stranger(): DeskClient {
		return new DeskClient(this.origin, !this.isLocal);
	}

	/** Somebody who is signed in already. */
	client(cookie: string): DeskClient {
		return new DeskClient(this.origin, !this.isLocal, cookie);
	}

	/** Invites a person and signs in. */
	async signIn(name: string, roles: readonly RoleGrant[]): Promise<DeskClient> {
		const accounts = await this.accounts();
		const email = `${name.toLowerCase()}@thu.example.vn`;
		const invited = await accounts.invite({ email, name, roles });
		accounts.close();
		if (invited.kind === "refused") throw new Error(invited.message);
		const password = `mật khẩu của ${name}`;
		const form = (fields: Record<string, string>) => ({
			method: "POST",
			body: new URLSearchParams(fields).toString(),
			headers: { "Content-Type": "application/x-www-form-urlencoded" },
		});
		const key = new URL(invited.link).searchParams.get("ma") ?? "";
		const set = await this.stranger.fetch(
			"/ban-lam-viec/mat-khau/",
			form({ ma: key, password, again: password }),
		);
		if (set.status !== 303) throw new Error(`password: ${set.status} ${await set.text()}`);
		return await this.signInAs(email, password);
	}

	/** @throws if the desk refuses the sign-in */
	async signInAs(email: string, password: string): Promise<DeskClient> {
		const signedIn = await this.stranger.fetch("/ban-lam-viec/dang-nhap/", {
			method: "POST",
			body: new URLSearchParams({ email, password }).toString(),
			headers: { "Content-Type": "application/x-www-form-urlencoded" },
		});
		if (signedIn.status !== 303) throw new Error(`sign-in: ${signedIn.status}`);
		return new DeskClient(this.origin, true, cookieOf(signedIn));
	}

	/** The accounts as a command beside the running desk opens them. */
	accounts(): Promise<Accounts> {
		return openAccounts({
			dataDirectory: join(this.folder.directory, "data"),
			origin: this.origin,
			siteName: "thu",
		});
	}
}

/** The cookies that an answer sets, as a browser sends them back. */
export function cookieOf(answer: Response): string {
	return answer.headers
		.getSetCookie()
		.map((each) => each.split(";")[0])
		.join("; ");
}
