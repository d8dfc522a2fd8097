/** An archive's description of itself, for programs and for checking a copy: `kho.json` and `SHA256SUMS`. */
import { z } from "zod";

const formatVersion = 1;

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const path = z
	.string()
	.min(1)
	.refine((text) => !text.startsWith("/") && !text.includes("\\") && !text.split("/").includes(".."));

const archiveFileSchema = z.tuple([path, z.number().int().nonnegative(), z.string().regex(/^[0-9a-f]{64}$/)]);

const manifestSchema = z.object({
	format: z.literal(formatVersion),
	site: z.string(),
	/** The address of the site, without a slash at its end. */
	url: z.string(),
	organisation: z.string(),
	licence: z.string().optional(),
	/** In words. */
	title: z.string(),
	scope: z.object({
		from: day.optional(),
		to: day.optional(),
		committee: z.string().optional(),
		province: z.string().optional(),
	}),
	pictures: z.enum(["none", "scaled", "full"]),
	edition: z.number().int().positive(),
	/** The day up to which corrections are in it. */
	day,
	articles: z.number().int().nonnegative(),
	/** What was withdrawn until its day. */
	withdrawn: z.array(z.object({ address: z.string(), withdrawn: z.string() })),
	/** Files that were emptied, so that nothing of them is left when the archive is unpacked over an older one. */
	removed: z.array(path),
	/** Every other file: path, size in bytes, SHA-256. Sorted by path. */
	files: z.array(archiveFileSchema),
});

export type Manifest = z.output<typeof manifestSchema>;
/** A file with its size and its SHA-256. */
export type ListedFile = z.output<typeof archiveFileSchema>;

/** The manifest's text: a line for each file. */
export function formatManifest(manifest: Omit<Manifest, "format">): string {
	const { files, ...head } = manifest;
	const begin = JSON.stringify({ format: formatVersion, ...head }, undefined, "\t").slice(0, -"\n}".length);
	const lines = files.map((file) => `\t\t${JSON.stringify(file)}`);
	return `${begin},\n\t"files": [\n${lines.join(",\n")}\n\t]\n}\n`;
}

/** @returns undefined for a text that is not a manifest of a known version */
export function parseManifest(text: string): Manifest | undefined {
	try {
		return manifestSchema.safeParse(JSON.parse(text)).data;
	} catch {
		return undefined;
	}
}

/** The text that `sha256sum -c` checks. */
export function formatSums(files: readonly ListedFile[]): string {
	return files.map(([path, , digest]) => `${digest}  ${path}\n`).join("");
}

/** @returns undefined if a line has another form */
export function parseSums(text: string): Map<string, string> | undefined {
	const sums = new Map<string, string>();
	for (const line of text.split("\n")) {
		if (line === "") continue;
		const [, digest, path] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
		if (digest === undefined || path === undefined) return undefined;
		sums.set(path, digest);
	}
	return sums;
}
