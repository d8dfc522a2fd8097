import { say } from "../../../messages/index.ts";
import { recordsAddresses, recordYearAddress } from "../../../model/addresses.ts";
import { Breadcrumb } from "../../components/breadcrumb.tsx";
import { OfficialDocumentList } from "../../components/official-document-list.tsx";
import { PeriodNavigation } from "../../components/period-navigation.tsx";
import { Choice } from "../../components/search-choices.tsx";
import type { OfficialDocumentsView, SiteView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

const all = recordsAddresses["official-documents"];
const facets = [
	["kind", "loai"],
	["issuer", "co-quan"],
	["subject", "linh-vuc"],
] as const;

/** Official documents: the newest with links to all others, or those of a year. */
export function OfficialDocumentsPage({ view, site }: PageProps<OfficialDocumentsView>) {
	const { of, year, landing } = view;
	const trail = [
		...(of || year ? [{ label: say(site, "officialDocuments.title"), address: all }] : []),
		...(of && year ? [{ label: of.label, address: landing }] : []),
	];
	return (
		<div class="official-documents-page">
			<header>
				<Breadcrumb site={site} links={trail} />
				<h1>{titleOf(view, site)}</h1>
				<PeriodNavigation
					label={say(site, "officialDocuments.years")}
					previous={yearLink(view, site, "previous")}
					next={yearLink(view, site, "next")}
				/>
			</header>
			{view.facets && <Finder view={view} site={site} />}
			<div class="official-documents-page-parts">
				<section class="official-documents-page-newest" data-documents="">
					{view.facets && <h2 class="section-heading">{say(site, "officialDocuments.newest")}</h2>}
					<OfficialDocumentList site={site} documents={view.documents} />
				</section>
				{(view.facets || view.years) && <Lists view={view} site={site} />}
			</div>
		</div>
	);
}

type PartProps = Pick<PageProps<OfficialDocumentsView>, "view" | "site">;

/** The form of the script, which reads the years' pages. Its texts are in data attributes. */
function Finder({ view, site }: PartProps) {
	const years = (view.years ?? []).map(({ year }) => ({ label: year, value: year }));
	return (
		<form
			class="official-documents-page-finder"
			aria-label={say(site, "officialDocuments.find")}
			hidden
			data-found={say(site, "officialDocuments.found", { count: "{count}" })}
			data-first={say(site, "officialDocuments.firstOf", { shown: "{shown}" })}
			data-none={say(site, "officialDocuments.none")}
			data-loading={say(site, "officialDocuments.loading")}
			data-failed={say(site, "officialDocuments.failed")}
		>
			<label class="official-documents-page-words">
				{say(site, "officialDocuments.words")}
				<input type="search" name="q" autocomplete="off" />
			</label>
			{facets.map(
				([facet, name]) =>
					(view.facets?.[facet].length ?? 0) > 0 && (
						<Choice
							site={site}
							label={say(site, `officialDocuments.${facet}`)}
							name={name}
							choices={(view.facets?.[facet] ?? []).map(({ label, slug }) => ({ label, value: slug }))}
						/>
					),
			)}
			<Choice site={site} label={say(site, "officialDocuments.year")} name="nam" choices={years} />
			<p class="official-documents-page-status" role="status" />
		</form>
	);
}

/** Links to all other documents, which need no script. */
function Lists({ view, site }: PartProps) {
	return (
		<nav class="official-documents-page-lists" aria-label={say(site, "officialDocuments.lists")}>
			{facets.map(([facet]) => {
				const entries = view.facets?.[facet] ?? [];
				return (
					entries.length > 0 && (
						<section>
							<h2 class="section-heading">{say(site, `officialDocuments.${facet}`)}</h2>
							<ul>
								{entries.map(({ label, address, count }) => (
									<li>
										<a href={address}>{label}</a> <span>{count}</span>
									</li>
								))}
							</ul>
						</section>
					)
				);
			})}
			{view.years && view.years.length > 0 && (
				<section>
					<h2 class="section-heading">{say(site, "officialDocuments.year")}</h2>
					<ul class="official-documents-page-years">
						{view.years.map(({ year, address }) => (
							<li>
								<a href={address}>{year}</a>
							</li>
						))}
					</ul>
				</section>
			)}
		</nav>
	);
}

function yearLink(view: OfficialDocumentsView, site: SiteView, which: "previous" | "next") {
	const year = view[which];
	if (year === undefined) return undefined;
	return {
		label: say(site, "year.year", { year }),
		address: recordYearAddress(view.landing, year),
		hint: say(site, `officialDocuments.${which}Year`),
	};
}

function titleOf({ of, year }: OfficialDocumentsView, site: SiteView): string {
	if (of)
		return year === undefined
			? say(site, "officialDocuments.titleOf", { label: of.label })
			: say(site, "officialDocuments.titleOfAndYear", { label: of.label, year });
	return year === undefined
		? say(site, "officialDocuments.title")
		: say(site, "officialDocuments.titleOfYear", { year });
}

declare module "../../views.ts" {
	interface PageViews {
		"official-documents": OfficialDocumentsView;
	}
}

export const page = pageKind("official-documents", {
	component: OfficialDocumentsPage,
	title: (view, site) => ({
		title: titleOf(view, site),
		description: say(site, "officialDocuments.description", { site: site.name }),
	}),
});
