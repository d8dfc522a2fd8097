/**
 * A whole desk as an office runs it, for somebody to measure. It says where it is once the site is built, with the
 * session of somebody who may do everything, and then its memory when asked.
 */
import { join } from "node:path";
import { openAccounts } from "../../src/desk/accounts/accounts.ts";
import { openDesk } from "../../src/desk/desk.ts";
import { signInPath } from "../../src/desk/messages.ts";
import { roles } from "../../src/desk/people.ts";
import { asIsoDateTime } from "../../src/model/ids.ts";
import { toVietnamMoment } from "../../src/text/index.ts";

/** The process's argument on its command line, as JSON. */
export interface ServerTask {
	readonly content: string;
	/** For its data, cache and site. */
	readonly directory: string;
}

/** What it tells. Times in milliseconds, sizes in bytes. */
export type ServerNews =
	| {
			readonly kind: "ready";
			readonly url: string;
			/** For the header `Cookie`. */
			readonly cookie: string;
			readonly firstBuild: number;
	  }
	| { readonly kind: "memory"; readonly bytes: number };

const { content, directory } = JSON.parse(process.argv[2] ?? "{}") as ServerTask;
const dataDirectory = join(directory, "server-data");
const began = performance.now();
const desk = await openDesk({
	location: { content },
	outputDirectory: join(directory, "site"),
	cacheDirectory: join(directory, "cache"),
	dataDirectory,
	port: 0,
	host: "127.0.0.1",
	trustsProxy: false,
	local: false,
	search: true,
	now: () => asIsoDateTime(toVietnamMoment(Date.now())),
	clock: Date.now,
	log: (line) => process.stderr.write(`${line}\n`),
	onBuild: (reply) => {
		if (reply.kind !== "built") process.stderr.write(`${JSON.stringify(reply)}\n`);
	},
});
await desk.firstBuild;
const firstBuild = performance.now() - began;
tell({ kind: "ready", url: desk.url, cookie: await signIn(new URL(desk.url).origin), firstBuild });
process.on("message", () => tell({ kind: "memory", bytes: process.memoryUsage().rss }));
process.on("disconnect", () => void desk.close().then(() => process.exit()));

function tell(news: ServerNews): void {
	process.send?.(news);
}

/** Invites somebody with every role, who chooses a password and signs in. @returns the cookies of the session */
async function signIn(origin: string): Promise<string> {
	const accounts = await openAccounts({ dataDirectory, origin, siteName: "do" });
	const email = "do@example.vn";
	const invited = await accounts.invite({
		email,
		name: "Người đo",
		roles: roles.map((role) => ({ role, committees: "all" })),
	});
	accounts.close();
	if (invited.kind === "refused") throw new Error(invited.message);
	const password = "mật khẩu chỉ để đo";
	const post = async (path: string, fields: Record<string, string>) => {
		const answer = await fetch(new URL(path, origin), {
			method: "POST",
			redirect: "manual",
			headers: { Origin: origin, "Sec-Fetch-Site": "same-origin" },
			body: new URLSearchParams(fields),
		});
		if (answer.status !== 303) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
		return answer;
	};
	const key = new URL(invited.link).searchParams.get("ma") ?? "";
	await post("/ban-lam-viec/mat-khau/", { ma: key, password, again: password });
	const signedIn = await post(signInPath, { email, password });
	return signedIn.headers
		.getSetCookie()
		.map((each) => each.split(";")[0])
		.join("; ");
}
