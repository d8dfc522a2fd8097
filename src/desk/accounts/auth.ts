/** How better-auth is set up: which ways to sign in there are, how long a session lasts, how many tries are allowed. */
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type BetterAuthOptions, betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { type GenericOAuthConfig, genericOAuth, twoFactor } from "better-auth/plugins";
import { writeFileAtomically } from "../../disk/atomic-write.ts";
import { openEmbeddedDatabase } from "../../disk/embedded-database.ts";
import { undefinedIfMissing } from "../../disk/undefined-if-missing.ts";
import { editorPath, signInPath } from "../messages.ts";

/** Where better-auth answers. */
export const authPath = `${editorPath}auth`;

/** Paths of better-auth below `authPath`. */
export const authPaths = {
	password: "/sign-in/email",
	provider: "/sign-in/social",
	/** Where an identity provider sends people back to. */
	providerReturn: "/callback/desk",
	code: "/two-factor/verify-totp",
	recoveryCode: "/two-factor/verify-backup-code",
	turnCodesOn: "/two-factor/enable",
	turnCodesOff: "/two-factor/disable",
	session: "/get-session",
	signOut: "/sign-out",
	newPassword: "/reset-password",
	health: "/ok",
} as const;

/** The name of the identity provider in better-auth. */
export const providerId = "desk";

/** Least length of a password; there are no other rules, as NIST SP 800-63B advises. */
export const passwordLength = { least: 10, most: 128 } as const;

const sessionDays = 7;

/** The header that tells the library the client's address. We set it and drop what a client sent. */
export const clientHeader = "x-desk-client";

export interface OidcOptions {
	/** Label of the button: `Tài khoản của tỉnh`. */
	readonly name: string;
	/** `https://…/.well-known/openid-configuration` */
	readonly discoveryUrl: string;
	readonly clientId: string;
	readonly clientSecret: string;
}

export interface AuthOptions {
	readonly dataDirectory: string;
	/** `https://tin.example.vn` */
	readonly origin: string;
	/** The site's name, shown in mails and authenticator apps. */
	readonly siteName: string;
	readonly oidc?: OidcOptions;
}

export type Auth = Awaited<ReturnType<typeof openAuth>>["auth"];

/** Opens the library with its database, whose tables it makes or changes. */
export async function openAuth(options: AuthOptions) {
	const database = openEmbeddedDatabase(join(options.dataDirectory, "accounts.db"));
	const auth = betterAuth({
		...settingsOf(options),
		secret: await readSecret(join(options.dataDirectory, "secret")),
		database: { dialect: database.dialect, type: "sqlite" },
	});
	await (await getMigrations(auth.options)).runMigrations();
	return { auth, close: () => database.close() };
}

function settingsOf({ origin, siteName, oidc }: AuthOptions) {
	return {
		appName: siteName,
		baseURL: origin,
		basePath: authPath,
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
		account: { accountLinking: { enabled: true, trustedProviders: [providerId] } },
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
				[authPaths.password]: { window: 60, max: 10 },
				"/two-factor/*": { window: 60, max: 10 },
				[authPaths.newPassword]: { window: 60, max: 10 },
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
	} satisfies BetterAuthOptions;
}

/** Only invited people can sign in with an external account. */
function oidcConfig({ discoveryUrl, clientId, clientSecret }: OidcOptions): GenericOAuthConfig {
	return {
		providerId,
		discoveryUrl,
		clientId,
		clientSecret,
		pkce: true,
		scopes: ["openid", "email", "profile"],
		disableSignUp: true,
		disableImplicitSignUp: true,
	};
}

/**
 * The secret that signs cookies. It is made once; without the folder it is lost, and all sessions end. An empty file is
 * none: the library would sign with a secret that everybody knows.
 */
async function readSecret(file: string): Promise<string> {
	const found = await readFile(file, "utf8").catch(undefinedIfMissing);
	if (found) return found;
	const secret = randomBytes(32).toString("base64url");
	await writeFileAtomically(file, secret, { mode: 0o600 });
	return secret;
}
