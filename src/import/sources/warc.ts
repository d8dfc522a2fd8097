import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Source, SourceForm, SourceOptions } from "../source.ts";
import { SourceError } from "../source.ts";
import { openZip } from "./archives/zip-archive.ts";
import { uncompressed } from "./gzip.ts";
import { fileFinder } from "./page-media.ts";
import { readProfile } from "./pages/profile.ts";
import { strings } from "./warc/strings.ts";
import { type WarcFile, webArchiveArticles } from "./warc/web-archive.ts";

/** A web archive as crawlers write it (WARC, ISO 28500). */
export const warc: SourceForm = {
	name: "warc",
	summary: strings.forms.warc,
	// Also recognises the older ARC, to reject it with a message that names it.
	recognises: ({ head }) => (/^WARC\/1\.|^filedesc:/.test(head.toString("latin1", 0, 9)) ? 1 : 0),
	open: (path, options) => archiveSource(path, options, async () => [warcOnDisk(path)]),
};

/** Web archives in a ZIP with a list of pages (WACZ), as ArchiveWeb.page and Browsertrix write them. */
export const wacz: SourceForm = {
	name: "wacz",
	summary: strings.forms.wacz,
	recognises: ({ head, path }) => {
		if (head.toString("latin1", 0, 4) !== "PK\x03\x04") return 0;
		// A ZIP's names are not compressed.
		return /datapackage\.json|archive\/[^/]+\.warc/.test(head.toString("latin1"))
			? 0.9
			: path.endsWith(".wacz")
				? 0.3
				: 0;
	},
	open: (path, options) => archiveSource(path, options, () => warcsInZip(path)),
};

function archiveSource(
	path: string,
	options: SourceOptions,
	files: () => Promise<readonly WarcFile[]>,
): Source {
	return {
		name: basename(path),
		async *articles() {
			const profile = options.profile === undefined ? undefined : await readProfile(options.profile);
			const find = await fileFinder(options);
			yield* webArchiveArticles(await files(), { find, ...(profile ? { profile } : {}) });
		},
	};
}

function warcOnDisk(path: string): WarcFile {
	return {
		name: basename(path),
		open: async () => {
			const found = await stat(path).catch(() => undefined);
			if (!found?.isFile()) throw new SourceError(strings.noSuchFile(path));
			return uncompressed(createReadStream(path));
		},
	};
}

async function warcsInZip(path: string): Promise<WarcFile[]> {
	const zip = await openZip(path);
	const names = zip.entries.map(({ name }) => name).filter((name) => /\.warc(?:\.gz)?$/i.test(name));
	if (names.length === 0) throw new SourceError(strings.noArchives(path));
	return names.sort().map((name) => ({
		name,
		open: async () => uncompressed(await zip.stream(name)),
	}));
}
