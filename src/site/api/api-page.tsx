import {
	absoluteAddress,
	apiAddress,
	apiCollectionAddress,
	apiIndexAddress,
	apiMonthAddress,
	apiSchemaAddress,
} from "../../model/addresses.ts";
import { formatMonth, formatNumber } from "../../text/index.ts";
import { Breadcrumb } from "../components/breadcrumb.tsx";
import { renderDocument } from "../layouts/document.tsx";
import { plainHead } from "../metadata/index.ts";
import type { SiteView } from "../views.ts";
import { articleFields } from "./schema.ts";
import { strings } from "./strings.ts";
import type { ApiIndexView } from "./views.ts";

interface ApiPageProps {
	readonly view: ApiIndexView;
	readonly site: SiteView;
}

/** The page at `/api/` as a whole document. */
export function renderApiPage(view: ApiIndexView, site: SiteView): string {
	const { title, description } = strings.page;
	const head = plainHead({ site, address: apiAddress, title, description });
	const page = { kind: "fixed", address: apiAddress, title, description, head } as const;
	return renderDocument(site, page, <ApiPage view={view} site={site} />);
}

/** Documents the API for those who build on it; everything that the schema knows is taken from there. */
function ApiPage({ view, site }: ApiPageProps) {
	const text = strings.page;
	return (
		<article class="fixed-page">
			<header>
				<Breadcrumb links={[]} />
				<h1>{text.title}</h1>
				<p class="fixed-page-summary">{text.intro}</p>
			</header>
			<div class="prose">
				<h2>{text.start}</h2>
				<p>
					{text.startBefore}
					<a href={apiIndexAddress}>{apiIndexAddress}</a>
					{text.startAfter}
					<a href={apiSchemaAddress}>{apiSchemaAddress}</a>.
				</p>
				<p>
					<code>curl {absoluteAddress(site.url, apiIndexAddress)}</code>
				</p>
				<h2>{text.documents}</h2>
				<Table label={text.documents} headings={[text.document, text.content]} rows={documentRows()} />
				<h2>{text.rules}</h2>
				<ul>
					{text.rulesList.map((rule) => (
						<li>{rule}</li>
					))}
				</ul>
				<h2>{text.articleFields}</h2>
				<Table
					label={text.articleFields}
					headings={[text.field, text.meaning, text.always]}
					rows={articleFields().map(({ name, title, required }) => [
						<code>{name}</code>,
						title ?? strings.fields[name],
						required ? text.yes : text.no,
					])}
				/>
				<h2>{text.months}</h2>
				{view.months.length === 0 ? <p>{text.noMonths}</p> : <MonthList months={view.months} />}
				{site.licence && (
					<>
						<h2>{text.licence}</h2>
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

function documentRows(): Cell[][] {
	const { concepts, page } = strings;
	const linked = [
		{ address: apiIndexAddress, about: concepts.index.title },
		{ address: apiCollectionAddress("provinces"), about: concepts.provinces.title },
		{ address: apiCollectionAddress("committees"), about: concepts.committees.title },
		{ address: apiCollectionAddress("authors"), about: concepts.authors.title },
		{ address: apiCollectionAddress("tags"), about: concepts.tags.title },
		{ address: apiCollectionAddress("pages"), about: concepts.pages.title },
		{ address: apiCollectionAddress("site"), about: concepts.site.title },
		{ address: apiSchemaAddress, about: page.schema },
	];
	return [
		[<code>{page.patterns.month}</code>, `${concepts.month.title}. ${concepts.month.description}`],
		[<code>{page.patterns.day}</code>, `${concepts.day.title}. ${concepts.day.description}`],
		...linked.map(({ address, about }) => [<a href={address}>{address}</a>, about]),
	];
}

/** Newest first, as somebody who looks for an example wants the latest. */
function MonthList({ months }: Pick<ApiIndexView, "months">) {
	return (
		<ul>
			{months.toReversed().map(({ month, count }) => (
				<li>
					<a href={apiMonthAddress(month)}>{formatMonth(month)}</a>
					{`: ${strings.page.monthCount(formatNumber(count))}`}
				</li>
			))}
		</ul>
	);
}
