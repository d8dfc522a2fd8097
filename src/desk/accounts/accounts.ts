/**
 * Who may sign in: better-auth with a database of our own folder. Nobody can sign up; people are invited by a link.
 * What a person may do at the desk (`roles`) is our own field beside the account.
 */
import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { type GenericOAuthConfig, genericOAuth, twoFactor } from "better-auth/plugins";
import { z } from "zod";
import { openEmbeddedDatabase } from "../../disk/embedded-database.ts";
import { compareNames } from "../../text/index.ts";
import { signInPath } from "../messages.ts";
import { type Person, type RoleGrant, roles } from "../people.ts";
import type { Mailer } from "./mailer.ts";
import { openSignInLog, type SignInEntry } from "./sign-in-log.ts";
import { strings } from "./strings.ts";

/** Where better-auth answers. */
export const authPath = "/admin/auth";

/** The page to which links for invitations and new passwords lead; `?ma=` holds the key. */
export const passwordPath = "/ban-lam-viec/mat-khau/";

/** Least length of a password; there are no other rules, as NIST SP 800-63B advises. */
export const passwordLength = { least: 10, most: 128 } as const;

const invitationHours = 7 * 24;
const resetHours = 1;
const sessionDays = 7;

/** The header that tells the library the client's address. We set it and drop what a client sent. */
const clientHeader = "x-desk-client";

export interface OidcOptions {
	/** Label of the button: `Tài khoản của tỉnh`. */
	readonly name: string;
	/** `https://…/.well-known/openid-configuration` */
	readonly discoveryUrl: string;
	readonly clientId: string;
	readonly clientSecret: string;
}

export interface AccountOptions {
	readonly dataDirectory: string;
	/** `https://tin.example.vn` */
	readonly origin: string;
	/** The site's name, shown in mails and authenticator apps. */
	readonly siteName: string;
	readonly mailer?: Mailer;
	readonly oidc?: OidcOptions;
}

/** A person as in the list of people. */
export interface Account extends Person {
	readonly hasTwoFactors: boolean;
	/** Whether the invitation was accepted: the person has a password or an external account. */
	readonly hasAccepted: boolean;
}

/** What identifies the client of a request. */
export interface Client {
	readonly ip: string;
	readonly agent: string;
}

export type AccountResult<Value = object> =
	| ({ readonly kind: "done" } & Value)
	| { readonly kind: "refused"; readonly message: string };

export interface Accounts {
	/** Answers below `authPath`: sign-in by the editor's page and by OpenID Connect. */
	handle(request: Request, client: Client): Promise<Response>;
	/** Calls the library for a page of the desk: a sign-in form, a code, a password. */
	ask(path: string, body: object, headers: Headers, client: Client): Promise<Response>;
	personOf(headers: Headers): Promise<Person | undefined>;
	readonly oidcName: string | undefined;
	readonly canMail: boolean;
	hasNobody(): Promise<boolean>;
	list(): Promise<readonly Account[]>;
	/** @returns the link, which was also mailed if there is a mail server */
	invite(person: {
		readonly email: string;
		readonly name: string;
		readonly roles: readonly RoleGrant[];
	}): Promise<AccountResult<{ readonly link: string; readonly isMailed: boolean }>>;
	/** A new link for a person who lost the password or the invitation. */
	resetLink(email: string): Promise<AccountResult<{ readonly link: string; readonly isMailed: boolean }>>;
	changeRoles(id: string, roles: readonly RoleGrant[]): Promise<AccountResult>;
	/** Ends every session and deletes the account; commits keep the name. */
	remove(id: string): Promise<AccountResult>;
	signIns(count: number): Promise<readonly SignInEntry[]>;
	close(): void;
}

const grantsSchema = z.array(
	z.object({ role: z.enum(roles), committees: z.union([z.literal("all"), z.array(z.string())]) }),
);

/** The only paths that the library answers: no sign-up, no change of another person's data. */
const openPaths = [
	"/sign-in/email",
	"/sign-in/social",
	"/sign-out",
	"/get-session",
	"/two-factor/verify-totp",
	"/two-factor/verify-backup-code",
	"/callback/desk",
	"/ok",
];

/** Paths that finish a sign-in: after a password, or after the page of an identity provider. */
const secondSteps: ReadonlySet<string> = new Set([
	"/two-factor/verify-totp",
	"/two-factor/verify-backup-code",
	"/callback/desk",
]);

