import type { Child } from "hono/jsx";
import type { IsoDay } from "../../model/ids.ts";
import { strings as modelStrings } from "../../model/strings.ts";
import { formatDay } from "../../text/index.ts";
import { strings } from "../strings.ts";
import type { LinkView, ListAboutView } from "../views.ts";
import { Picture } from "./picture.tsx";

/** What stands over a list: who or what its articles are about. */
export function ListAbout({ about }: { readonly about: ListAboutView }) {
	switch (about.kind) {
		case "latest":
			return null;
		case "tag":
			if (!about.description && about.synonyms.length === 0) return null;
			return (
				<div class="list-about">
					{about.description && <p>{about.description}</p>}
					<Facts facts={[[strings.about.synonyms, about.synonyms.join(", ")]]} />
				</div>
			);
		case "author":
			if (!about.photo && !about.organisation && !about.bio && !isPenName(about)) return null;
			return (
				<div class="list-about list-about-author">
					{about.photo && <Picture picture={about.photo} alt={about.photo.alt} sizes="96px" />}
					<div>
						{about.penName && about.penName !== about.name && <p>{strings.about.penName(about.name)}</p>}
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
							[strings.about.level, levelName(about.level)],
							[
								strings.about.province,
								about.province && <a href={about.province.address}>{about.province.label}</a>,
							],
							[strings.about.active, period(about.since, about.until)],
							[
								strings.about.formerNames,
								about.formerNames.length > 0 && <FormerNames names={about.formerNames} />,
							],
							[strings.about.predecessors, about.predecessors.length > 0 && links(about.predecessors)],
							[strings.about.successor, about.successor && links([about.successor])],
						]}
					/>
				</div>
			);
		case "province":
			return (
				<div class="list-about">
					<Facts
						facts={[
							[strings.about.nowPartOf, about.nowPartOf && links(about.nowPartOf)],
							[strings.about.history, about.history.length > 0 && <History history={about.history} />],
							[strings.about.gathers, about.predecessors.length > 0 && links(about.predecessors)],
						]}
					/>
				</div>
			);
	}
}

/** Names and what is known; pairs of which nothing is known are left out. */
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
	names,
}: {
	readonly names: readonly { readonly name: string; readonly until: IsoDay }[];
}) {
	return (
		<ul>
			{names.map(({ name, until }) => (
				<li>
					{name} {period(undefined, until)}
				</li>
			))}
		</ul>
	);
}

function History({ history }: Pick<Extract<ListAboutView, { kind: "province" }>, "history">) {
	return (
		<ul>
			{history.map((unit) => {
				const when = period(unit.from, unit.to);
				return (
					<li>
						{unit.fullName}
						{when && ` ${when}`}
						{unit.act && `, ${strings.about.byAct(strings.about.resolution(unit.act))}`}
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

function levelName(level: string): string {
	return level in modelStrings.committeeLevels
		? modelStrings.committeeLevels[level as keyof typeof modelStrings.committeeLevels]
		: level;
}

function period(from: string | undefined, to: string | undefined): string | undefined {
	if (from && to) return strings.about.period(formatDay(from), formatDay(to));
	if (from) return strings.about.since(formatDay(from));
	if (to) return strings.about.until(formatDay(to));
	return undefined;
}
