/** The list of articles: filters in the address, one page at a time, and actions for several at once. */
import { provinces } from "../../model/provinces.ts";
import { formatNumber } from "../../text/index.ts";
import { historyAddress, sectionAddresses } from "../messages.ts";
import type { Person } from "../people.ts";
import type { EntryPage, EntryQuery, RelationChoice } from "../store/index.ts";
import { EntryLine } from "./entry-line.tsx";
import { Layout } from "./layout.tsx";
import { type Said, SaidNotices } from "./said.tsx";
import { entryStrings } from "./strings.ts";

const strings = entryStrings.list;

export interface ListPageProps {
	readonly person: Person;
	readonly local: boolean;
	readonly query: EntryQuery;
	readonly page: EntryPage;
	/** The choices: all committees and authors, and the most used tags. */
	readonly choices: Readonly<Record<"committees" | "authors" | "tags", readonly RelationChoice[]>>;
	/** The outcome of the last bulk action. */
	readonly said: Said | undefined;
}

export function ListPage({ person, local, query, page, choices, said }: ListPageProps) {
	const address = sectionAddresses.articles;
	const { cursor: _, ...filters } = query;
	return (
		<Layout title={strings.title} person={person} local={local} section="articles">
			<h1>{strings.title}</h1>
			<SaidNotices said={said} />
			<Filters person={person} query={query} choices={choices} />
			<States query={query} />
			<p role="status">{entryStrings.count(formatNumber(page.count))}</p>
			{page.entries.length === 0 ? (
				<p class="desk-empty">{entryStrings.none}</p>
			) : (
				<form method="post" action={`${address}?${parametersOf(query)}`}>
					<label class="desk-check desk-choose-all" hidden>
						<input type="checkbox" data-choose-all="id" />
						{strings.selectAll}
					</label>
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
								<a class="desk-history" href={historyAddress("articles", entry.id)}>
									{entryStrings.history}
									<span class="visually-hidden"> {entry.title}</span>
								</a>
							</li>
						))}
					</ul>
					<Bulk choices={choices} />
				</form>
			)}
			<nav class="desk-pager" aria-label={strings.pages}>
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

