/** Measures the cost and size of each form of an archive, compared with a copy of the site. */
import { readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openArchive } from "../../src/archive/index.ts";
import { drawIcon } from "../../src/images/app-icons.ts";
import type { Progress } from "../../src/model/progress.ts";
import { archiveNow } from "../bench/archive.ts";
import { type Measurement, measure } from "../bench/measure.ts";
import { strings } from "./strings.ts";

/** A copy of the site page by page, as a zip and as Kiwix's own program packs it; and what `npm run archive` makes. */
export const archiveForms = ["site", "site-zim", "zip", "zim", "epub"] as const;

export type ArchiveForm = (typeof archiveForms)[number];

export interface MeasuredForm extends Measurement {
	readonly form: ArchiveForm;
	/** Files that a reader has on the disk. */
	readonly files: number;
	/** Their bytes. */
	readonly unpacked: number;
	/** What they take on a stick of clusters of 32 kB. */
	readonly onStick: number;
	/** Bytes of the file that is handed over. */
	readonly packed: number;
}

export interface MeasureOptions {
	readonly contentDirectory: string;
	/** The folder for results. */
	readonly directory: string;
	readonly progress: Progress;
}

const cluster = 32 * 1024;

/** Makes each form without pictures, in a process of its own, one after the other. */
export async function measureForms(
	forms: readonly ArchiveForm[],
	{ contentDirectory, directory, progress }: MeasureOptions,
): Promise<MeasuredForm[]> {
	const measured: MeasuredForm[] = [];
	progress.start(strings.progress, forms.length);
	const common = ["--content", contentDirectory, "--cache", join(directory, "cache"), "--now", archiveNow];
	const run = (...words: string[]) => measure(process.execPath, ["scripts/tintinh.js", ...words, ...common]);
	const site = join(directory, "site");
	for (const form of forms) {
		const packed = join(
			directory,
			`${form}.${form.endsWith("zim") ? "zim" : form === "epub" ? "epub" : "zip"}`,
		);
		let cost: Measurement;
		let sizes: readonly number[] | undefined;
		if (form === "site") {
			cost = await run("build", "--output", site);
			await measure("zip", ["-q", "-r", packed, "."], { cwd: site });
			sizes = await filesBelow(site);
		} else if (form === "site-zim") {
			if (!forms.includes("site")) await run("build", "--output", site);
			cost = await measure("zimwriterfs", [...(await zimOptions(site)), site, packed]);
		} else {
			const words = form === "zip" ? [] : [`--${form}`];
			cost = await run("archive", "--all", "--no-images", ...words, "--to", packed);
			if (form === "zip") {
				const archive = await openArchive(packed);
				archive.close();
				sizes = [...archive.files.values()];
			}
		}
		const { size } = await stat(packed);
		measured.push({ form, ...cost, ...weigh(sizes ?? [size]), packed: size });
		progress.advance();
	}
	progress.done();
	return measured;
}

const square = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>`;

/** What `zimwriterfs` asks for, with a picture that is put into the site's folder. */
async function zimOptions(site: string): Promise<string[]> {
	await writeFile(join(site, "zim.png"), await drawIcon(square, 48));
	return [
		"--welcome=index.html",
		"--illustration=zim.png",
		"--language=vie",
		"--title=Tin",
		"--description=Tin",
		"--creator=Tin",
		"--publisher=Tin",
		"--name=tin_vi",
	];
}

async function filesBelow(folder: string): Promise<number[]> {
	const sizes: number[] = [];
	for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
		if (entry.isFile()) sizes.push((await stat(join(entry.parentPath, entry.name))).size);
	return sizes;
}

function weigh(sizes: readonly number[]): Pick<MeasuredForm, "files" | "unpacked" | "onStick"> {
	const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
	return {
		files: sizes.length,
		unpacked: sum(sizes),
		onStick: sum(sizes.map((size) => Math.ceil(size / cluster) * cluster)),
	};
}
