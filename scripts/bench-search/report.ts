import { formatTable } from "../bench/table.ts";
import type { ColdFigures } from "./browser-part.ts";
import { type Goal, goalsFor, type Verdict, verdictOn } from "./goals.ts";
import { queryClasses } from "./query-sets.ts";
import { engineNames, type SearchReport } from "./search-report.ts";
import { strings } from "./strings.ts";

/** The human-readable report: a table for each kind of figure, with the goals. */
export function reportText(report: SearchReport): string {
	const { articles, isCorpus, seed, half, machine, date } = report;
	const sections = [
		strings.heading(articles, isCorpus, strings.halves[half], seed, date.slice(0, 10)),
		strings.machine(machine.model, machine.cpus, machine.memory, machine.node),
		...qualityTables(report),
		...coldTable(report),
		...indexingTable(report),
		...goalsTable(report),
	];
	return sections.join("\n\n");
}

function qualityTables({ quality }: SearchReport): string[] {
	const engines = engineNames.filter((name) => quality[name]);
	if (engines.length === 0) return [];
	const rows = queryClasses.flatMap((name) => {
		const figures = engines.map((engine) => quality[engine]?.[name]);
		const count = figures[0]?.queries ?? 0;
		if (count === 0) return [];
		return [
			[
				strings.classes[name],
				String(count),
				...figures.map((each) =>
					each
						? [each.atOne, each.atTen, each.reciprocalRank, each.recallAtTen].map(strings.share).join(" / ")
						: strings.absent,
				),
			],
		];
	});
	return [formatTable([...strings.qualityColumns, ...engines.map((name) => strings.engines[name])], rows)];
}

function coldTable({ cold: { finder, pagefind, year }, thread }: SearchReport): string[] {
	const row = (name: string, figures: ColdFigures | undefined) =>
		figures === undefined
			? []
			: [
					[
						name,
						strings.number(figures.queries),
						strings.bytes(figures.bytes),
						strings.number(figures.requests),
						strings.seconds(figures.time / 1000),
					],
				];
	const rows = [
		...row(strings.coldRows.finderShort, finder?.short),
		...row(strings.coldRows.finderTitle, finder?.title),
		...row(strings.coldRows.stockShort, pagefind?.short),
		...row(strings.coldRows.stockTitle, pagefind?.title),
		...row(strings.coldRows.year, year),
	];
	return [
		...(rows.length === 0 ? [] : [formatTable(strings.coldColumns, rows)]),
		...(thread === undefined ? [] : [strings.threadFigures(thread)]),
	];
}

function indexingTable({ indexing, publish, articles }: SearchReport): string[] {
	const rows = Object.entries(indexing).map(([name, figures]) => [
		strings.engines[name as keyof typeof indexing] +
			(figures.articles < articles ? strings.ofArticles(figures.articles) : ""),
		strings.seconds(figures.wall),
		strings.seconds(figures.cpu),
		strings.bytes(figures.peakMemory),
		strings.number(figures.files),
		strings.bytes(figures.size),
	]);
	return [
		...(rows.length === 0 ? [] : [formatTable(strings.indexingColumns, rows), strings.indexingNote]),
		...(publish === undefined ? [] : [strings.publish(publish.finder, publish.pagefind)]),
	];
}

function goalsTable(report: SearchReport): string[] {
	const rows = goalsFor(report.articles).flatMap((goal) => {
		const verdict = verdictOn(goal, report);
		return verdict === undefined ? [] : [goalRow(goal, verdict)];
	});
	return rows.length === 0 ? [] : [formatTable(strings.goalColumns, rows)];
}

function goalRow({ name, unit, limit, direction }: Goal, { figure, isReached }: Verdict): string[] {
	const write = strings.units[unit];
	return [
		name,
		`${direction === "least" ? "≥" : "≤"} ${write(limit)}`,
		write(figure),
		isReached ? strings.reached : strings.missed,
	];
}
