/** The people of an office, who are signed in: made once for all desks that a process tests, as passwords take long. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAccounts } from "../../src/desk/accounts/accounts.ts";
import type { Role } from "../../src/desk/people.ts";
import { cookieOf } from "./running-desk.ts";

const people = { An: "writer", Binh: "editor", Chi: "publisher" } as const satisfies Record<string, Role>;

export interface OfficePeople {
	/** Files of a desk's data folder, by name. */
	readonly files: ReadonlyMap<string, Buffer>;
	readonly cookies: Readonly<Record<keyof typeof people, string>>;
}

let made: Promise<OfficePeople> | undefined;

/** An writes, Binh edits, Chi publishes, each for all committees. Their passwords are as `TestDesk.signIn` sets them. */
export function officePeople(): Promise<OfficePeople> {
	made ??= signInAll();
	return made;
}

async function signInAll(): Promise<OfficePeople> {
	const dataDirectory = mkdtempSync(join(tmpdir(), "office-"));
	const client = { ip: "10.9.9.9", agent: "test" };
	const accounts = await openAccounts({
		dataDirectory,
		origin: "http://localhost",
		siteName: "thu",
	});
	const signIn = async (name: keyof typeof people) => {
		const email = `${name.toLowerCase()}@thu.example.vn`;
		const roles = [{ role: people[name], committees: "all" }] as const;
		const invited = await accounts.invite({ email, name, roles });
		if (invited.kind === "refused") throw new Error(invited.message);
		const token = new URL(invited.link).searchParams.get("ma");
		const password = `mật khẩu của ${name}`;
		await accounts.ask("/reset-password", { newPassword: password, token }, new Headers(), client);
		const answer = await accounts.ask("/sign-in/email", { email, password }, new Headers(), client);
		if (!answer.ok) throw new Error(`sign-in of ${name}: ${answer.status}`);
		return cookieOf(answer);
	};
	try {
		const cookies = { An: await signIn("An"), Binh: await signIn("Binh"), Chi: await signIn("Chi") };
		accounts.close();
		const names = ["accounts.db", "secret"];
		const files = new Map(names.map((name) => [name, readFileSync(join(dataDirectory, name))]));
		return { files, cookies };
	} finally {
		rmSync(dataDirectory, { recursive: true, force: true });
	}
}
