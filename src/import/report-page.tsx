import { raw } from "hono/html";
import { formatNumber } from "../text/index.ts";
import { type ImportReport, type NoteKind, noteKinds, type ReportEntry } from "./report.ts";
import { reportScript, reportStyle } from "./report-assets.ts";
import { strings } from "./strings.ts";

const words = strings.report;

/** With this much attention, a person should look, or look closely. */
const levels = { look: 10, lookHard: 50 };

export interface ReportPageProps {
	readonly report: ImportReport;
	readonly sources: readonly string[];
	readonly entries: readonly (ReportEntry & { readonly attention: number })[];
	/** Counted from one. */
	readonly page: number;
	readonly pages: number;
	/** The file of a page, in the same folder. */
	readonly nameOfPage: (page: number) => string;
	/** A CSS rule with the portal's colours; empty if it has none. */
	readonly colours: string;
	/** The content folder, relative to the page. */
	readonly toContent: string;
	readonly total: number;
	readonly firstOnPage: number;
}

/** A page of the report: one file that needs nothing else and opens from disk. */
export function renderReportPage(props: ReportPageProps): string {
	const { report, sources, entries, page, pages } = props;
	const kinds = noteKinds.filter((kind) =>
		entries.some(({ notes }) => notes.some((note) => note.kind === kind)),
	);
	const body = (
		<html lang="vi">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="robots" content="noindex" />
				<title>{`${words.title}: ${sources.join(", ")}`}</title>
				<style>{raw(reportStyle + props.colours)}</style>
			</head>
			<body>
				<header class="head">
					<h1>{words.title}</h1>
					<p class="sources">{sources.join(" · ")}</p>
					<Counts report={report} />
				</header>
				{page === 1 && <Overview report={report} />}
				<main>
					<form class="filter" id="filter">
						<label>
							{words.showKind}
							<select id="kind">
								<option value="">{words.allKinds}</option>
								{kinds.map((kind) => (
									<option value={kind}>{strings.notes[kind]}</option>
								))}
							</select>
						</label>
						<label class="check">
							<input type="checkbox" id="hide-done" /> {words.hideDone}
						</label>
						<output id="done" data-words={words.doneOf}></output>
					</form>
					<p class="hint">{words.howTo}</p>
					<ol class="articles" start={props.firstOnPage}>
						{entries.map((entry) => (
							<Entry entry={entry} toContent={props.toContent} />
						))}
					</ol>
					{pages > 1 && <Pages {...props} />}
				</main>
				<script>{raw(reportScript)}</script>
			</body>
		</html>
	);
	return `<!doctype html>${body}`;
}

function Counts({ report }: { readonly report: ImportReport }) {
	const counts: readonly (readonly [string, number])[] = [
		[words.read, report.read],
		[words.written, report.written],
		[words.updated, report.updated],
		[words.unchanged, report.unchanged],
		[words.leftAlone, report.count("leftAlone") + report.count("edited")],
		[words.refused, report.count("refused")],
		[words.authors, report.authorsWritten],
	];
	return (
		<dl class="counts">
			{counts.map(([name, count]) => (
				<div>
					<dt>{name}</dt>
					<dd>{formatNumber(count)}</dd>
				</div>
			))}
		</dl>
	);
}

function Overview({ report }: { readonly report: ImportReport }) {
	const kinds = noteKinds.filter((kind) => report.count(kind) > 0);
	const unused = [...report.unusedFields];
	return (
		<section class="overview">
			<h2>{words.overview}</h2>
			<ul>
				{kinds.map((kind) => (
					<li>
						<b>{formatNumber(report.count(kind))}</b> {strings.notes[kind]}
					</li>
				))}
			</ul>
			{unused.length > 0 && (
				<p>
					{strings.unusedFields}:{" "}
					{unused.map(([name, count]) => `${name} (${formatNumber(count)})`).join(", ")}
				</p>
			)}
		</section>
	);
}

function Entry({
	entry,
	toContent,
}: {
	readonly entry: ReportPageProps["entries"][number];
	readonly toContent: string;
}) {
	const { notes, file, label, source, title, attention, before, after } = entry;
	const level = attention >= levels.lookHard ? "hard" : attention >= levels.look ? "look" : "fine";
	const kinds: NoteKind[] = [...new Set(notes.map(({ kind }) => kind))];
	return (
		<li
			class={`article ${level}`}
			data-kinds={kinds.join(" ")}
			data-key={`${source}\t${label}\t${file ?? ""}`}
		>
			<div class="line">
				<label class="check">
					<input type="checkbox" class="done" /> <span>{words.done}</span>
				</label>
				<span class="level">{words.levels[level]}</span>
				<span class="place">{label}</span>
			</div>
			<h3>{title === "" ? label : title}</h3>
			{file !== undefined && (
				<p class="links">
					<a href={encodeURI(`${toContent}/${file}`)}>{file}</a>
					{" · "}
					<a href={`http://localhost:8080${addressOf(file)}`}>{words.onPreview}</a>
				</p>
			)}
			<dl class="notes">
				{notes.map(({ kind, detail, confidence }) => (
					<div data-kind={kind}>
						<dt>{strings.notes[kind]}</dt>
						{(detail !== "" || confidence !== undefined) && (
							<dd>
								{detail}
								{confidence !== undefined && <span class="sure">{words.sure(confidence)}</span>}
							</dd>
						)}
					</div>
				))}
			</dl>
			{(before !== "" || after !== "") && (
				<details open={level === "hard"}>
					<summary>{words.compare}</summary>
					<div class="sides">
						<section>
							<h4>{words.before}</h4>
							<pre tabindex={0}>{before}</pre>
						</section>
						<section>
							<h4>{words.after}</h4>
							<pre tabindex={0}>{after}</pre>
						</section>
					</div>
				</details>
			)}
		</li>
	);
}

function Pages({ page, pages, nameOfPage }: ReportPageProps) {
	const near = [1, page - 2, page - 1, page, page + 1, page + 2, pages];
	const shown = [...new Set(near)].filter((number) => number >= 1 && number <= pages).sort((a, b) => a - b);
	return (
		<nav class="pages" aria-label={words.pages}>
			{shown.map((number) =>
				number === page ? (
					<span aria-current="page">{number}</span>
				) : (
					<a href={encodeURI(nameOfPage(number))}>{number}</a>
				),
			)}
		</nav>
	);
}

function addressOf(file: string): string {
	return `/${file.replace(/^articles\/(\d{4}\/\d{2}\/\d{2})-(.*)\.md$/, "$1/$2.html")}`;
}
