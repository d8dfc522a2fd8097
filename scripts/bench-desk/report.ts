import { formatBytes } from "../../src/text/index.ts";
import { median } from "../bench/statistics.ts";
import { formatTable } from "../bench/table.ts";
import type { BrowserWork } from "./measure-browser.ts";
import type { DeskReport } from "./measure-desk.ts";
import type { OnlineMeasurement } from "./measure-online.ts";
import { strings } from "./strings.ts";

/** The report as a person reads it. */
export function deskReportText({
	machine,
	articles,
	runs,
	date,
	times,
	memory,
	indexBytes,
	online,
}: DeskReport): string {
	const tasks = Object.keys(strings.tasks) as (keyof typeof strings.tasks)[];
	const rows = tasks.flatMap((task) => {
		const measured = times[task] ?? [];
		if (measured.length === 0) return [];
		return [[strings.tasks[task], milliseconds(median(measured) ?? 0), milliseconds(Math.max(...measured))]];
	});
	const cores = `${machine.cpus} × ${machine.model}`;
	return [
		strings.heading(articles, runs, cores, machine.node, date.slice(0, 10)),
		formatTable(strings.columns, rows),
		...Object.entries(memory).map(
			([name, bytes]) =>
				`${strings.memory} ${strings.memories[name as keyof typeof memory]}: ${formatBytes(bytes)}`,
		),
		strings.indexBytes(formatBytes(indexBytes)),
		...(online ? onlineText(online) : []),
	].join("\n\n");
}

function onlineText({ firstBuild, online, memory, browser, stock, load }: OnlineMeasurement): string[] {
	return [
		formatTable(strings.columns, [
			[strings.online, milliseconds(median(online) ?? 0), milliseconds(Math.max(...online))],
		]),
		formatTable(strings.workColumns, [
			...browser.map((each) => workRow(each, strings.work[each.work])),
			...(stock ?? []).map((each) => workRow(each, strings.stockOf(strings.work[each.work]))),
		]),
		strings.firstBuild((firstBuild / 1000).toFixed(0)),
		strings.serverMemory(formatBytes(memory)),
		strings.load(load.toFixed(1)),
	];
}

function workRow({ took, heap, nodes }: BrowserWork, name: string): string[] {
	return [name, milliseconds(took), formatBytes(heap), String(nodes)];
}

function milliseconds(value: number): string {
	return value.toFixed(value < 10 ? 1 : 0);
}
