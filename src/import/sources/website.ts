import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { decodeCharacters } from "../encodings/index.ts";
import type { Fetch, ImportedArticle, Source, SourceForm, SourceOptions, UnreadableItem } from "../source.ts";
import { SourceError } from "../source.ts";
import { type FindFile, fileFinder } from "./page-media.ts";
import { decodePage } from "./pages/decode-page.ts";
import { isPassedOver, type Profile, readProfile } from "./pages/profile.ts";
import { readPage } from "./pages/read-page.ts";
import { type SitemapEntry, sitemapEntries } from "./pages/sitemap.ts";
import { strings } from "./pages/strings.ts";

/**
 * A portal on the network, read only with `--fetch`. The source is the address of a sitemap, of a page, or of the
 * portal's root, whose sitemap is then looked for. It may also be a file that lists addresses, one per line.
 */
export const website: SourceForm = {
	name: "website",
	summary: strings.forms.website,
	recognises: ({ path, head }) => {
		if (isWebAddress(path)) return 1;
		const lines = linesOf(head.toString("utf8", 0, 4096)).slice(0, 20);
		return lines.length > 0 && lines.slice(0, -1).every(isWebAddress) && isWebAddress(lines[0] ?? "")
			? 0.9
			: 0;
	},
	open: websiteSource,
};

/** How deep sitemap indexes may be nested. */
const deepestIndex = 4;
const maxAddresses = 1_000_000;

function websiteSource(path: string, options: SourceOptions): Source {
	let done = 0;
	let all = 0;
	return {
		name: isWebAddress(path) ? path : basename(path),
		async *articles() {
			const { fetch } = options;
			if (!fetch) throw new SourceError(strings.needsFetch(path));
			const profile = options.profile === undefined ? undefined : await readProfile(options.profile);
			const find = await fileFinder(options);
			const entries = await entriesOf(path, fetch);
			all = entries.length;
			let position = 0;
			for (const entry of entries) {
				done += 1;
				if (isPassedOver(entry.address, profile)) continue;
				position += 1;
				yield { position, id: entry.address, ...(await readEntry(entry, { fetch, find, profile, options })) };
			}
		},
		readSoFar: () => (all === 0 ? 0 : done / all),
	};
}

async function entriesOf(path: string, fetch: Fetch): Promise<readonly SitemapEntry[]> {
	const found = new Map<string, SitemapEntry>();
	if (!isWebAddress(path)) {
		const bytes = await readFile(path).catch(() => {
			throw new SourceError(strings.noSuchPath(path));
		});
		for (const address of linesOf(decodeCharacters(bytes).text).filter(isWebAddress))
			found.set(address, { address });
	} else if (/\.xml(?:\.gz)?(?:\?.*)?$/i.test(path)) await addSitemap(path, fetch, found, 0);
	else if (new URL(path).pathname === "/")
		await addSitemap(new URL("/sitemap.xml", path).href, fetch, found, 0);
	else found.set(path, { address: path });
	return [...found.values()];
}

async function addSitemap(
	address: string,
	fetch: Fetch,
	found: Map<string, SitemapEntry>,
	depth: number,
): Promise<void> {
	if (depth > deepestIndex) return;
	const bytes = await fetch(address);
	for await (const { kind, ...entry } of sitemapEntries(textOf(bytes))) {
		if (kind === "sitemap") await addSitemap(entry.address, fetch, found, depth + 1);
		else if (found.size < maxAddresses) found.set(entry.address, entry);
	}
}

async function* textOf(bytes: Uint8Array): AsyncGenerator<string> {
	yield decodePage(bytes);
}

interface Means {
	readonly fetch: Fetch;
	readonly find: FindFile;
	readonly profile: Profile | undefined;
	readonly options: SourceOptions;
}

async function readEntry(
	{ address, date }: SitemapEntry,
	{ fetch, find, profile, options }: Means,
): Promise<Omit<ImportedArticle, "position"> | Omit<UnreadableItem, "position">> {
	try {
		const html = decodePage(await fetch(address), profile?.encoding ?? options.encoding);
		const reading = readPage(html, {
			address,
			...(profile ? { profile } : {}),
			...(date === undefined ? {} : { sitemapDate: date }),
		});
		if ("unreadable" in reading) return reading;
		const files = (reading.article.files ?? []).map((file) => {
			const absolute = URL.canParse(file.reference, address)
				? new URL(file.reference, address).href
				: file.reference;
			const read = find(absolute);
			return read ? { ...file, read } : file;
		});
		return { ...reading.article, ...(files.length > 0 ? { files } : {}) };
	} catch (error) {
		if (error instanceof SourceError) return { unreadable: error.message };
		throw error;
	}
}

function isWebAddress(text: string): boolean {
	return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}

function linesOf(text: string): string[] {
	return text
		.replace(/^\uFEFF/, "")
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line !== "" && !line.startsWith("#"));
}
