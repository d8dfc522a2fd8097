import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Source, SourceForm, SourceOptions } from "../source.ts";
import { SourceError } from "../source.ts";
import { openZip } from "./archives/zip-archive.ts";
import { fileFinder } from "./page-media.ts";
import { readProfile } from "./pages/profile.ts";
import { strings } from "./warc/strings.ts";
import { type WarcFile, webArchiveArticles } from "./warc/web-archive.ts";

/** A web archive as crawlers write it, ISO 28500. */
export const warc: SourceForm = {
	name: "warc",
	summary: strings.forms.warc,
	recognises: ({ head }) => (head.toString("latin1", 0, 7) === "WARC/1." ? 1 : 0),
	open: (path, options) => archiveSource(path, options, async () => [warcOnDisk(path)]),
};

/** Web archives in a ZIP with their list of pages, as ArchiveWeb.page and Browsertrix write them. */
export const wacz: SourceForm = {
	name: "wacz",
	summary: strings.forms.wacz,
	recognises: ({ head, path }) => {
		if (head.toString("latin1", 0, 4) !== "PK\x03\x04") return 0;
		// Names stand uncompressed in a ZIP.
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
			const head = await headOf(path);
			return isGzip(head) ? uncompressed(createReadStream(path)) : createReadStream(path);
		},
	};
}

async function headOf(path: string): Promise<Buffer> {
	const file = await open(path).catch(() => {
		throw new SourceError(strings.noSuchFile(path));
	});
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await file.close();
	}
}

function isGzip(head: Buffer): boolean {
	return head[0] === 0x1f && head[1] === 0x8b;
}

/** Each record is a gzip member of its own; they follow one another. */
function uncompressed(stream: NodeJS.ReadableStream): AsyncIterable<Uint8Array> {
	const plain = createGunzip();
	pipeline(stream, plain, () => {});
	return plain;
}

async function warcsInZip(path: string): Promise<WarcFile[]> {
	const zip = await openZip(path);
	const names = zip.entries.map(({ name }) => name).filter((name) => /\.warc(?:\.gz)?$/i.test(name));
	if (names.length === 0) throw new SourceError(strings.noArchives(path));
	return names.sort().map((name) => ({
		name,
		open: async () => {
			const stream = await zip.stream(name);
			return name.endsWith(".gz") ? uncompressed(stream) : stream;
		},
	}));
}
