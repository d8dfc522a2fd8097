import { articleAddress } from "../../model/addresses.ts";
import { isArticleId } from "../../model/ids.ts";
import { formatDay, formatNumber } from "../../text/index.ts";
import type { Counted, Period, Statistics } from "../../voice/views/statistics.ts";
import { sectionAddresses } from "../messages.ts";
import type { Person } from "../people.ts";
import { Layout } from "./layout.tsx";
import { statisticsStrings as strings } from "./strings.ts";

const dayPattern = String.raw`\s*\d{1,2}[\/.\-]\d{1,2}[\/.\-]\d{4}\s*`;

export interface StatisticsPageProps {
	readonly person: Person;
	readonly local: boolean;
	readonly period: Period;
	readonly statistics: Statistics;
	/** An article's title by its id. */
	readonly titleOf: (id: string) => string;
}

export function StatisticsPage({ person, local, period, statistics, titleOf }: StatisticsPageProps) {
	const { articles, referrers, searches, days } = statistics;
	const total = days.reduce((sum, { count }) => sum + count, 0);
	return (
		<Layout title={strings.title} person={person} local={local} section="statistics">
			<h1>{strings.title}</h1>
			<form class="desk-filters" action={sectionAddresses.statistics}>
				<Day name="tu" label={strings.from} day={period.from} />
				<Day name="den" label={strings.to} day={period.to} />
				<button class="desk-button" type="submit">
					{strings.show}
				</button>
				<a
					class="desk-button"
					href={`${sectionAddresses.statistics}bang.csv?tu=${period.from}&den=${period.to}`}
				>
					{strings.csv}
				</a>
			</form>
			<p>{strings.total(formatNumber(total, "vi"))}</p>
			<div class="desk-columns desk-statistics">
				<Table heading={strings.articles} rows={articles} show={(id) => articleLink(id, titleOf(id))} />
				<Table heading={strings.days} rows={days} show={formatDay} />
				<Table heading={strings.referrers} rows={referrers} show={(host) => host} />
				<Table heading={strings.searches} rows={searches} show={(words) => words} />
			</div>
		</Layout>
	);
}

/** A browser's own field for days shows them in the browser's language. */
function Day({ name, label, day }: { readonly name: string; readonly label: string; readonly day: string }) {
	return (
		<label>
			{label}
			<input
				name={name}
				value={formatDay(day)}
				inputmode="numeric"
				autocomplete="off"
				pattern={dayPattern}
				title={strings.dayHint}
			/>
		</label>
	);
}

function articleLink(id: string, title: string) {
	return isArticleId(id) ? <a href={articleAddress(id)}>{title}</a> : title;
}

interface TableProps {
	readonly heading: string;
	readonly rows: readonly Counted[];
	readonly show: (what: string) => unknown;
}

function Table({ heading, rows, show }: TableProps) {
	return (
		<section class="desk-part">
			<h2>{heading}</h2>
			{rows.length === 0 ? (
				<p class="desk-empty">{strings.empty}</p>
			) : (
				<ol class="desk-counts">
					{rows.map(({ what, count }) => (
						<li>
							<span>{show(what)}</span> <b>{formatNumber(count, "vi")}</b>
						</li>
					))}
				</ol>
			)}
		</section>
	);
}