export async function openAccounts(options: AccountOptions): Promise<Accounts> {
	const { dataDirectory, origin, siteName, mailer, oidc } = options;
	const database = openEmbeddedDatabase(join(dataDirectory, "accounts.db"));
	const log = openSignInLog(join(dataDirectory, "sign-ins.jsonl"));
	const auth = betterAuth({
		appName: siteName,
		baseURL: origin,
		basePath: authPath,
		secret: await readSecret(join(dataDirectory, "secret")),
		database: { dialect: database.dialect, type: "sqlite" },
		trustedOrigins: [origin],
		emailAndPassword: {
			enabled: true,
			disableSignUp: true,
			minPasswordLength: passwordLength.least,
			maxPasswordLength: passwordLength.most,
			revokeSessionsOnPasswordReset: true,
		},
		session: { expiresIn: sessionDays * 24 * 60 * 60 },
		user: { additionalFields: { roles: { type: "string", required: false, input: false } } },
		account: { accountLinking: { enabled: true, trustedProviders: ["desk"] } },
		plugins: [
			twoFactor({ issuer: siteName }),
			...(oidc ? [genericOAuth({ config: [oidcConfig(oidc)] })] : []),
		],
		rateLimit: {
			enabled: true,
			window: 60,
			max: 120,
			// Counted by address; a whole office may share one.
			customRules: {
				"/sign-in/email": { window: 60, max: 10 },
				"/two-factor/*": { window: 60, max: 10 },
				"/reset-password": { window: 60, max: 10 },
			},
		},
		advanced: {
			cookiePrefix: "desk",
			useSecureCookies: origin.startsWith("https:"),
			defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
			ipAddress: { ipAddressHeaders: [clientHeader] },
		},
		onAPIError: { errorURL: signInPath },
		telemetry: { enabled: false },
		logger: { level: "error" },
	});
	await (await getMigrations(auth.options)).runMigrations();
	const context = await auth.$context;

	type User = { id: string; name: string; email: string; roles?: string | null; twoFactorEnabled?: unknown };
	const personOfUser = (user: User): Person => ({
		id: user.id,
		name: user.name,
		email: user.email,
		roles: readGrants(user.roles),
	});

	async function users(): Promise<readonly User[]> {
		return (await context.internalAdapter.listUsers(10_000)) as unknown as User[];
	}

	async function linkFor(user: User, hours: number): Promise<string> {
		const key = randomBytes(24).toString("base64url");
		await context.internalAdapter.createVerificationValue({
			identifier: `reset-password:${key}`,
			value: user.id,
			expiresAt: new Date(Date.now() + hours * 60 * 60 * 1000),
		});
		return `${origin}${passwordPath}?ma=${key}`;
	}

	async function mailed(user: User, mail: (typeof strings)["invitation" | "reset"], link: string) {
		if (!mailer) return false;
		await mailer.send({
			to: user.email,
			subject: mail.subject(siteName),
			text: mail.text(user.name, siteName, link),
		});
		return true;
	}

	async function handle(request: Request, client: Client): Promise<Response> {
		const path = new URL(request.url).pathname.slice(authPath.length);
		if (!openPaths.includes(path) || (path === "/sign-in/social" && !oidc))
			return new Response(null, { status: 404 });
		return await pass(request, path, client);
	}

	async function pass(request: Request, path: string, client: Client): Promise<Response> {
		const headers = new Headers(request.headers);
		headers.set(clientHeader, client.ip);
		const body = request.method === "GET" || request.method === "HEAD" ? null : await request.text();
		const response = await auth.handler(new Request(request.url, { method: request.method, headers, body }));
		if (path === "/sign-in/email") await log.add(await signInEntry(body ?? "", response, client));
		else if (secondSteps.has(path)) await logSecondStep(request.headers, response, client);
		return response;
	}

	/** A code, or the return from an identity provider. A person who is signed in already only tests a code. */
	async function logSecondStep(before: Headers, response: Response, { ip, agent }: Client): Promise<void> {
		const sessionOf = async (cookie: string | null) =>
			cookie === null ? null : await auth.api.getSession({ headers: new Headers({ Cookie: cookie }) });
		if (await sessionOf(before.get("cookie"))) return;
		const cookies = response.headers.getSetCookie().map((each) => each.split(";")[0]);
		const session = await sessionOf(cookies.join("; "));
		const outcome = session ? "in" : response.status === 429 ? "limited" : "refused";
		const at = new Date().toISOString();
		await log.add({ at, email: session?.user.email ?? "", ip, outcome, agent: agent.slice(0, 200) });
	}

	async function isLastAdministrator(id: string): Promise<boolean> {
		const administrators = (await users()).filter((user) =>
			readGrants(user.roles).some(({ role }) => role === "administrator"),
		);
		return administrators.length === 1 && administrators[0]?.id === id;
	}

	return {
		handle,
		ask: async (path, body, headers, client) => {
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
		async personOf(headers) {
			if (!headers.has("cookie")) return undefined;
			const session = await auth.api.getSession({ headers });
			return session ? personOfUser(session.user as User) : undefined;
		},
		oidcName: oidc?.name,
		canMail: mailer !== undefined,
		hasNobody: async () => (await context.internalAdapter.countTotalUsers()) === 0,
		async list() {
			const all = [...(await users())].sort((a, b) => compareNames(a.name, b.name));
			return await Promise.all(
				all.map(async (user) => ({
					...personOfUser(user),
					hasTwoFactors: Boolean(user.twoFactorEnabled),
					hasAccepted: (await context.internalAdapter.findAccounts(user.id)).length > 0,
				})),
			);
		},
		async invite({ email, name, roles }) {
			const address = email.trim().toLowerCase();
			if (await context.internalAdapter.findUserByEmail(address)) {
				return { kind: "refused", message: strings.emailTaken(address) };
			}
			const user = (await context.internalAdapter.createUser(
				{
					email: address,
					name: name.trim(),
					// The link proves the address, as only its owner was sent the link.
					emailVerified: true,
					roles: JSON.stringify(roles),
				},
				{ method: "admin" },
			)) as User;
			const link = await linkFor(user, invitationHours);
			return { kind: "done", link, isMailed: await mailed(user, strings.invitation, link) };
		},
		async resetLink(email) {
			const found = await context.internalAdapter.findUserByEmail(email.trim().toLowerCase());
			if (!found) return { kind: "refused", message: strings.noSuchPerson(email) };
			const link = await linkFor(found.user as User, resetHours);
			return { kind: "done", link, isMailed: await mailed(found.user as User, strings.reset, link) };
		},
		async changeRoles(id, roles) {
			const keeps = roles.some(({ role }) => role === "administrator");
			if (!keeps && (await isLastAdministrator(id))) {
				return { kind: "refused", message: strings.lastAdministrator };
			}
			await context.internalAdapter.updateUser(id, { roles: JSON.stringify(roles) });
			return { kind: "done" };
		},
		async remove(id) {
			if (await isLastAdministrator(id)) return { kind: "refused", message: strings.lastAdministrator };
			await context.internalAdapter.deleteUserSessions(id);
			await context.internalAdapter.deleteUser(id);
			return { kind: "done" };
		},
		signIns: (count) => log.latest(count),
		close: () => database.close(),
	};
}

function readGrants(text: string | null | undefined): readonly RoleGrant[] {
	if (!text) return [];
	const read = grantsSchema.safeParse(JSON.parse(text));
	return read.success ? read.data : [];
}

/** Only invited people can sign in with an external account. */
function oidcConfig({ discoveryUrl, clientId, clientSecret }: OidcOptions): GenericOAuthConfig {
	return {
		providerId: "desk",
		discoveryUrl,
		clientId,
		clientSecret,
		pkce: true,
		scopes: ["openid", "email", "profile"],
		disableSignUp: true,
		disableImplicitSignUp: true,
	};
}

async function signInEntry(body: string, response: Response, { ip, agent }: Client): Promise<SignInEntry> {
	const answer = (await response
		.clone()
		.json()
		.catch(() => ({}))) as { twoFactorRedirect?: boolean };
	const refusal = response.status === 429 ? "limited" : "refused";
	const outcome = !response.ok ? refusal : answer.twoFactorRedirect ? "code-wanted" : "in";
	let email = "";
	try {
		email = String((JSON.parse(body) as { email?: unknown }).email ?? "").slice(0, 200);
	} catch {
		// An answer that cannot be read counts as a refusal; the log has the details.
	}
	return { at: new Date().toISOString(), email, ip, outcome, agent: agent.slice(0, 200) };
}

/** The secret that signs cookies. It is made once; without the folder it is lost, and all sessions end. */
async function readSecret(file: string): Promise<string> {
	try {
		return await readFile(file, "utf8");
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
	}
	const secret = randomBytes(32).toString("base64url");
	await writeFile(file, secret, { mode: 0o600, flag: "wx" });
	return secret;
}
