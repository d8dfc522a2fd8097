import type { Machine } from "./machine.ts";
import type { PreviewResult } from "./preview.ts";
import type { ScenarioResult } from "./run-scenarios.ts";
import type { FileSum, SiteChanges } from "./site-changes.ts";
import { strings } from "./strings.ts";
import { formatTable } from "./table.ts";

/** Everything that a run of the benchmark found out; the JSON file. Times in seconds, sizes in bytes. */
export interface BenchReport {
	readonly date: string;
	readonly machine: Machine;
	readonly articles: number;
	readonly runs: number;
	readonly results: readonly ScenarioResult[];
	/** What each generator's site consists of, by extension. Empty where there is nothing to compare. */
	readonly sites: readonly { readonly subject: string; readonly files: Readonly<Record<string, FileSum>> }[];
	/** What `hugo version` says. */
	readonly hugo?: string;
	readonly preview?: PreviewResult;
}

/** The report as a person reads it. */
export function reportText(report: BenchReport): string {
	const { machine } = report;
	const parts = [
		strings.heading(
			report.articles,
			report.runs,
			`${machine.cpus} × ${machine.model}`,
			machine.memory,
			machine.node,
		),
	];
	if (report.results.length > 0) parts.push(formatTable(strings.columns, report.results.map(resultRow)));
	if (report.sites.length > 0) parts.push(sitesTable(report.sites));
	const ratios = rivalRatios(report.results);
	if (ratios.length > 0) parts.push([report.hugo, ...ratios].filter((line) => line !== undefined).join("\n"));
	if (report.preview) {
		const { median, times } = report.preview;
		parts.push(strings.preview(median * 1000, times.length));
	}
	return parts.join("\n\n");
}

function resultRow({ subject, scenario, median, changes, endedAfter, runs }: ScenarioResult): string[] {
	const figures =
		runs.length === 0
			? [
					endedAfter === undefined ? strings.absent : strings.ended(endedAfter),
					strings.absent,
					strings.absent,
				]
			: [strings.seconds(median.wall), strings.seconds(median.cpu), strings.bytes(median.peakMemory)];
	return [
		strings.scenarios[scenario],
		subject,
		...figures,
		...(changes ? [changeText(changes.pages), changeText(changes.search)] : [strings.absent, strings.absent]),
	];
}

function changeText({ added, changed, removed, bytes }: SiteChanges): string {
	return strings.changes(added, changed, removed, bytes);
}

function sitesTable(sites: BenchReport["sites"]): string {
	const kinds = [...new Set(sites.flatMap(({ files }) => Object.keys(files)))];
	const total = (files: Readonly<Record<string, FileSum>>) =>
		Object.values(files).reduce(
			(sum, { files, bytes }) => ({ files: sum.files + files, bytes: sum.bytes + bytes }),
			{ files: 0, bytes: 0 },
		);
	const cell = (sum: FileSum | undefined) => (sum ? strings.fileSum(sum.files, sum.bytes) : strings.absent);
	return formatTable(
		[strings.siteColumn, ...kinds.map((kind) => `.${kind}`), strings.total],
		sites.map(({ subject, files }) => [
			subject,
			...kinds.map((kind) => cell(files[kind])),
			cell(total(files)),
		]),
	);
}

/** How this project compares with each rival: below 1 it needs less. */
export function rivalRatios(results: readonly ScenarioResult[]): string[] {
	const find = (subject: string, scenario: string) =>
		results.find((each) => each.subject === subject && each.scenario === scenario && each.runs.length > 0)
			?.median;
	const rivals = [...new Set(results.map(({ subject }) => subject))].filter(
		(name) => name !== strings.withSearch && name !== strings.withoutSearch,
	);
	return rivals.flatMap((rival) => {
		const lines: string[] = [];
		const ours = find(strings.withoutSearch, "full");
		const theirs = find(rival, "full");
		if (ours && theirs) lines.push(strings.fullRatio(rival, ours.cpu / theirs.cpu, ours.wall / theirs.wall));
		const rebuild = find(rival, "publish");
		for (const subject of [strings.withoutSearch, strings.withSearch]) {
			const publish = find(subject, "publish");
			if (publish && rebuild) {
				lines.push(
					strings.publishRatio(rival, subject, rebuild.wall / publish.wall, rebuild.cpu / publish.cpu),
				);
			}
		}
		return lines;
	});
}
