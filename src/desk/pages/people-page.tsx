import type { Account } from "../accounts/accounts.ts";
import type { SignInEntry } from "../accounts/sign-in-log.ts";
import { sectionAddresses } from "../messages.ts";
import { type Person, type RoleGrant, roles } from "../people.ts";
import type { RelationChoice } from "../store/index.ts";
import { shortMoment } from "./entry-line.tsx";
import { Layout, Notice } from "./layout.tsx";
import { type Said, SaidNotices } from "./said.tsx";
import { peopleStrings as strings } from "./strings.ts";

export interface PeoplePageProps {
	readonly person: Person;
	readonly people: readonly Account[];
	readonly signIns: readonly SignInEntry[];
	readonly committees: readonly RelationChoice[];
	readonly said: PeopleSaid;
}

export interface PeopleSaid extends Said {
	/** Shown once: the link for setting a password. */
	readonly link?: string;
	/** A rejected invitation, to be corrected and sent again. */
	readonly typed?: { readonly name: string; readonly email: string; readonly roles: readonly RoleGrant[] };
}

export function PeoplePage({ person, people, signIns, committees, said }: PeoplePageProps) {
	const address = sectionAddresses.people;
	return (
		<Layout title={strings.title} person={person} section="people">
			<h1>{strings.title}</h1>
			<SaidNotices said={said} />
			{said.link !== undefined && (
				<Notice kind="done">
					{strings.link} <code class="desk-link">{said.link}</code>
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
							<RoleFields grants={each.roles} committees={committees} />
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
						<input name="name" autocomplete="off" required value={said.typed?.name ?? ""} />
					</label>
					<label>
						{strings.email}
						<input type="email" name="email" autocomplete="off" required value={said.typed?.email ?? ""} />
					</label>
					<RoleFields
						grants={said.typed?.roles ?? [{ role: "writer", committees: "all" }]}
						committees={committees}
					/>
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

interface RoleFieldsProps {
	readonly grants: readonly RoleGrant[];
	readonly committees: readonly RelationChoice[];
}

/** Each role applies to all committees, or to those ticked below it. */
function RoleFields({ grants, committees }: RoleFieldsProps) {
	return (
		<fieldset class="desk-roles">
			<legend>{strings.roles}</legend>
			{roles.map((role) => {
				const grant = grants.find((each) => each.role === role);
				const own = grant && grant.committees !== "all" ? grant.committees : [];
				const names = own.map((id) => committees.find((each) => each.id === id)?.title ?? id);
				// A deleted committee stays in the grant.
				const gone = own.filter((id) => !committees.some((each) => each.id === id));
				const offered = [...committees, ...gone.map((id) => ({ id, title: id }))];
				return (
					<div>
						<label class="desk-check">
							<input type="checkbox" name="role" value={role} checked={grant !== undefined} />
							{strings.roleNames[role]}
						</label>
						{role !== "administrator" && (
							<details>
								<summary>
									<span class="visually-hidden">{strings.roleNames[role]}: </span>
									{names.length > 0 ? names.join(", ") : strings.allCommittees}
								</summary>
								<p>{strings.committeesHint}</p>
								{offered.map(({ id, title }) => (
									<label class="desk-check">
										<input type="checkbox" name={`committee-${role}`} value={id} checked={own.includes(id)} />
										{title}
									</label>
								))}
							</details>
						)}
					</div>
				);
			})}
		</fieldset>
	);
}

/** Reads a form with `RoleFields`. */
export function grantsOf(form: URLSearchParams): readonly RoleGrant[] {
	const chosen = new Set(form.getAll("role"));
	return roles
		.filter((role) => chosen.has(role))
		.map((role) => {
			const committees = form.getAll(`committee-${role}`).filter(Boolean);
			return { role, committees: committees.length > 0 ? committees : ("all" as const) };
		});
}
