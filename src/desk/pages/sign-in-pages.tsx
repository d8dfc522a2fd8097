/** Signing in and out, passwords, and the first administrator. */
import type { Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import { type Accounts, passwordPath } from "../accounts/accounts.ts";
import { authPaths, passwordLength, providerId } from "../accounts/auth.ts";
import type { Client } from "../accounts/sign-in.ts";
import { strings as accountStrings } from "../accounts/strings.ts";
import { deskPath, leadingBack, nextParameter, signInPath } from "../messages.ts";
import { roles } from "../people.ts";
import { formBody } from "./form-body.ts";
import { Layout, Notice } from "./layout.tsx";
import { goTo, ownAddress, pageAnswer } from "./page-answer.tsx";
import { strings } from "./strings.ts";

export const firstAdministratorPath = `${deskPath}bat-dau/`;
const forgottenPath = `${signInPath}quen/`;
const codePath = `${signInPath}ma/`;
const oidcPath = `${signInPath}tai-khoan-chung/`;

export interface SignInPagesOptions {
	readonly accounts: Accounts;
	/** The key that allows creating the first administrator, while there is no account. */
	readonly firstKey: string;
	readonly clientOf: (context: Context) => Client;
	/** For the server's log. */
	readonly log: (line: string) => void;
}

/** Asks the accounts for the client of a request. */
type Ask = (context: Context, path: string, body: object) => Promise<Response>;

export function addSignInPages(app: Hono, { accounts, firstKey, clientOf, log }: SignInPagesOptions): void {
	const ask: Ask = (context, path, body) =>
		accounts.ask(path, body, context.req.raw.headers, clientOf(context));
	addSignIn(app, accounts, ask);
	addCodePage(app, ask);
	addProvider(app, ask);
	addPasswordPages(app, accounts, ask, log);
	addFirstAdministrator(app, accounts, firstKey);
}

function addSignIn(app: Hono, accounts: Accounts, ask: Ask): void {
	app.get(signInPath, (context) =>
		pageAnswer(<SignInPage accounts={accounts} next={nextOf(context)} fault={faultOf(context)} />),
	);

	app.post(signInPath, async (context) => {
		const form = await formBody(context);
		const next = ownAddress(form.get(nextParameter) ?? undefined, deskPath);
		const email = form.get("email") ?? "";
		const answer = await ask(context, authPaths.password, { email, password: form.get("password") ?? "" });
		if (!answer.ok) {
			const fault = answer.status === 429 ? accountStrings.tooManyTries : accountStrings.wrongPassword;
			return pageAnswer(<SignInPage accounts={accounts} next={next} email={email} fault={fault} />, {
				status: answer.status === 429 ? 429 : 401,
			});
		}
		const { twoFactorRedirect } = (await answer.json()) as { twoFactorRedirect?: boolean };
		const cookies = answer.headers.getSetCookie();
		return goTo(twoFactorRedirect ? leadingBack(codePath, next) : next, cookies);
	});

	app.post(`${signInPath}ra/`, async (context) => {
		const answer = await ask(context, authPaths.signOut, {});
		return goTo(signInPath, answer.headers.getSetCookie());
	});
}

function addCodePage(app: Hono, ask: Ask): void {
	app.get(codePath, (context) => pageAnswer(<CodePage next={nextOf(context)} />));

	app.post(codePath, async (context) => {
		const form = await formBody(context);
		const next = ownAddress(form.get(nextParameter) ?? undefined, deskPath);
		const code = (form.get("code") ?? "").replace(/\s/g, "");
		// Six digits come from the app; anything else is a recovery code.
		const path = /^\d{6}$/.test(code) ? authPaths.code : authPaths.recoveryCode;
		const answer = await ask(context, path, { code });
		if (answer.ok) return goTo(next, answer.headers.getSetCookie());
		const fault = answer.status === 429 ? accountStrings.tooManyTries : accountStrings.wrongCode;
		return pageAnswer(<CodePage next={next} fault={fault} />, { status: answer.status === 429 ? 429 : 401 });
	});
}

function addProvider(app: Hono, ask: Ask): void {
	// A link and not a form: browsers check redirects of forms against the page's `form-action`.
	app.get(oidcPath, async (context) => {
		const body = {
			provider: providerId,
			callbackURL: nextOf(context),
			errorCallbackURL: `${signInPath}?loi=1`,
		};
		const answer = await ask(context, authPaths.provider, body);
		const { url } = (await answer.json().catch(() => ({}))) as { url?: string };
		return goTo(url ?? `${signInPath}?loi=1`, answer.headers.getSetCookie());
	});
}

function addPasswordPages(app: Hono, accounts: Accounts, ask: Ask, log: (line: string) => void): void {
	app.get(forgottenPath, () => pageAnswer(<ForgottenPage />));
	app.post(forgottenPath, async (context) => {
		const form = await formBody(context);
		// The answer is the same with and without such an account, and does not wait for the mail.
		if (accounts.canMail) {
			void accounts.mailResetLink(form.get("email") ?? "").catch((error: unknown) => {
				log(accountStrings.resetFailed(error instanceof Error ? error.message : String(error)));
			});
		}
		return pageAnswer(<ForgottenPage isSent />);
	});

	app.get(passwordPath, (context) => pageAnswer(<PasswordPage token={context.req.query("ma") ?? ""} />));
	app.post(passwordPath, async (context) => {
		const form = await formBody(context);
		const token = form.get("ma") ?? "";
		const newPassword = form.get("password") ?? "";
		const fault = passwordFault(newPassword, form.get("again") ?? "");
		if (fault) return pageAnswer(<PasswordPage token={token} fault={fault} />, { status: 422 });
		const answer = await ask(context, authPaths.newPassword, { newPassword, token });
		if (answer.ok) return goTo(`${signInPath}?moi=1`);
		const reason = answer.status === 429 ? accountStrings.tooManyTries : accountStrings.linkExpired;
		return pageAnswer(<PasswordPage token={token} fault={reason} />, { status: 422 });
	});
}

/** The page that creates the first administrator. Its key is in the desk's log, while there is no account. */
function addFirstAdministrator(app: Hono, accounts: Accounts, firstKey: string): void {
	app.get(firstAdministratorPath, async (context) => {
		const refusal = await firstRefusal(context.req.query("ma") ?? "");
		if (refusal) return pageAnswer(<FirstPage fault={refusal} />, { status: 403 });
		return pageAnswer(<FirstPage token={context.req.query("ma") ?? ""} />);
	});
	app.post(firstAdministratorPath, async (context) => {
		const form = await formBody(context);
		const token = form.get("ma") ?? "";
		const refusal = await firstRefusal(token);
		if (refusal) return pageAnswer(<FirstPage fault={refusal} />, { status: 403 });
		const [name, email] = [form.get("name")?.trim() ?? "", form.get("email")?.trim() ?? ""];
		if (name === "" || !/^[^\s@]+@[^\s@]+$/.test(email)) {
			return pageAnswer(<FirstPage token={token} fault={strings.first.fieldsMissing} />, { status: 422 });
		}
		const invited = await accounts.invite({
			name,
			email,
			roles: roles.map((role) => ({ role, committees: "all" as const })),
		});
		if (invited.kind === "refused") {
			return pageAnswer(<FirstPage token={token} fault={invited.message} />, { status: 422 });
		}
		return goTo(new URL(invited.link).pathname + new URL(invited.link).search);
	});

	async function firstRefusal(token: string): Promise<string | undefined> {
		if (!(await accounts.hasNobody())) return strings.first.expired;
		return token === firstKey ? undefined : strings.first.wrongKey;
	}
}

function nextOf(context: Context): string {
	return ownAddress(context.req.query(nextParameter), deskPath);
}

function faultOf(context: Context): string | undefined {
	return context.req.query("loi") !== undefined ? accountStrings.noAccount : undefined;
}

function passwordFault(password: string, again: string): string | undefined {
	if (password.length < passwordLength.least) return accountStrings.shortPassword(passwordLength.least);
	if (password.length > passwordLength.most) return accountStrings.longPassword;
	return password === again ? undefined : strings.password.different;
}

interface SignInPageProps {
	readonly accounts: Accounts;
	readonly next: string;
	readonly email?: string;
	readonly fault?: string | undefined;
}

function SignInPage({ accounts, next, email = "", fault }: SignInPageProps) {
	return (
		<FormPage title={strings.signIn.title} fault={fault}>
			<AccountForm action={signInPath} hidden={{ [nextParameter]: next }} button={strings.signIn.button}>
				<Field label={strings.signIn.email} type="email" name="email" value={email} autocomplete="username" />
				<Field
					label={strings.signIn.password}
					type="password"
					name="password"
					autocomplete="current-password"
				/>
			</AccountForm>
			{accounts.oidcName !== undefined && (
				<p>
					<a class="desk-button" href={leadingBack(oidcPath, next)}>
						{strings.signIn.with(accounts.oidcName)}
					</a>
				</p>
			)}
			<p>
				{accounts.canMail ? (
					<a href={forgottenPath}>{strings.signIn.forgotten}</a>
				) : (
					strings.signIn.askAdministrator
				)}
			</p>
		</FormPage>
	);
}

function CodePage({ next, fault }: { readonly next: string; readonly fault?: string }) {
	return (
		<FormPage title={strings.signIn.codeTitle} fault={fault}>
			<p id={hintId}>{strings.signIn.codeHint}</p>
			<AccountForm action={codePath} hidden={{ [nextParameter]: next }} button={strings.signIn.confirm}>
				<Field label={strings.signIn.code} name="code" autocomplete="one-time-code" hint={hintId} />
			</AccountForm>
		</FormPage>
	);
}

function ForgottenPage({ isSent = false }: { readonly isSent?: boolean }) {
	return (
		<FormPage title={strings.forgotten.title}>
			{isSent ? (
				<Notice kind="done">{strings.forgotten.sent}</Notice>
			) : (
				<AccountForm action={forgottenPath} button={strings.forgotten.button}>
					<p>{strings.forgotten.hint}</p>
					<Field label={strings.signIn.email} type="email" name="email" autocomplete="username" />
				</AccountForm>
			)}
			<p>
				<a href={signInPath}>{strings.signIn.title}</a>
			</p>
		</FormPage>
	);
}

function PasswordPage({ token, fault }: { readonly token: string; readonly fault?: string }) {
	return (
		<FormPage title={strings.password.title} fault={fault}>
			<AccountForm action={passwordPath} hidden={{ ma: token }} button={strings.password.button}>
				<p id={hintId}>{strings.password.hint(passwordLength.least)}</p>
				<Field
					label={strings.password.label}
					type="password"
					name="password"
					autocomplete="new-password"
					hint={hintId}
				/>
				<Field label={strings.password.again} type="password" name="again" autocomplete="new-password" />
			</AccountForm>
		</FormPage>
	);
}

function FirstPage({ token, fault }: { readonly token?: string; readonly fault?: string }) {
	return (
		<FormPage title={strings.first.title} fault={fault}>
			{token !== undefined && (
				<AccountForm action={firstAdministratorPath} hidden={{ ma: token }} button={strings.first.button}>
					<p>{strings.first.hint}</p>
					<Field label={strings.first.name} name="name" autocomplete="name" />
					<Field label={strings.signIn.email} type="email" name="email" autocomplete="email" />
				</AccountForm>
			)}
		</FormPage>
	);
}

/** The element that explains a field. */
const hintId = "goi-y";

interface FormPageProps {
	readonly title: string;
	readonly fault?: string | undefined;
	readonly children?: Child;
}

function FormPage({ title, fault, children }: FormPageProps) {
	return (
		<Layout title={title}>
			<h1>{title}</h1>
			{fault && <Notice kind="fault">{fault}</Notice>}
			{children}
		</Layout>
	);
}

interface AccountFormProps {
	readonly action: string;
	/** What is sent unseen, by name. */
	readonly hidden?: Readonly<Record<string, string>>;
	readonly button: string;
	readonly children?: Child;
}

function AccountForm({ action, hidden = {}, button, children }: AccountFormProps) {
	return (
		<form class="desk-form" method="post" action={action}>
			{Object.entries(hidden).map(([name, value]) => (
				<input type="hidden" name={name} value={value} />
			))}
			{children}
			<button class="desk-button desk-button-strong" type="submit">
				{button}
			</button>
		</form>
	);
}

interface FieldProps {
	readonly label: string;
	readonly name: string;
	readonly type?: "email" | "password";
	readonly autocomplete: string;
	readonly value?: string;
	/** Id of the element that explains it. */
	readonly hint?: string;
}

function Field({ label, hint, ...input }: FieldProps) {
	return (
		<label>
			{label}
			<input {...input} aria-describedby={hint} required />
		</label>
	);
}
