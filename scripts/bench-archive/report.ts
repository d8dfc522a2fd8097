import { formatBytes, formatNumber } from "../../src/text/index.ts";
import { median } from "../bench/statistics.ts";
import { formatTable } from "../bench/table.ts";
import type { MeasuredForm } from "./measure-forms.ts";
import type { Opening } from "./measure-opening.ts";
import { strings } from "./strings.ts";

/** The forms as a table of Markdown. */
export function formsTable(forms: readonly MeasuredForm[]): string {
	return formatTable(
		strings.headings,
		forms.map(({ form, files, packed, unpacked, onStick, cpu, peakMemory }) => [
			strings.forms[form],
			formatNumber(files),
			formatBytes(packed),
			formatBytes(unpacked),
			formatBytes(onStick),
			strings.seconds(cpu),
			formatBytes(peakMemory),
		]),
	);
}

/** How fast an archive opens, as tables of Markdown. */
export function openingTables({ answers, editions }: Opening): string {
	const { milliseconds } = strings;
	return [
		formatTable(
			strings.answerHeadings,
			answers.map(({ browser, times }) => [
				browser,
				milliseconds(median(times) ?? 0),
				milliseconds(Math.max(...times)),
			]),
		),
		formatTable(
			strings.editionHeadings,
			editions.map(({ articles, size, work }) => [
				formatNumber(articles),
				formatBytes(size),
				milliseconds(work),
			]),
		),
	].join("\n\n");
}
