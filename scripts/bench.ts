import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { type ArchiveOptions, makeArchive } from "./bench/archive.ts";
import { readCorpus } from "./bench/corpus.ts";
import { eleventySubject } from "./bench/eleventy-subject.ts";
import { hugoSubject, hugoVersion } from "./bench/hugo-subject.ts";
import { thisMachine } from "./bench/machine.ts";
import { choose, wholeNumber } from "./bench/option-values.ts";
import { portalSubject } from "./bench/portal-subject.ts";
import { measurePreview } from "./bench/preview.ts";
import { type BenchReport, reportText } from "./bench/report.ts";
import { runScenarios } from "./bench/run-scenarios.ts";
import { setAside } from "./bench/set-aside.ts";
import { sumFiles } from "./bench/site-changes.ts";
import { strings } from "./bench/strings.ts";
import { scenarioNames } from "./bench/subject.ts";
import { runCommand } from "./command.ts";

const rivals = ["hugo", "eleventy"] as const;
const choices = [...scenarioNames, "preview"] as const;

await runCommand(
	{
		name: "bench",
		summary: strings.summary,
		details: strings.details,
		options: {
			articles: { kind: "text", value: "SỐ", summary: strings.options.articles, default: "2000" },
			corpus: { kind: "text", value: "TỆP", summary: strings.options.corpus },
			seed: { kind: "text", value: "SỐ", summary: strings.options.seed, default: "1" },
			runs: { kind: "text", value: "SỐ", summary: strings.options.runs, default: "3" },
			only: {
				kind: "text",
				value: "CẢNH,…",
				summary: strings.options.only,
				default: scenarioNames.join(","),
			},
			against: { kind: "text", value: "TÊN,…", summary: strings.options.against },
			limit: { kind: "text", value: "GIÂY", summary: strings.options.limit, default: "600" },
			json: { kind: "text", value: "TỆP", summary: strings.options.json },
			keep: { kind: "text", value: "THƯ-MỤC", summary: strings.options.keep },
			"no-search": { kind: "flag", summary: strings.options.noSearch },
			"search-only": { kind: "flag", summary: strings.options.searchOnly },
		},
	},
	async ({ options }, reporter) => {
		const only = choose("only", options.only, choices);
		const against = options.against === undefined ? [] : choose("against", options.against, rivals);
		const runs = wholeNumber("runs", options.runs);
		const limit = wholeNumber("limit", options.limit);
		const hugo = against.includes("hugo") ? hugoVersion() : undefined;
		const texts = options.corpus === undefined ? undefined : await readCorpus(options.corpus);
		const archive: ArchiveOptions = {
			articles: wholeNumber("articles", options.articles),
			seed: wholeNumber("seed", options.seed),
			...(texts ? { texts } : {}),
		};
		const directory = options.keep ?? (await mkdtemp(join(tmpdir(), "bench-")));
		await mkdir(directory, { recursive: true });
		const { discard, remove } = setAside(resolve(directory, "set-aside"));
		try {
			const contentDirectory = resolve(directory, `content-${archive.articles}${texts ? "-corpus" : ""}`);
			reporter.start(strings.makingArchive, archive.articles);
			await makeArchive(contentDirectory, archive);
			reporter.done();

			const portal = (search: boolean) =>
				portalSubject({
					name: search ? strings.withSearch : strings.withoutSearch,
					contentDirectory,
					workDirectory: resolve(directory, search ? "portal-search" : "portal"),
					search,
					discard,
				});
			const subjects = [
				...(options["search-only"] ? [] : [portal(false)]),
				...(options["no-search"] ? [] : [portal(true)]),
				...(hugo === undefined ? [] : [hugoSubject(archive, resolve(directory, "hugo"), discard)]),
				...(against.includes("eleventy")
					? [eleventySubject(archive, resolve(directory, "eleventy"), discard, limit)]
					: []),
			];
			const scenarios = scenarioNames.filter((name) => only.includes(name));
			const results =
				scenarios.length === 0
					? []
					: await runScenarios(subjects, {
							contentDirectory,
							archive,
							scenarios,
							runs,
							limit,
							progress: reporter,
						});
			const preview = only.includes("preview")
				? await measurePreview({
						contentDirectory,
						archive,
						workDirectory: resolve(directory, "preview"),
						progress: reporter,
					})
				: undefined;
			const report: BenchReport = {
				date: new Date().toISOString(),
				machine: thisMachine(),
				articles: archive.articles,
				runs,
				results,
				sites:
					against.length === 0 || results.length === 0
						? []
						: await Promise.all(
								subjects.map(async ({ name, output }) => ({
									subject: name,
									files: Object.fromEntries(await sumFiles(output).catch(() => [])),
								})),
							),
				...(hugo === undefined ? {} : { hugo }),
				...(preview === undefined ? {} : { preview }),
			};
			reporter.summary(reportText(report));
			if (options.json !== undefined) {
				await mkdir(dirname(options.json), { recursive: true });
				await writeFile(options.json, `${JSON.stringify(report, null, "\t")}\n`);
			}
		} finally {
			await remove();
			if (options.keep === undefined) await rm(directory, { recursive: true, force: true });
		}
	},
);
