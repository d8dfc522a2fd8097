import { say } from "../../../messages/index.ts";
import { Breadcrumb } from "../../components/breadcrumb.tsx";
import { OfficialCard } from "../../components/official-card.tsx";
import type { OrganisationView, UnitNodeView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

/** The office as a tree of units with their people. */
export function OrganisationPage({ view, site }: PageProps<OrganisationView>) {
	return (
		<div class="organisation-page">
			<header>
				<Breadcrumb site={site} links={[]} />
				<h1>{say(site, "organisation.title")}</h1>
			</header>
			{view.units.map((unit) => (
				<section class="organisation-page-highest">
					<h2>
						<a href={unit.address}>{unit.label}</a>
					</h2>
					<People unit={unit} />
					<Units units={unit.units} />
				</section>
			))}
		</div>
	);
}

function People({ unit }: { readonly unit: UnitNodeView }) {
	if (unit.people.length === 0) return null;
	return (
		<ul class="organisation-page-people">
			{unit.people.map((official) => (
				<li>
					<OfficialCard official={official} isWhole={false} />
				</li>
			))}
		</ul>
	);
}

function Units({ units }: Pick<UnitNodeView, "units">) {
	if (units.length === 0) return null;
	return (
		<ul class="organisation-page-units">
			{units.map((unit) => (
				<li>
					<a href={unit.address}>{unit.label}</a>
					<People unit={unit} />
					<Units units={unit.units} />
				</li>
			))}
		</ul>
	);
}

declare module "../../views.ts" {
	interface PageViews {
		organisation: OrganisationView;
	}
}

export const page = pageKind("organisation", {
	component: OrganisationPage,
	title: (_view, site) => ({
		title: say(site, "organisation.title"),
		description: say(site, "organisation.description"),
	}),
});
