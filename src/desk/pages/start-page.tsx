/** The start page: what waits, one's own texts, what is scheduled, what was published, the state of the site. */
import { addDays, formatNumber, monthOf, toVietnamDay } from "../../text/index.ts";
import type { Desk } from "../api/context.ts";
import { deskEntry } from "../desk-collections.ts";
import { deskPath, type Problem, sectionAddresses } from "../messages.ts";
import type { BuildState } from "../online/online.ts";
import type { Person } from "../people.ts";
import { entryOfFile } from "../store/entry-paths.ts";
import type { DeskStore, EntrySummary, IndexProgress, RemoteStatus } from "../store/index.ts";
import { articlesOfMonth } from "./articles-of-month.ts";
import { EntryLine, formAddress, shortMoment } from "./entry-line.tsx";
import { Layout, Notice } from "./layout.tsx";
import { strings as common, entryStrings } from "./strings.ts";

const strings = entryStrings.start;
/** Most entries in each part of the page. */
const shownEntries = 8;
/** Most problems and warnings of the last build that are shown. */
const shownProblems = 20;

/** A problem with its entry, if the desk has that entry. */
interface NamedProblem extends Problem {
	readonly entry?: EntrySummary;
}

interface NamedBuild extends BuildState {
	readonly problems: readonly NamedProblem[];
	readonly warnings: readonly NamedProblem[];
}

interface Week {
	readonly articles: number;
	readonly words: number;
	readonly authors: number;
}

interface StartData {
	readonly waiting: readonly EntrySummary[];
	readonly hasMoreWaiting: boolean;
	readonly mine: readonly EntrySummary[];
	readonly scheduled: readonly EntrySummary[];
	readonly today: readonly EntrySummary[];
	readonly pending: number;
	readonly week: Week;
	readonly month: string;
	readonly build: NamedBuild | undefined;
	readonly indexing: IndexProgress | undefined;
	readonly remotes: readonly RemoteStatus[];
}

export async function readStart({ store, online, clock }: Desk, person: Person): Promise<StartData> {
	const today = toVietnamDay(clock());
	const waiting = store.waitingFor(person);
	const [mine, scheduled, week, pending] = await Promise.all([
		store.list("articles", { owner: person.id, state: "pending", sort: "-changed", limit: shownEntries }),
		store.list("articles", { state: "scheduled", sort: "date", limit: shownEntries }),
		publishedSince(store, addDays(today, -6), today),
		store.list("articles", { state: "pending", limit: 1 }),
	]);
	return {
		waiting: waiting.slice(0, shownEntries),
		hasMoreWaiting: waiting.length > shownEntries,
		mine: mine.entries,
		scheduled: scheduled.entries,
		today: week.filter(({ date = "" }) => date.startsWith(today)),
		pending: pending.count,
		week: {
			articles: week.length,
			words: week.reduce((sum, { words }) => sum + words, 0),
			authors: new Set(week.flatMap(({ author }) => author)).size,
		},
		month: monthOf(today),
		build: named(store, online.lastBuild()),
		indexing: store.indexing(),
		remotes: store.remoteStatus(),
	};
}

function named(store: DeskStore, build: BuildState | undefined): NamedBuild | undefined {
	if (!build) return undefined;
	const name = (problem: Problem): NamedProblem => {
		const key = entryOfFile(problem.file);
		const entry = key && store.summary(key.collection, key.id);
		return entry ? { ...problem, entry } : problem;
	};
	return { ...build, problems: build.problems.map(name), warnings: build.warnings.map(name) };
}

async function publishedSince(store: DeskStore, from: string, to: string): Promise<readonly EntrySummary[]> {
	const months = [...new Set([monthOf(from), monthOf(to)])];
	const found: EntrySummary[] = [];
	for (const month of months) found.push(...(await articlesOfMonth(store, month)));
	return found
		.reverse()
		.filter(({ isPublished, withdrawn }) => isPublished && withdrawn === undefined)
		.filter(({ date = "" }) => date.slice(0, 10) >= from && date.slice(0, 10) <= to);
}

export interface StartPageProps {
	readonly data: StartData;
	readonly person: Person;
	readonly local: boolean;
}

