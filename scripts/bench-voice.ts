import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { wholeNumber } from "./bench/option-values.ts";
import { measureBeacons } from "./bench-voice/measure-beacons.ts";
import { measureLogs } from "./bench-voice/measure-logs.ts";
import { voiceTable } from "./bench-voice/report.ts";
import { strings } from "./bench-voice/strings.ts";
import { runCommand } from "./command.ts";

await runCommand(
	{
		name: "bench:voice",
		summary: strings.summary,
		details: strings.details,
		options: {
			seconds: { kind: "text", value: "SỐ", summary: strings.options.seconds, default: "60" },
			json: { kind: "text", value: "TỆP", summary: strings.options.json },
		},
	},
	async ({ options }, reporter) => {
		const seconds = wholeNumber("seconds", options.seconds);
		const directory = await mkdtemp(join(tmpdir(), "bench-voice-"));
		try {
			reporter.line(strings.counting);
			const logs = await measureLogs(directory);
			reporter.line(strings.sending);
			const beacons = await measureBeacons(directory, seconds);
			reporter.summary(voiceTable(beacons, logs));
			if (options.json !== undefined) {
				await mkdir(dirname(options.json), { recursive: true });
				await writeFile(options.json, `${JSON.stringify({ beacons, logs }, null, "\t")}\n`);
			}
		} finally {
			await rm(directory, { recursive: true, force: true });
		}
	},
);
