import { formatBytes, formatNumber } from "../../src/text/index.ts";
import { formatTable } from "../bench/table.ts";
import type { MeasuredForm } from "./measure-forms.ts";
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