export function StartPage({ data, person, local }: StartPageProps) {
	const { waiting, hasMoreWaiting, mine, scheduled, today, pending, week, month, build, indexing, remotes } =
		data;
	return (
		<Layout title={common.desk} person={person} local={local} section="start">
			<h1>{common.desk}</h1>
			{indexing && (
				<Notice kind="done">
					{strings.indexing(formatNumber(indexing.done), formatNumber(indexing.total))}
				</Notice>
			)}
			<div class="desk-columns">
				<Part
					title={strings.waiting}
					entries={waiting}
					empty={strings.nothingWaiting}
					more={hasMoreWaiting ? `${sectionAddresses.articles}?state=review&sort=changed` : undefined}
				/>
				<Part
					title={strings.mine}
					entries={mine}
					empty={strings.nothingMine}
					more={`${sectionAddresses.articles}?owner=${encodeURIComponent(person.id)}&state=pending`}
				/>
				<Part
					title={strings.scheduled}
					entries={scheduled}
					empty={strings.nothingScheduled}
					more={sectionAddresses.calendar}
				/>
				<Part title={strings.today} entries={today.slice(0, shownEntries)} empty={strings.nothingToday} />
				<section class="desk-part">
					<h2>{strings.build}</h2>
					<BuildReport build={build} />
					{remotes
						.filter(({ waiting }) => waiting > 0)
						.map(({ name, waiting, state, message }) => (
							<p class={state === "held" ? "desk-remote desk-notice desk-notice-fault" : "desk-remote"}>
								{strings.remote(name, formatNumber(waiting))} {message}
							</p>
						))}
				</section>
				<section class="desk-part">
					<h2>{strings.week}</h2>
					<dl class="desk-numbers">
						<Count value={week.articles} label={strings.articles} />
						<Count value={week.words} label={strings.words} />
						<Count value={week.authors} label={strings.authors} />
						<Count value={pending} label={strings.pending} />
					</dl>
					<p>
						{strings.royalties}{" "}
						{[monthOf(addDays(`${month}-01`, -1)), month].map((each) => (
							<>
								<a href={`${deskPath}nhuan-but.csv?thang=${each}`}>{strings.ofMonth(each)}</a>{" "}
							</>
						))}
					</p>
				</section>
			</div>
		</Layout>
	);
}

interface PartProps {
	readonly title: string;
	readonly entries: readonly EntrySummary[];
	readonly empty: string;
	readonly more?: string | undefined;
}

function Part({ title, entries, empty, more }: PartProps) {
	return (
		<section class="desk-part">
			<h2>{title}</h2>
			{entries.length === 0 ? (
				<p class="desk-empty">{empty}</p>
			) : (
				<ul class="desk-lines">
					{entries.map((entry) => (
						<li>
							<EntryLine entry={entry} />
						</li>
					))}
				</ul>
			)}
			{more !== undefined && entries.length > 0 && (
				<p>
					<a href={more}>{entryStrings.more}</a>
				</p>
			)}
		</section>
	);
}

function Count({ value, label }: { readonly value: number; readonly label: string }) {
	return (
		<div>
			<dt>{label}</dt>
			<dd>{formatNumber(value)}</dd>
		</div>
	);
}

function BuildReport({ build }: { readonly build: StartData["build"] }) {
	if (!build) return <p class="desk-empty">{strings.buildRunning}</p>;
	return (
		<>
			{build.kind === "built" && <p>{strings.buildFine(shortMoment(new Date(build.at).toISOString()))}</p>}
			{build.kind === "problems" && <Notice kind="fault">{strings.buildHeld}</Notice>}
			{build.kind === "failed" && <Notice kind="fault">{strings.buildFailed}</Notice>}
			{build.deployFault !== undefined && <Notice kind="fault">{build.deployFault}</Notice>}
			<Problems problems={build.problems} />
			{build.warnings.length > 0 && (
				<details>
					<summary>{strings.warnings(formatNumber(build.warnings.length))}</summary>
					<Problems problems={build.warnings} />
				</details>
			)}
		</>
	);
}

function Problems({ problems }: { readonly problems: readonly NamedProblem[] }) {
	if (problems.length === 0) return null;
	return (
		<>
			<ul class="desk-problems">
				{problems.slice(0, shownProblems).map(({ file, entry, message, remedy }) => (
					<li>
						{entry ? (
							<a href={formAddress(deskEntry(entry.collection), entry.id)}>{entry.title}</a>
						) : (
							<b>{file}</b>
						)}
						: {message}. {remedy !== undefined && `${remedy}.`}
					</li>
				))}
			</ul>
			{problems.length > shownProblems && (
				<p>{strings.moreProblems(formatNumber(problems.length - shownProblems))}</p>
			)}
		</>
	);
}
