import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { choose, wholeNumber } from "./bench/option-values.ts";
import { halves } from "./bench-search/halves.ts";
import { reportText } from "./bench-search/report.ts";
import { parts, runSearchBench } from "./bench-search/run.ts";
import { engineNames } from "./bench-search/search-report.ts";
import { strings } from "./bench-search/strings.ts";
import { runCommand } from "./command.ts";

await runCommand(
	{
		name: "bench:search",
		summary: strings.summary,
		details: strings.details,
		options: {
			articles: { kind: "text", value: "SỐ", summary: strings.options.articles, default: "1000" },
			corpus: { kind: "text", value: "TỆP", summary: strings.options.corpus },
			seed: { kind: "text", value: "SỐ", summary: strings.options.seed, default: "1" },
			queries: { kind: "text", value: "SỐ", summary: strings.options.queries, default: "100" },
			colds: { kind: "text", value: "SỐ", summary: strings.options.colds, default: "2" },
			"stock-articles": {
				kind: "text",
				value: "SỐ",
				summary: strings.options.stockArticles,
				default: "30000",
			},
			half: { kind: "text", value: "NỬA", summary: strings.options.half, default: "reporting" },
			only: { kind: "text", value: "PHẦN,…", summary: strings.options.only, default: parts.join(",") },
			engines: {
				kind: "text",
				value: "TÊN,…",
				summary: strings.options.engines,
				default: engineNames.join(","),
			},
			json: { kind: "text", value: "TỆP", summary: strings.options.json },
			keep: { kind: "text", value: "THƯ-MỤC", summary: strings.options.keep },
			reuse: { kind: "flag", summary: strings.options.reuse },
		},
	},
	async ({ options }, reporter) => {
		const { corpus, json, keep } = options;
		const [half = "reporting"] = choose("half", options.half, halves);
		const directory = keep ?? (await mkdtemp(join(tmpdir(), "bench-search-")));
		try {
			const report = await runSearchBench({
				articles: wholeNumber("articles", options.articles),
				seed: wholeNumber("seed", options.seed),
				queries: wholeNumber("queries", options.queries),
				colds: wholeNumber("colds", options.colds),
				stockArticles: wholeNumber("stock-articles", options["stock-articles"]),
				half,
				only: choose("only", options.only, parts),
				engines: choose("engines", options.engines, engineNames),
				reuse: options.reuse,
				...(corpus === undefined ? {} : { corpus }),
				directory,
				progress: reporter,
			});
			reporter.summary(reportText(report));
			if (json !== undefined) {
				await mkdir(dirname(json), { recursive: true });
				await writeFile(json, `${JSON.stringify(report, null, "\t")}\n`);
			}
		} finally {
			if (keep === undefined) await rm(directory, { recursive: true, force: true });
		}
	},
);
