import { say, sayDay } from "../../../messages/index.ts";
import { recordsAddresses } from "../../../model/addresses.ts";
import { Breadcrumb } from "../../components/breadcrumb.tsx";
import { ContactFacts } from "../../components/contact-facts.tsx";
import { OfficialCard } from "../../components/official-card.tsx";
import type { SiteProps } from "../../components/site-props.ts";
import type { UnitView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

/** A unit's functions, people, contact and former people. */
export function UnitPage({ view, site }: PageProps<UnitView>) {
	return (
		<article class="unit-page">
			<header>
				<Breadcrumb
					site={site}
					links={[{ label: say(site, "organisation.title"), address: recordsAddresses.units }, ...view.above]}
				/>
				<h1>{view.name}</h1>
			</header>
			{view.people.length > 0 && (
				<section>
					<h2 class="section-heading">{say(site, "organisation.people")}</h2>
					<ul class="unit-page-people">
						{view.people.map((official) => (
							<li>
								<OfficialCard official={official} isWhole />
							</li>
						))}
					</ul>
				</section>
			)}
			{view.description && (
				<section>
					<h2 class="section-heading">{say(site, "organisation.duties")}</h2>
					<div class="unit-page-duties">
						{view.description.split(/\n+/).map((paragraph) => (
							<p>{paragraph}</p>
						))}
					</div>
				</section>
			)}
			<Contact site={site} view={view} />
			{view.units.length > 0 && (
				<section>
					<h2 class="section-heading">{say(site, "organisation.units")}</h2>
					<ul class="unit-page-units">
						{view.units.map(({ label, address }) => (
							<li>
								<a href={address}>{label}</a>
							</li>
						))}
					</ul>
				</section>
			)}
			{view.former.length > 0 && (
				<section>
					<h2 class="section-heading">{say(site, "organisation.former")}</h2>
					<ul class="unit-page-former">
						{view.former.map(({ name, title, from, until }) => (
							<li>
								<strong>{name}</strong>, {title}{" "}
								<span>
									{from && (
										<>
											<time datetime={from}>
												{say(site, "organisation.from", { day: sayDay(site, from) })}
											</time>{" "}
										</>
									)}
									<time datetime={until}>
										{say(site, "organisation.until", { day: sayDay(site, until) })}
									</time>
								</span>
							</li>
						))}
					</ul>
				</section>
			)}
		</article>
	);
}

function Contact({ site, view }: SiteProps & { readonly view: UnitView }) {
	const { location, phone, email } = view;
	if (!location && !phone && !email) return null;
	return (
		<section>
			<h2 class="section-heading">{say(site, "organisation.contact")}</h2>
			<dl class="unit-page-contact">
				<ContactFacts site={site} address={location} phone={phone} email={email} />
			</dl>
		</section>
	);
}

declare module "../../views.ts" {
	interface PageViews {
		unit: UnitView;
	}
}

export const page = pageKind("unit", {
	component: UnitPage,
	title: (view, site) => ({
		title: view.name,
		description: say(site, "organisation.unitDescription", { unit: view.name }),
	}),
});
