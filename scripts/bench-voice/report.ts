import { formatBytes, formatNumber } from "../../src/text/index.ts";
import { formatTable } from "../bench/table.ts";
import type { MeasuredBeacons } from "./measure-beacons.ts";
import type { MeasuredLogs } from "./measure-logs.ts";
import { strings } from "./strings.ts";

/** The figures as a table of Markdown. */
export function voiceTable(beacons: MeasuredBeacons, logs: MeasuredLogs): string {
	const { p50, p97_5, p99, max } = beacons.milliseconds;
	return formatTable(strings.headings, [
		[strings.sent, formatNumber(beacons.sent)],
		[strings.acknowledged, formatNumber(beacons.acknowledged)],
		[strings.kept, formatNumber(beacons.kept)],
		[strings.refused, formatNumber(beacons.refused)],
		[strings.answers, [p50, p97_5, p99, max].map(decimal).join(" – ")],
		[strings.cpu, decimal(beacons.cpuMilliseconds)],
		[strings.log, [decimal(logs.seconds), decimal(logs.cpuSeconds), formatBytes(logs.memory)].join(" – ")],
	]);
}

function decimal(value: number): string {
	return value.toFixed(2).replace(".", ",");
}
