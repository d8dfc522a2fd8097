import type { Account } from "../accounts/accounts.ts";
import type { SignInEntry } from "../accounts/sign-in-log.ts";
import { type Person, type RoleGrant, roles } from "../people.ts";
import { shortMoment } from "./entry-line.tsx";
import { Layout, Notice, sectionAddresses } from "./layout.tsx";
import { peopleStrings as strings } from "./strings.ts";

export interface PeoplePageProps {
	readonly person: Person;
	readonly people: readonly Account[];
	readonly signIns: readonly SignInEntry[];
	readonly fault?: string | undefined;
	readonly done?: string | undefined;
	/** Shown once: whoever has it sets the password. */
	readonly link?: string | undefined;
}

export function PeoplePage({ person, people, signIns, fault, done, link }: PeoplePageProps) {
	const address = sectionAddresses.people;
	return (
		<Layout title={strings.title} person={person} section="people">
			<h1>{strings.title}</h1>
			{fault !== undefined && <Notice kind="fault">{fault}</Notice>}
			{done !== undefined && <Notice kind="done">{done}</Notice>}
			{link !== undefined && (
				<Notice kind="done">
					{strings.link} <code class="desk-link">{link}</code>
				</Notice>
			)}
			<ul class="desk-people">
				{people.map((each) => (
					<li>
						<h2>{each.name}</h2>
						<p>
							{each.email}
							{each.hasTwoFactors && ` · ${strings.twoFactors}`}
							{!each.hasAccepted && ` · ${strings.invited}`}
						</p>
						<form class="desk-form-inline" method="post" action={`${address}${each.id}/`}>
							<RoleFields grants={each.roles} />
							<button class="desk-button" name="lam" value="vai" type="submit">
								{strings.save}
							</button>
							<button class="desk-button" name="lam" value="lien-ket" type="submit">
								{strings.reset}
							</button>
							<button
								class="desk-button"
								name="lam"
								value="xoa"
								type="submit"
								data-confirm={strings.removeSure(each.name)}
							>
								{strings.remove}
							</button>
						</form>
					</li>
				))}
			</ul>
			<section>
				<h2>{strings.invite}</h2>
				<form class="desk-form" method="post" action={address}>
					<label>
						{strings.name}
						<input name="name" autocomplete="off" required />
					</label>
					<label>
						{strings.email}
						<input type="email" name="email" autocomplete="off" required />
					</label>
					<RoleFields grants={[{ role: "writer", committees: "all" }]} />
					<button class="desk-button desk-button-strong" type="submit">
						{strings.inviteButton}
					</button>
				</form>
			</section>
			<section>
				<h2>{strings.signIns}</h2>
				<ul class="desk-log">
					{signIns.map(({ at, email, ip, outcome }) => (
						<li>
							{shortMoment(at)} · {email} · {ip} · {strings.outcomes[outcome]}
						</li>
					))}
				</ul>
			</section>
		</Layout>
	);
}

function RoleFields({ grants }: { readonly grants: readonly RoleGrant[] }) {
	const committees = grants.find((grant) => grant.committees !== "all")?.committees;
	return (
		<fieldset>
			<legend>{strings.roles}</legend>
			{roles.map((role) => (
				<label class="desk-check">
					<input
						type="checkbox"
						name="role"
						value={role}
						checked={grants.some((grant) => grant.role === role)}
					/>
					{strings.roleNames[role]}
				</label>
			))}
			<label>
				{strings.committees}
				<input name="committees" value={Array.isArray(committees) ? committees.join(", ") : ""} />
				<small>{strings.committeesHint}</small>
			</label>
		</fieldset>
	);
}

/** What a form with `RoleFields` says. */
export function grantsOf(form: URLSearchParams): readonly RoleGrant[] {
	const ids = (form.get("committees") ?? "").split(",").map((id) => id.trim());
	const committees = ids.filter(Boolean);
	const chosen = new Set(form.getAll("role"));
	return roles
		.filter((role) => chosen.has(role))
		.map((role) => ({ role, committees: committees.length > 0 ? committees : ("all" as const) }));
}