/** The states as links: what is asked for most, in one step. */
function States({ query }: Pick<ListPageProps, "query">) {
	const { cursor: _, state, ...others } = query;
	const all = [["", strings.anyState], ...Object.entries(entryStrings.states)] as const;
	return (
		<nav class="desk-tabs" aria-label={strings.state}>
			<ul>
				{all.map(([id, title]) => (
					<li>
						<a
							href={`${sectionAddresses.articles}?${parametersOf({ ...others, ...(id !== "" && { state: id as NonNullable<EntryQuery["state"]> }) })}`}
							aria-current={(state ?? "") === id ? "page" : undefined}
						>
							{title}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}

function Filters({ person, query, choices }: Pick<ListPageProps, "person" | "query" | "choices">) {
	const address = sectionAddresses.articles;
	const { committees, authors, tags } = choices;
	const isOpen = Boolean(
		query.committee || query.province || query.author || query.tag || query.year || query.sort || query.owner,
	);
	return (
		<form class="desk-filters" method="get" action={address}>
			{query.state !== undefined && <input type="hidden" name="state" value={query.state} />}
			<label>
				{strings.words}
				<input type="search" name="q" value={query.q ?? ""} />
			</label>
			<button class="desk-button" type="submit">
				{strings.search}
			</button>
			<details open={isOpen}>
				<summary>{strings.filter}</summary>
				<div class="desk-more-filters">
					<Choice
						name="committee"
						label={strings.committee}
						none={strings.anyCommittee}
						chosen={query.committee}
						options={committees}
					/>
					<Choice
						name="province"
						label={strings.province}
						none={strings.anyProvince}
						chosen={query.province}
						options={provinceOptions}
					/>
					<Choice
						name="author"
						label={strings.author}
						none={strings.anyAuthor}
						chosen={query.author}
						options={authors}
					/>
					<label>
						{strings.tag}
						<input name="tag" value={query.tag ?? ""} list="tu-khoa" autocomplete="off" />
					</label>
					<TagList tags={tags} />
					<label>
						{strings.year}
						<input
							name="year"
							value={writtenPeriod(query.year ?? "")}
							pattern="(\d{1,2}/)?\d{4}|\d{4}-\d{2}"
							title={strings.yearHint}
						/>
					</label>
					<label>
						{strings.sort}
						<select name="sort">
							{sortsOf(query).map(([value, label]) => (
								<option value={value} selected={query.sort === value}>
									{label}
								</option>
							))}
						</select>
					</label>
					<label class="desk-check">
						<input
							type="checkbox"
							name="owner"
							value={query.owner ?? person.id}
							checked={query.owner !== undefined}
						/>
						{query.owner === undefined || query.owner === person.id ? strings.mine : strings.ofOne}
					</label>
				</div>
			</details>
			{(isOpen || query.q || query.state) && <a href={address}>{strings.clear}</a>}
		</form>
	);
}

/** Without scripts all fields are shown; with scripts only that of the chosen action. */
function Bulk({ choices }: Pick<ListPageProps, "choices">) {
	return (
		<fieldset class="desk-bulk">
			<legend>{strings.bulk}</legend>
			<label>
				{strings.action}
				<select name="action" data-shows-fields>
					{Object.entries(strings.actions).map(([value, label]) => (
						<option value={value}>{label}</option>
					))}
				</select>
			</label>
			<label data-for="tag">
				{strings.tag}
				<input name="tag" list="tu-khoa" autocomplete="off" />
			</label>
			<label data-for="committee">
				{strings.newCommittee}
				<select name="committee">
					{choices.committees.map(({ id, title }) => (
						<option value={id}>{title}</option>
					))}
				</select>
			</label>
			<label data-for="withdrawn writing">
				{strings.reason}
				<input name="reason" />
			</label>
			<button class="desk-button" type="submit">
				{strings.apply}
			</button>
		</fieldset>
	);
}

function TagList({ tags }: { readonly tags: readonly RelationChoice[] }) {
	return (
		<datalist id="tu-khoa">
			{tags.map(({ title }) => (
				<option value={title} />
			))}
		</datalist>
	);
}

interface ChoiceProps {
	readonly name: string;
	readonly label: string;
	/** Label of the first option: nothing is chosen. */
	readonly none: string;
	readonly chosen: string | undefined;
	readonly options: readonly Pick<RelationChoice, "id" | "title">[];
}

function Choice({ name, label, none, chosen, options }: ChoiceProps) {
	// The chosen value stays, even if it is not among the options.
	const isForeign = chosen !== undefined && !options.some(({ id }) => id === chosen);
	const all = isForeign ? [{ id: chosen, title: chosen }, ...options] : options;
	return (
		<label>
			{label}
			<select name={name}>
				<option value="">{none}</option>
				{all.map(({ id, title }) => (
					<option value={id} selected={chosen === id}>
						{title}
					</option>
				))}
			</select>
		</label>
	);
}

/** The orders to choose from. The usual one has no name in the address: with words, it is the best first. */
function sortsOf(query: EntryQuery): (readonly [value: string, label: string])[] {
	const { "-date": newest, ...others } = strings.sorts;
	const usual = query.q ? [["", strings.best] as const, ["-date", newest] as const] : [["", newest] as const];
	return [...usual, ...Object.entries(others)];
}

/** "11/2026" of "2026-11". */
function writtenPeriod(period: string): string {
	return period.replace(/^(\d{4})-(\d{2})$/, "$2/$1");
}

/** Every name that a province has had, as old articles use them. */
const provinceOptions = provinces.slugs.map((slug) => ({
	id: slug,
	title: provinces.withSlug(slug).at(-1)?.name ?? slug,
}));

/** A query as part of an address. */
export function parametersOf(query: EntryQuery): string {
	const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
	return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}
