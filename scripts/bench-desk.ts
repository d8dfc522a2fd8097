import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { wholeNumber } from "./bench/option-values.ts";
import { measureDesk } from "./bench-desk/measure-desk.ts";
import { deskReportText } from "./bench-desk/report.ts";
import { strings } from "./bench-desk/strings.ts";
import { runCommand } from "./command.ts";

await runCommand(
	{
		name: "bench:desk",
		summary: strings.summary,
		details: strings.details,
		options: {
			articles: { kind: "text", value: "SỐ", summary: strings.options.articles, default: "12000" },
			seed: { kind: "text", value: "SỐ", summary: strings.options.seed, default: "1" },
			runs: { kind: "text", value: "SỐ", summary: strings.options.runs, default: "20" },
			online: { kind: "text", value: "SỐ", summary: strings.options.online, default: "0" },
			stock: { kind: "flag", summary: strings.options.stock },
			json: { kind: "text", value: "TỆP", summary: strings.options.json },
			keep: { kind: "text", value: "THƯ-MỤC", summary: strings.options.keep },
		},
	},
	async ({ options }, reporter) => {
		const directory = options.keep ?? (await mkdtemp(join(tmpdir(), "bench-desk-")));
		await mkdir(directory, { recursive: true });
		try {
			const report = await measureDesk({
				directory,
				articles: wholeNumber("articles", options.articles),
				seed: wholeNumber("seed", options.seed),
				runs: wholeNumber("runs", options.runs),
				online: options.online === "0" ? 0 : wholeNumber("online", options.online),
				hasStock: options.stock,
				progress: reporter,
			});
			reporter.summary(deskReportText(report));
			if (options.json !== undefined) {
				await mkdir(dirname(options.json), { recursive: true });
				await writeFile(options.json, `${JSON.stringify(report, null, "\t")}\n`);
			}
		} finally {
			if (options.keep === undefined) await rm(directory, { recursive: true, force: true });
		}
	},
);
