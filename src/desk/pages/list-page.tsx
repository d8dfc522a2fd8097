/** The list of articles: filters in the address, one page at a time, and actions for several at once. */
import { formatNumber } from "../../text/index.ts";
import type { Person } from "../people.ts";
import type { EntryPage, EntryQuery, RelationChoice } from "../store/index.ts";
import { EntryLine } from "./entry-line.tsx";
import { Layout, Notice, sectionAddresses } from "./layout.tsx";
import { entryStrings } from "./strings.ts";

const strings = entryStrings.list;

export interface ListPageProps {
	readonly person: Person;
	readonly local: boolean;
	readonly query: EntryQuery;
	readonly page: EntryPage;
	readonly committees: readonly RelationChoice[];
	/** How the last action for several went. */
	readonly outcome?: { readonly done: number; readonly failures: readonly string[] } | undefined;
}

export function ListPage({ person, local, query, page, committees, outcome }: ListPageProps) {
	const address = sectionAddresses.articles;
	const { cursor: _, ...filters } = query;
	return (
		<Layout title={strings.title} person={person} local={local} section="articles">
			<h1>{strings.title}</h1>
			{outcome && outcome.done > 0 && <Notice kind="done">{strings.done(formatNumber(outcome.done))}</Notice>}
			{outcome?.failures.map((failure) => (
				<Notice kind="fault">{failure}</Notice>
			))}
			<form class="desk-filters" method="get" action={address}>
				<label>
					{strings.words}
					<input type="search" name="q" value={query.q ?? ""} />
				</label>
				<label>
					{strings.state}
					<select name="state">
						<option value="">{strings.anyState}</option>
						{Object.entries(entryStrings.states).map(([value, label]) => (
							<option value={value} selected={query.state === value}>
								{label}
							</option>
						))}
					</select>
				</label>
				<label>
					{strings.committee}
					<select name="committee">
						<option value="">{strings.anyCommittee}</option>
						{committees.map(({ id, title }) => (
							<option value={id} selected={query.committee === id}>
								{title}
							</option>
						))}
					</select>
				</label>
				<details open={Boolean(query.province || query.author || query.tag || query.year || query.sort)}>
					<summary>{strings.filter}</summary>
					<Field name="province" label={strings.province} value={query.province} />
					<Field name="author" label={strings.author} value={query.author} />
					<Field name="tag" label={strings.tag} value={query.tag} />
					<Field name="year" label={strings.year} value={query.year} />
					<label>
						{strings.sort}
						<select name="sort">
							{Object.entries(strings.sorts).map(([value, label]) => (
								<option value={value} selected={query.sort === value}>
									{label}
								</option>
							))}
						</select>
					</label>
				</details>
				<button class="desk-button" type="submit">
					{strings.search}
				</button>
				<a href={address}>{strings.clear}</a>
			</form>
			<p role="status">{entryStrings.count(formatNumber(page.count))}</p>
			{page.entries.length === 0 ? (
				<p class="desk-empty">{entryStrings.none}</p>
			) : (
				<form method="post" action={`${address}?${parametersOf(query)}`}>
					<ul class="desk-lines desk-choices">
						{page.entries.map((entry) => (
							<li>
								<input
									type="checkbox"
									name="id"
									value={entry.id}
									aria-label={strings.select(entry.title || entry.id)}
								/>
								<EntryLine entry={entry} withPicture />
								<a class="desk-history" href={historyAddress(entry.id)}>
									{entryStrings.history}
									<span class="visually-hidden"> {entry.title}</span>
								</a>
							</li>
						))}
					</ul>
					<fieldset class="desk-bulk">
						<legend>{strings.bulk}</legend>
						<label>
							{strings.action}
							<select name="action">
								{Object.entries(strings.actions).map(([value, label]) => (
									<option value={value}>{label}</option>
								))}
							</select>
						</label>
						<label>
							{strings.value}
							<input name="value" />
						</label>
						<button class="desk-button" type="submit">
							{strings.apply}
						</button>
					</fieldset>
				</form>
			)}
			<nav class="desk-pager" aria-label={strings.next}>
				{query.cursor !== undefined && <a href={`${address}?${parametersOf(filters)}`}>{strings.first}</a>}
				{page.cursor !== null && (
					<a href={`${address}?${parametersOf({ ...filters, cursor: page.cursor })}`} rel="next">
						{strings.next}
					</a>
				)}
			</nav>
		</Layout>
	);
}

interface FieldProps {
	readonly name: string;
	readonly label: string;
	readonly value: string | undefined;
}

function Field({ name, label, value = "" }: FieldProps) {
	return (
		<label>
			{label}
			<input name={name} value={value} />
		</label>
	);
}

function historyAddress(id: string): string {
	return `/ban-lam-viec/lich-su/articles/${encodeURIComponent(id)}/`;
}

/** A query as an address has it. */
function parametersOf(query: EntryQuery): string {
	const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
	return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}
