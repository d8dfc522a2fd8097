/** The page of a person's own account: the second factor. */
import type { Hono } from "hono";
import { raw } from "hono/html";
import { renderSVG } from "uqr";
import type { Accounts } from "../accounts/accounts.ts";
import { authPaths } from "../accounts/auth.ts";
import { strings as accountStrings } from "../accounts/strings.ts";
import { deskPath } from "../messages.ts";
import type { Person } from "../people.ts";
import { formBody } from "./form-body.ts";
import { Layout, Notice } from "./layout.tsx";
import { type PageEnv, pageAnswer } from "./page-answer.tsx";
import { accountPageStrings as strings } from "./strings.ts";

const address = `${deskPath}tai-khoan/`;

/** What is shown once, for the authenticator app and its owner. */
interface Setup {
	/** `otpauth://…` */
	readonly uri: string;
	readonly backupCodes: readonly string[];
}

export function addAccountPages(pages: Hono<PageEnv>, accounts: Accounts): void {
	const client = { ip: "desk", agent: "" };

	pages.get(address, async (context) =>
		pageAnswer(<AccountPage person={context.get("person")} isOn={await isOn(context.get("person"))} />),
	);

	pages.post(`${address}ma/`, async (context) => {
		const form = await formBody(context);
		const person = context.get("person");
		const headers = context.req.raw.headers;
		const password = form.get("password") ?? "";
		const turnsOn = !(await isOn(person));
		const path = turnsOn ? authPaths.turnCodesOn : authPaths.turnCodesOff;
		const answer = await accounts.ask(path, { password }, headers, { ...client, ip: person.id });
		if (!answer.ok) {
			return pageAnswer(
				<AccountPage person={person} isOn={!turnsOn} fault={accountStrings.wrongPassword} />,
				{ status: 422 },
			);
		}
		const cookies = answer.headers.getSetCookie();
		if (!turnsOn)
			return pageAnswer(<AccountPage person={person} isOn={false} done={strings.off} />, { cookies });
		const { totpURI, backupCodes } = (await answer.json()) as { totpURI: string; backupCodes: string[] };
		return pageAnswer(<SetupPage person={person} setup={{ uri: totpURI, backupCodes }} />, { cookies });
	});

	pages.post(`${address}xac-nhan/`, async (context) => {
		const form = await formBody(context);
		const person = context.get("person");
		const code = (form.get("code") ?? "").replace(/\s/g, "");
		const answer = await accounts.ask(authPaths.code, { code }, context.req.raw.headers, {
			...client,
			ip: person.id,
		});
		// The key in the app stays valid, so the code can be typed again.
		if (!answer.ok)
			return pageAnswer(<SetupPage person={person} fault={accountStrings.wrongCode} />, { status: 422 });
		return pageAnswer(<AccountPage person={person} isOn done={strings.on} />, {
			cookies: answer.headers.getSetCookie(),
		});
	});

	async function isOn({ id }: Person): Promise<boolean> {
		return (await accounts.list()).some((account) => account.id === id && account.hasTwoFactors);
	}
}

interface AccountPageProps {
	readonly person: Person;
	readonly isOn: boolean;
	readonly fault?: string;
	readonly done?: string;
}

function AccountPage({ person, isOn, fault, done }: AccountPageProps) {
	return (
		<Layout title={strings.title} person={person}>
			<h1>{strings.title}</h1>
			{fault !== undefined && <Notice kind="fault">{fault}</Notice>}
			{done !== undefined && <Notice kind="done">{done}</Notice>}
			<p>
				{person.name} · {person.email}
			</p>
			<h2>{strings.codes}</h2>
			<p>{isOn ? strings.isOn : strings.isOff}</p>
			<form class="desk-form" method="post" action={`${address}ma/`}>
				<label>
					{strings.password}
					<input type="password" name="password" autocomplete="current-password" required />
				</label>
				<button class="desk-button" type="submit">
					{isOn ? strings.turnOff : strings.turnOn}
				</button>
			</form>
		</Layout>
	);
}

interface SetupPageProps {
	readonly person: Person;
	/** Absent after a wrong code, as it is shown only once. */
	readonly setup?: Setup;
	readonly fault?: string;
}

function SetupPage({ person, setup, fault }: SetupPageProps) {
	return (
		<Layout title={strings.codes} person={person}>
			<h1>{strings.codes}</h1>
			{fault !== undefined && <Notice kind="fault">{fault}</Notice>}
			{setup && <Secrets setup={setup} />}
			<form class="desk-form" method="post" action={`${address}xac-nhan/`}>
				<label>
					{strings.code}
					<input name="code" inputmode="numeric" autocomplete="one-time-code" required />
				</label>
				<button class="desk-button desk-button-strong" type="submit">
					{strings.confirm}
				</button>
			</form>
		</Layout>
	);
}

function Secrets({ setup: { uri, backupCodes } }: { readonly setup: Setup }) {
	return (
		<>
			<p>{strings.scan}</p>
			<div class="desk-qr" role="img" aria-label={strings.picture}>
				{raw(renderSVG(uri))}
			</div>
			<p>
				<a href={uri}>{strings.onThisPhone}</a>
			</p>
			<p>
				{strings.secret} <code class="desk-link">{new URL(uri).searchParams.get("secret")}</code>
			</p>
			<h2>{strings.backup}</h2>
			<p>{strings.backupHint}</p>
			<ul class="desk-codes">
				{backupCodes.map((code) => (
					<li>
						<code>{code}</code>
					</li>
				))}
			</ul>
		</>
	);
}
