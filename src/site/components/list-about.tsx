import type { Child } from "hono/jsx";
import { say, sayDay } from "../../messages/index.ts";
import { committeeLevels } from "../../model/committee.ts";
import type { IsoDay } from "../../model/ids.ts";
import type { LinkView, ListAboutView, SiteView } from "../views.ts";
import { Figure } from "./figure.tsx";
import { Picture } from "./picture.tsx";
import { replaceable } from "./replaceable.ts";
import type { SiteProps } from "./site-props.ts";

export interface ListAboutProps extends SiteProps {
	readonly about: ListAboutView;
}

/** The introduction of a list: who or what its articles are about. */
export const ListAbout = replaceable("list-about", ({ site, about }: ListAboutProps) => {
	switch (about.kind) {
		case "latest":
		case "photos":
		case "videos":
			return null;
		case "tag":
			if (!about.description && about.synonyms.length === 0) return null;
			return (
				<div class="list-about">
					{about.description && <p>{about.description}</p>}
					<Facts facts={[[say(site, "about.synonyms"), about.synonyms.join(", ")]]} />
				</div>
			);
		case "event":
			if (!about.summary && !about.picture && !about.since && !about.until) return null;
			return (
				<div class="list-about">
					{about.picture && (
						<Figure site={site} figure={about.picture} sizes="(min-width: 64em) 272px, 100vw" />
					)}
					{about.summary && <p>{about.summary}</p>}
					<Facts facts={[[say(site, "about.active"), period(site, about.since, about.until)]]} />
				</div>
			);
		case "author":
			if (!about.photo && !about.organisation && !about.bio && !isPenName(about)) return null;
			return (
				<div class="list-about list-about-author">
					{about.photo && <Picture picture={about.photo} alt={about.photo.alt} sizes="96px" />}
					<div>
						{about.penName && about.penName !== about.name && (
							<p>{say(site, "about.penName", { name: about.name })}</p>
						)}
						{about.organisation && <p class="list-about-organisation">{about.organisation}</p>}
						{about.bio && <p>{about.bio}</p>}
					</div>
				</div>
			);
		case "committee":
			return (
				<div class="list-about">
					{about.description && <p>{about.description}</p>}
					<Facts
						facts={[
							[say(site, "about.level"), levelName(site, about.level)],
							[
								say(site, "about.province"),
								about.province && <a href={about.province.address}>{about.province.label}</a>,
							],
							[say(site, "about.active"), period(site, about.since, about.until)],
							[
								say(site, "about.formerNames"),
								about.formerNames.length > 0 && <FormerNames site={site} names={about.formerNames} />,
							],
							[say(site, "about.predecessors"), about.predecessors.length > 0 && links(about.predecessors)],
							[say(site, "about.successor"), about.successor && links([about.successor])],
						]}
					/>
				</div>
			);
		case "province":
			return (
				<div class="list-about">
					<Facts
						facts={[
							[say(site, "about.nowPartOf"), about.nowPartOf && links(about.nowPartOf)],
							[
								say(site, "about.history"),
								about.history.length > 0 && <History site={site} history={about.history} />,
							],
							[say(site, "about.gathers"), about.predecessors.length > 0 && links(about.predecessors)],
						]}
					/>
				</div>
			);
	}
});

/** Names with values; pairs without a value are left out. */
function Facts({ facts }: { readonly facts: readonly (readonly [name: string, value: Child])[] }) {
	const known = facts.filter(([, value]) => value);
	if (known.length === 0) return null;
	return (
		<dl class="list-about-facts">
			{known.map(([name, value]) => (
				<div>
					<dt>{name}</dt>
					<dd>{value}</dd>
				</div>
			))}
		</dl>
	);
}

function FormerNames({
	site,
	names,
}: SiteProps & {
	readonly names: readonly { readonly name: string; readonly until: IsoDay }[];
}) {
	return (
		<ul>
			{names.map(({ name, until }) => (
				<li>
					{name} {period(site, undefined, until)}
				</li>
			))}
		</ul>
	);
}

function History({
	site,
	history,
}: SiteProps & Pick<Extract<ListAboutView, { kind: "province" }>, "history">) {
	return (
		<ul>
			{history.map((unit) => {
				const when = period(site, unit.from, unit.to);
				return (
					<li>
						{unit.fullName}
						{when && ` ${when}`}
						{unit.act && `, ${say(site, "about.byAct", { act: unit.act })}`}
					</li>
				);
			})}
		</ul>
	);
}

function isPenName({ name, penName }: Extract<ListAboutView, { kind: "author" }>): boolean {
	return penName !== undefined && penName !== name;
}

function links(views: readonly LinkView[]): Child {
	return views.map((view, index) => (
		<>
			{index > 0 && ", "}
			<a href={view.address}>{view.label}</a>
		</>
	));
}

function levelName(site: SiteView, level: string): string {
	return isLevel(level) ? say(site, `committeeLevel.${level}`) : level;
}

function isLevel(level: string): level is (typeof committeeLevels)[number] {
	return (committeeLevels as readonly string[]).includes(level);
}

function period(site: SiteView, from: string | undefined, to: string | undefined): string | undefined {
	if (from && to) return say(site, "about.period", { from: sayDay(site, from), to: sayDay(site, to) });
	if (from) return say(site, "about.since", { day: sayDay(site, from) });
	if (to) return say(site, "about.until", { day: sayDay(site, to) });
	return undefined;
}

declare module "./replaceable.ts" {
	interface ReplaceableProps {
		"list-about": ListAboutProps;
	}
}
