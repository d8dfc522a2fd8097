/** The pages for administrators: invitations, roles, links for new passwords, deleting accounts. */

import type { Context, Hono } from "hono";
import type { AccountResult, Accounts, PasswordLink } from "../accounts/accounts.ts";
import { Refusal } from "../api/refuse.ts";
import { sectionAddresses } from "../messages.ts";
import type { DeskStore } from "../store/index.ts";
import { formBody } from "./form-body.ts";
import { type PageEnv, pageAnswer } from "./page-answer.tsx";
import { grantsOf, PeoplePage, type PeopleSaid } from "./people-page.tsx";
import { createOutcomes } from "./said.tsx";
import { peopleStrings, strings } from "./strings.ts";

/** Most sign-ins that the page shows. */
const shownSignIns = 30;
/** Committees that a role can be limited to. */
const mostCommittees = 500;

export function addPeoplePages(pages: Hono<PageEnv>, accounts: Accounts, store: DeskStore): void {
	const address = sectionAddresses.people;
	const outcomes = createOutcomes<PeopleSaid>();

	pages.use(`${address}*`, async (context, next) => {
		const isAdministrator = context.get("person").roles.some(({ role }) => role === "administrator");
		if (!isAdministrator) throw new Refusal(403, strings.forbidden);
		return await next();
	});
	pages.get(address, (context) =>
		peoplePage(context, outcomes.take(context.get("person"), context.req.url) ?? {}),
	);
	pages.post(address, async (context) => {
		const form = await formBody(context);
		const roles = grantsOf(form);
		const [name, email] = [form.get("name")?.trim() ?? "", form.get("email")?.trim() ?? ""];
		const typed = { name, email, roles };
		if (roles.length === 0) return await refused(context, peopleStrings.needsRole, typed);
		if (name === "" || !/^[^\s@]+@[^\s@]+$/.test(email)) {
			return await refused(context, strings.first.fieldsMissing, typed);
		}
		return await answer(context, linkOf(await accounts.invite(typed)), typed);
	});
	pages.post(`${address}:person/`, async (context) => {
		const id = context.req.param("person") ?? "";
		const form = await formBody(context);
		const person = (await accounts.list()).find((each) => each.id === id);
		if (!person) throw new Refusal(404, strings.notFound);
		switch (form.get("lam")) {
			case "lien-ket":
				return await answer(context, linkOf(await accounts.resetLink(person.email)));
			case "xoa":
				return await answer(context, doneOf(await accounts.remove(id), peopleStrings.removed));
			default: {
				const roles = grantsOf(form);
				if (roles.length === 0) return await refused(context, peopleStrings.needsRole);
				return await answer(context, doneOf(await accounts.changeRoles(id, roles), peopleStrings.saved));
			}
		}
	});

	/** After success, the browser is redirected to the page. After a refusal, the form shows it beside the input. */
	async function answer(
		context: Context<PageEnv>,
		said: PeopleSaid | string,
		typed?: PeopleSaid["typed"],
	): Promise<Response> {
		if (typeof said === "string") return await refused(context, said, typed);
		return outcomes.show(context.get("person"), said, address);
	}

	async function refused(context: Context<PageEnv>, fault: string, typed?: PeopleSaid["typed"]) {
		return await peoplePage(context, { faults: [fault], ...(typed && { typed }) }, 422);
	}

	async function peoplePage(context: Context<PageEnv>, said: PeopleSaid, status = 200): Promise<Response> {
		const [people, signIns, committees] = await Promise.all([
			accounts.list(),
			accounts.signIns(shownSignIns),
			store.relations({ of: "committees", limit: mostCommittees }),
		]);
		const person = context.get("person");
		return pageAnswer(<PeoplePage {...{ person, people, signIns, committees, said }} />, { status });
	}
}

/** @returns a string that says why not */
function linkOf(result: AccountResult<PasswordLink>): PeopleSaid | string {
	if (result.kind === "refused") return result.message;
	const { link, isMailed, mailFault } = result;
	return {
		link,
		...(isMailed && { done: peopleStrings.mailed }),
		...(mailFault !== undefined && { faults: [mailFault] }),
	};
}

/** @returns a string that says why not */
function doneOf(result: AccountResult, done: string): PeopleSaid | string {
	return result.kind === "refused" ? result.message : { done };
}
