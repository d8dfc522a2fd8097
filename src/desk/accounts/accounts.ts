/**
 * Who may sign in: better-auth with a database of our own folder. Nobody can sign up; people are invited by a link.
 * What a person may do at the desk (`roles`) is our own field beside the account.
 */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { compareNames } from "../../text/index.ts";
import { isRecent } from "../../voice/is-recent.ts";
import { deskPath } from "../messages.ts";
import { type Person, type RoleGrant, roles } from "../people.ts";
import { type AuthOptions, openAuth } from "./auth.ts";
import type { Mailer } from "./mailer.ts";
import { createSignIn, type SignIn } from "./sign-in.ts";
import { openSignInLog, type SignInEntry } from "./sign-in-log.ts";
import { strings } from "./strings.ts";

/** The page to which links for invitations and new passwords lead; `?ma=` holds the key. */
export const passwordPath = `${deskPath}mat-khau/`;

const invitationHours = 7 * 24;
const resetHours = 1;
const hour = 60 * 60 * 1000;
/** A stranger who knows an address must not fill its mailbox. */
const mostResetsAnHour = 3;

export interface AccountOptions extends AuthOptions {
	readonly mailer?: Mailer;
	/** For the server's log. */
	readonly log?: (line: string) => void;
}

/** A link at which a person sets a password. */
export interface PasswordLink {
	readonly link: string;
	readonly isMailed: boolean;
	/** Why the mail server did not take it, in Vietnamese. */
	readonly mailFault?: string;
}

/** A person as in the list of people. */
export interface Account extends Person {
	readonly hasTwoFactors: boolean;
	/** Whether the invitation was accepted: the person has a password or an external account. */
	readonly hasAccepted: boolean;
}

export type AccountResult<Value = object> =
	| ({ readonly kind: "done" } & Value)
	| { readonly kind: "refused"; readonly message: string };

export interface Accounts extends SignIn {
	personOf(headers: Headers): Promise<Person | undefined>;
	readonly oidcName: string | undefined;
	readonly canMail: boolean;
	hasNobody(): Promise<boolean>;
	list(): Promise<readonly Account[]>;
	/** @returns the link, which was also mailed if there is a mail server that takes it */
	invite(person: {
		readonly email: string;
		readonly name: string;
		readonly roles: readonly RoleGrant[];
	}): Promise<AccountResult<PasswordLink>>;
	/** A new link for a person who lost the password or the invitation. */
	resetLink(email: string): Promise<AccountResult<PasswordLink>>;
	/** Mails such a link, because a visitor has asked for it: three times an hour at most to each person. */
	mailResetLink(email: string): Promise<void>;
	changeRoles(id: string, roles: readonly RoleGrant[]): Promise<AccountResult>;
	/** Ends every session and deletes the account; commits keep the name. */
	remove(id: string): Promise<AccountResult>;
	signIns(count: number): Promise<readonly SignInEntry[]>;
	close(): void;
}

const grantsSchema = z.array(
	z.object({ role: z.enum(roles), committees: z.union([z.literal("all"), z.array(z.string())]) }),
);

export async function openAccounts(options: AccountOptions): Promise<Accounts> {
	const { dataDirectory, origin, siteName, mailer, oidc, log } = options;
	const { auth, close } = await openAuth(options);
	const context = await auth.$context;
	const signInLog = openSignInLog(join(dataDirectory, "sign-ins.jsonl"));

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

	/** @param email as a person types it */
	async function userAt(email: string): Promise<User | undefined> {
		const found = await context.internalAdapter.findUserByEmail(email.trim().toLowerCase());
		return found?.user as User | undefined;
	}

	async function keyFor(user: User, hours: number): Promise<string> {
		const key = randomBytes(24).toString("base64url");
		await context.internalAdapter.createVerificationValue({
			identifier: `reset-password:${key}`,
			value: user.id,
			expiresAt: new Date(Date.now() + hours * 60 * 60 * 1000),
		});
		return key;
	}

	/** The link is good without the mail too: somebody can pass it on. */
	async function linkFor(
		user: User,
		hours: number,
		mail: (typeof strings)["invitation" | "reset"],
	): Promise<PasswordLink> {
		const key = await keyFor(user, hours);
		const link = `${origin}${passwordPath}?ma=${key}`;
		if (!mailer) return { link, isMailed: false };
		try {
			await mailer.send({
				to: user.email,
				subject: mail.subject(siteName),
				text: mail.text(user.name, siteName, link),
			});
			return { link, isMailed: true };
		} catch (error) {
			// A server may quote the letter. Its key opens the account, and more people read a log.
			const why = String(error instanceof Error ? error.message : error)
				.replaceAll(key, "…")
				.replace(/\bma=\S+/g, "ma=…")
				.replace(/\s+/g, " ");
			const mailFault = mail.failed(why);
			log?.(mailFault);
			return { link, isMailed: false, mailFault };
		}
	}

	async function isLastAdministrator(id: string): Promise<boolean> {
		const administrators = (await users()).filter((user) =>
			readGrants(user.roles).some(({ role }) => role === "administrator"),
		);
		return administrators.length === 1 && administrators[0]?.id === id;
	}

	/** By account: when visitors asked for a link, in milliseconds since 1970. */
	const resets = new Map<string, readonly number[]>();

	return {
		...createSignIn({ auth, log: signInLog, origin, hasProvider: oidc !== undefined }),
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
			if (await userAt(address)) {
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
			return { kind: "done", ...(await linkFor(user, invitationHours, strings.invitation)) };
		},
		async resetLink(email) {
			const user = await userAt(email);
			if (!user) return { kind: "refused", message: strings.noSuchPerson(email) };
			return { kind: "done", ...(await linkFor(user, resetHours, strings.reset)) };
		},
		async mailResetLink(email) {
			const user = await userAt(email);
			if (!user) return;
			const now = Date.now();
			const recent = (resets.get(user.id) ?? []).filter((time) => isRecent(time, hour, now));
			if (recent.length >= mostResetsAnHour) return;
			resets.set(user.id, [...recent, now]);
			await linkFor(user, resetHours, strings.reset);
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
		signIns: (count) => signInLog.latest(count),
		close,
	};
}

function readGrants(text: string | null | undefined): readonly RoleGrant[] {
	if (!text) return [];
	const read = grantsSchema.safeParse(JSON.parse(text));
	return read.success ? read.data : [];
}
