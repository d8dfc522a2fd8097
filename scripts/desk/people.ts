/** The commands about people. They work while a desk is running. */

import { type Accounts, openAccounts } from "../../src/desk/accounts/accounts.ts";
import { createMailer } from "../../src/desk/accounts/mailer.ts";
import { type Role, type RoleGrant, roles } from "../../src/desk/people.ts";
import { readSettings } from "../../src/desk/settings.ts";
import { makePrivateFolder } from "../../src/disk/private-folder.ts";
import { CommandError } from "../command.ts";
import type { Reporter } from "../progress.ts";
import { deskErrors } from "./errors.ts";

export interface PeopleOptions {
	readonly dataDirectory: string;
	readonly origin: string;
	readonly name?: string | undefined;
	/** Names of roles, with commas. */
	readonly role?: string | undefined;
	/** Ids of committees, with commas; all where absent. */
	readonly committee?: string | undefined;
}

export const peopleCommands = ["invite", "reset", "roles", "people"] as const;
export type PeopleCommand = (typeof peopleCommands)[number];

export function isPeopleCommand(word: string | undefined): word is PeopleCommand {
	return (peopleCommands as readonly (string | undefined)[]).includes(word);
}

export async function runPeopleCommand(
	command: PeopleCommand,
	email: string | undefined,
	options: PeopleOptions,
	reporter: Reporter,
): Promise<void> {
	const { dataDirectory, origin } = options;
	await makePrivateFolder(dataDirectory);
	const settings = await readSettings(dataDirectory).catch(deskErrors(""));
	const accounts = await openAccounts({
		dataDirectory,
		origin,
		siteName: new URL(origin).hostname,
		...(settings.mail && { mailer: createMailer(settings.mail) }),
	});
	try {
		for (const line of await answer(accounts, command, email, options)) reporter.line(line);
	} finally {
		accounts.close();
	}
}

async function answer(
	accounts: Accounts,
	command: PeopleCommand,
	email: string | undefined,
	options: PeopleOptions,
): Promise<readonly string[]> {
	if (command === "people") {
		const all = await accounts.list();
		return all.map(({ email, name, roles, hasTwoFactors }) =>
			[email, name, roles.map(told).join(", "), hasTwoFactors ? "mã xác nhận" : ""].join("\t"),
		);
	}
	if (email === undefined) {
		throw new CommandError("Thiếu địa chỉ thư điện tử.", `Ví dụ: npm run desk -- ${command} an@example.vn`);
	}
	if (command === "roles") {
		const person = (await accounts.list()).find((each) => each.email === email.toLowerCase());
		if (!person) throw new CommandError(`Không có ai dùng địa chỉ ${email}.`);
		const changed = await accounts.changeRoles(person.id, grantsOf(options));
		if (changed.kind === "refused") throw new CommandError(changed.message);
		return [`Đã đổi quyền của ${person.name}.`];
	}
	const result =
		command === "invite"
			? await accounts.invite({ email, name: options.name ?? email, roles: grantsOf(options) })
			: await accounts.resetLink(email);
	if (result.kind === "refused") throw new CommandError(result.message);
	const hours = command === "invite" ? "bảy ngày" : "một giờ";
	return [
		...(result.isMailed ? [`Đã gửi thư tới ${email}.`] : []),
		...(result.mailFault === undefined ? [] : [result.mailFault]),
		`Liên kết, dùng được một lần trong ${hours}:`,
		result.link,
	];
}

function grantsOf({ role = "writer", committee }: PeopleOptions): readonly RoleGrant[] {
	const committees = committee === undefined ? ("all" as const) : committee.split(",").map((id) => id.trim());
	return role.split(",").map((word) => {
		const name = word.trim();
		if (!isRole(name)) throw new CommandError(`Không có vai “${name}”.`, `Hãy dùng: ${roles.join(", ")}.`);
		return { role: name, committees };
	});
}

function isRole(word: string): word is Role {
	return (roles as readonly string[]).includes(word);
}

function told({ role, committees }: RoleGrant): string {
	return committees === "all" ? role : `${role} (${committees.join(" ")})`;
}
