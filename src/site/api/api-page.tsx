import { say, sayMonth } from "../../messages/index.ts";
import {
	absoluteAddress,
	apiAddress,
	apiCollectionAddress,
	apiIndexAddress,
	apiMonthAddress,
	apiSchemaAddress,
} from "../../model/addresses.ts";
import type { RecordCollection } from "../../model/record-names.ts";
import { Breadcrumb } from "../components/breadcrumb.tsx";
import type { SiteProps } from "../components/site-props.ts";
import { renderDocument } from "../layouts/document.tsx";
import { plainHead } from "../metadata/index.ts";
import type { SiteView } from "../views.ts";
import { articleFields } from "./schema.ts";
import { strings } from "./strings.ts";
import type { ApiIndexView } from "./views.ts";

interface ApiPageProps extends SiteProps {
	readonly view: ApiIndexView;
}

const rules = [1, 2, 3, 4, 5, 6] as const;

/** The page at `/api/` as a whole document. */
export function renderApiPage(view: ApiIndexView, site: SiteView): string {
	const title = say(site, "api.title");
	const description = say(site, "api.description");
	const head = plainHead({ site, address: apiAddress, title, description });
	const page = { kind: "fixed", address: apiAddress, title, description, head } as const;
	return renderDocument(site, page, <ApiPage view={view} site={site} />);
}

/** Documents the API for developers. Everything that the schema knows is taken from there. */
function ApiPage({ view, site }: ApiPageProps) {
	return (
		<article class="fixed-page">
			<header>
				<Breadcrumb site={site} links={[]} />
				<h1>{say(site, "api.title")}</h1>
				<p class="fixed-page-summary">{say(site, "api.intro")}</p>
			</header>
			<div class="prose">
				<h2>{say(site, "api.start")}</h2>
				<p>
					{say(site, "api.startBefore")}
					<a href={apiIndexAddress}>{apiIndexAddress}</a>
					{say(site, "api.startAfter")}
					<a href={apiSchemaAddress}>{apiSchemaAddress}</a>.
				</p>
				<p>
					<code>curl {absoluteAddress(site.url, apiIndexAddress)}</code>
				</p>
				<h2>{say(site, "api.documents")}</h2>
				<Table
					label={say(site, "api.documents")}
					headings={[say(site, "api.document"), say(site, "api.content")]}
					rows={documentRows(site, view.records)}
				/>
				<h2>{say(site, "api.rules")}</h2>
				<ul>
					{rules.map((rule) => (
						<li>{say(site, `api.rule.${rule}`)}</li>
					))}
				</ul>
				<h2>{say(site, "api.articleFields")}</h2>
				<Table
					label={say(site, "api.articleFields")}
					headings={[say(site, "api.field"), say(site, "api.meaning"), say(site, "api.always")]}
					rows={articleFields().map(({ name, title, required }) => [
						<code>{name}</code>,
						title ?? strings.fields[name],
						required ? say(site, "api.yes") : say(site, "api.no"),
					])}
				/>
				<h2>{say(site, "api.months")}</h2>
				{view.months.length === 0 ? (
					<p>{say(site, "api.noMonths")}</p>
				) : (
					<MonthList site={site} months={view.months} />
				)}
				{site.licence && (
					<>
						<h2>{say(site, "api.licence")}</h2>
						<p>{site.licence}</p>
					</>
				)}
			</div>
		</article>
	);
}

type Cell = ReturnType<typeof Table> | string | undefined;

function Table({
	label,
	headings,
	rows,
}: {
	readonly label: string;
	readonly headings: readonly string[];
	readonly rows: readonly (readonly Cell[])[];
}) {
	return (
		<section class="table-scroll" tabindex={0} aria-label={label}>
			<table>
				<thead>
					<tr>
						{headings.map((heading) => (
							<th scope="col">{heading}</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr>
							{row.map((cell) => (
								<td>{cell}</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

function documentRows(site: SiteView, records: ApiIndexView["records"] = []): Cell[][] {
	const { concepts } = strings;
	const linked = [
		{ address: apiIndexAddress, about: concepts.index.title },
		{ address: apiCollectionAddress("provinces"), about: concepts.provinces.title },
		{ address: apiCollectionAddress("committees"), about: concepts.committees.title },
		{ address: apiCollectionAddress("authors"), about: concepts.authors.title },
		{ address: apiCollectionAddress("tags"), about: concepts.tags.title },
		{ address: apiCollectionAddress("pages"), about: concepts.pages.title },
		{ address: apiCollectionAddress("site"), about: concepts.site.title },
		{ address: apiSchemaAddress, about: say(site, "api.schema") },
	];
	return [
		[<code>{say(site, "api.monthPattern")}</code>, `${concepts.month.title}. ${concepts.month.description}`],
		[<code>{say(site, "api.dayPattern")}</code>, `${concepts.day.title}. ${concepts.day.description}`],
		...linked.map(({ address, about }) => [<a href={address}>{address}</a>, about]),
		...records.map(({ address, collection, year }) => [
			<a href={address}>{address}</a>,
			[concepts[recordConcepts[collection]].title, year].filter(Boolean).join(" "),
		]),
	];
}

const recordConcepts = {
	"official-documents": "officialDocuments",
	events: "events",
	schedules: "schedules",
	units: "units",
	people: "people",
	questions: "questions",
	banners: "banners",
} as const satisfies Readonly<Record<RecordCollection, keyof typeof strings.concepts>>;

/** Newest first, as a reader who wants an example wants the latest. */
function MonthList({ site, months }: SiteProps & Pick<ApiIndexView, "months">) {
	return (
		<ul>
			{months.toReversed().map(({ month, count }) => (
				<li>
					<a href={apiMonthAddress(month)}>{sayMonth(site, month)}</a>
					{`: ${say(site, "articles", { count })}`}
				</li>
			))}
		</ul>
	);
}
