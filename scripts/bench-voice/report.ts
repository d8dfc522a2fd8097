import { formatBytes, formatNumber } from "../../src/text/index.ts";
import { formatTable } from "../bench/table.ts";
import type { MeasuredBeacons } from "./measure-beacons.ts";
import type { MeasuredLogs } from "./measure-logs.ts";
import type { Percentiles } from "./send-evenly.ts";
import { strings } from "./strings.ts";

/** The figures as a table of Markdown. */
export function voiceTable(beacons: MeasuredBeacons, logs: MeasuredLogs): string {
	return formatTable(strings.headings, [
		[strings.sent, formatNumber(beacons.sent)],
		[strings.acknowledged, formatNumber(beacons.acknowledged)],
		[strings.kept, formatNumber(beacons.kept)],
		[strings.refused, formatNumber(beacons.refused)],
		[strings.answers, line(beacons.answers)],
		[strings.senderDelay, line(beacons.senderDelay)],
		[strings.cpu, decimal(beacons.cpuMilliseconds)],
		[strings.log, [decimal(logs.seconds), decimal(logs.cpuSeconds), formatBytes(logs.memory)].join(" – ")],
	]);
}

function line({ p50, p97_5, p99, max }: Percentiles): string {
	return [p50, p97_5, p99, max].map(decimal).join(" – ");
}

function decimal(value: number): string {
	return value.toFixed(2).replace(".", ",");
}
