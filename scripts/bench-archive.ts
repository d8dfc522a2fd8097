import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { makeArchive } from "./bench/archive.ts";
import { readCorpus } from "./bench/corpus.ts";
import { thisMachine } from "./bench/machine.ts";
import { choose, wholeNumber } from "./bench/option-values.ts";
import { archiveForms, measureForms } from "./bench-archive/measure-forms.ts";
import { measureOpening } from "./bench-archive/measure-opening.ts";
import { formsTable, openingTables } from "./bench-archive/report.ts";
import { strings } from "./bench-archive/strings.ts";
import { runCommand } from "./command.ts";

await runCommand(
	{
		name: "bench:archive",
		summary: strings.summary,
		details: strings.details,
		options: {
			articles: { kind: "text", value: "SỐ", summary: strings.options.articles, default: "1000" },
			corpus: { kind: "text", value: "TỆP", summary: strings.options.corpus },
			seed: { kind: "text", value: "SỐ", summary: strings.options.seed, default: "1" },
			only: { kind: "text", value: "DẠNG,…", summary: strings.options.only, default: archiveForms.join(",") },
			opening: { kind: "flag", summary: strings.options.opening },
			json: { kind: "text", value: "TỆP", summary: strings.options.json },
			keep: { kind: "text", value: "THƯ-MỤC", summary: strings.options.keep },
		},
	},
	async ({ options }, reporter) => {
		const directory = options.keep ?? (await mkdtemp(join(tmpdir(), "bench-archive-")));
		await mkdir(directory, { recursive: true });
		try {
			const articles = wholeNumber("articles", options.articles);
			const texts = options.corpus === undefined ? undefined : await readCorpus(options.corpus);
			const contentDirectory = join(directory, "content");
			await makeArchive(contentDirectory, {
				articles,
				seed: wholeNumber("seed", options.seed),
				...(texts && { texts }),
			});
			const forms = await measureForms(choose("only", options.only, archiveForms), {
				contentDirectory,
				directory,
				progress: reporter,
			});
			reporter.summary(formsTable(forms));
			const opening = options.opening ? await measureOpening(directory) : undefined;
			if (opening) reporter.summary(openingTables(opening));
			if (options.json !== undefined) {
				await mkdir(dirname(options.json), { recursive: true });
				const report = { machine: thisMachine(), articles, forms, ...opening };
				await writeFile(options.json, `${JSON.stringify(report, null, "\t")}\n`);
			}
		} finally {
			if (options.keep === undefined) await rm(directory, { recursive: true, force: true });
		}
	},
);
