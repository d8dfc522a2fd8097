/** Passes requests on to better-auth, and notes each try to sign in. */
import { type Auth, authPath, authPaths, clientHeader } from "./auth.ts";
import type { SignInEntry, SignInLog } from "./sign-in-log.ts";

/** What identifies the client of a request. */
export interface Client {
	readonly ip: string;
	readonly agent: string;
}

/** The only paths that answer to everybody: no sign-up, no change of another person's data. */
const openPaths: ReadonlySet<string> = new Set([
	authPaths.password,
	authPaths.provider,
	authPaths.signOut,
	authPaths.session,
	authPaths.code,
	authPaths.recoveryCode,
	authPaths.providerReturn,
	authPaths.health,
]);

/** Paths that finish a sign-in: after a password, or after the page of an identity provider. */
const secondSteps: ReadonlySet<string> = new Set([
	authPaths.code,
	authPaths.recoveryCode,
	authPaths.providerReturn,
]);

export interface SignInOptions {
	readonly auth: Auth;
	readonly log: SignInLog;
	readonly origin: string;
	readonly hasProvider: boolean;
}

export interface SignIn {
	/** Answers a request of the editor's page or of an identity provider. */
	handle(request: Request, client: Client): Promise<Response>;
	/** Asks for a page of the desk: a sign-in form, a code, a password. */
	ask(path: string, body: object, headers: Headers, client: Client): Promise<Response>;
}

export function createSignIn({ auth, log, origin, hasProvider }: SignInOptions): SignIn {
	async function pass(request: Request, path: string, client: Client): Promise<Response> {
		const headers = new Headers(request.headers);
		headers.set(clientHeader, client.ip);
		const body = request.method === "GET" || request.method === "HEAD" ? null : await request.text();
		const response = await auth.handler(new Request(request.url, { method: request.method, headers, body }));
		if (path === authPaths.password) await log.add(await firstStep(body ?? "", response, client));
		else if (secondSteps.has(path)) await logSecondStep(request.headers, response, client);
		return response;
	}

	/** A code, or the return from an identity provider. A person who is signed in already only tests a code. */
	async function logSecondStep(before: Headers, response: Response, client: Client): Promise<void> {
		const sessionOf = async (cookie: string | null) =>
			cookie === null ? null : await auth.api.getSession({ headers: new Headers({ Cookie: cookie }) });
		if (await sessionOf(before.get("cookie"))) return;
		const cookies = response.headers.getSetCookie().map((each) => each.split(";")[0]);
		const session = await sessionOf(cookies.join("; "));
		const outcome = session ? "in" : refusalOf(response);
		await log.add(entryOf(client, session?.user.email ?? "", outcome));
	}

	return {
		async handle(request, client) {
			const path = new URL(request.url).pathname.slice(authPath.length);
			const isOpen = openPaths.has(path) && (path !== authPaths.provider || hasProvider);
			return isOpen ? await pass(request, path, client) : new Response(null, { status: 404 });
		},
		async ask(path, body, headers, client) {
			const passed = new Headers({ "Content-Type": "application/json", Origin: origin });
			const cookie = headers.get("cookie");
			if (cookie) passed.set("Cookie", cookie);
			const request = new Request(`${origin}${authPath}${path}`, {
				method: "POST",
				headers: passed,
				body: JSON.stringify(body),
			});
			return await pass(request, path, client);
		},
	};
}

async function firstStep(body: string, response: Response, client: Client): Promise<SignInEntry> {
	const answer = (await response
		.clone()
		.json()
		.catch(() => ({}))) as { twoFactorRedirect?: boolean };
	const outcome = !response.ok ? refusalOf(response) : answer.twoFactorRedirect ? "code-wanted" : "in";
	return entryOf(client, emailIn(body), outcome);
}

/** Empty where a request cannot be read; the library has refused it. */
function emailIn(body: string): string {
	try {
		return String((JSON.parse(body) as { email?: unknown }).email ?? "").slice(0, 200);
	} catch {
		return "";
	}
}

function refusalOf(response: Response): "limited" | "refused" {
	return response.status === 429 ? "limited" : "refused";
}

function entryOf({ ip, agent }: Client, email: string, outcome: SignInEntry["outcome"]): SignInEntry {
	return { at: new Date().toISOString(), email, ip, outcome, agent: agent.slice(0, 200) };
}
