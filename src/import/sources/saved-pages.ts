import { opendir, readFile, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { formatBytes } from "../../text/index.ts";
import { afterProlog } from "../markup-prolog.ts";
import type {
	ImportedArticle,
	Source,
	SourceForm,
	SourceOptions,
	SourceSample,
	UnreadableItem,
} from "../source.ts";
import { SourceError } from "../source.ts";
import { uncompressedBytes } from "./gzip.ts";
import { openMedia } from "./media/media-library.ts";
import { type FindFile, fileFinder } from "./page-media.ts";
import { decodePage } from "./pages/decode-page.ts";
import { beginsLikeMail, isLetter, readPageInMail } from "./pages/page-in-mail.ts";
import { maxPageBytes } from "./pages/parse-page.ts";
import { isPassedOver, type Profile, readProfile } from "./pages/profile.ts";
import { readPage } from "./pages/read-page.ts";
import { type PageSitemap, readSitemaps } from "./pages/sitemap.ts";
import { strings } from "./pages/strings.ts";

/** Pages that a browser or a crawler saved: one file, or a folder whose paths mirror the portal's addresses. */
export const savedPages: SourceForm = {
	name: "pages",
	summary: strings.forms.savedPages,
	recognises,
	open: savedPagesSource,
};

const pageName = /\.(?:x?html?|mht|mhtml|shtml|aspx?|php|jsp|cfm)(?:\.gz)?$/i;
const pageRoot = /^<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|meta\s)/i;
/** How much of a file is read to see whether it has the form of a mail. */
const mailHeadBytes = 65_536;
const host = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?$/i;

function recognises({ isFolder, names, head, path }: SourceSample): number {
	if (!isFolder) {
		const begun = head.toString("latin1");
		return (beginsLikePage(begun) || beginsLikeMail(begun) ? 0.7 : 0) + (pageName.test(path) ? 0.2 : 0);
	}
	const pages = names.filter((name) => pageName.test(name)).length;
	const others = names.filter((name) => /\.(?:md|markdown|docx?|rtf|txt|jsonl)$/i.test(name)).length;
	return pages > others ? 0.6 : 0;
}

function beginsLikePage(text: string): boolean {
	return pageRoot.test(afterProlog(text.replace(/^ï»¿/, "")).slice(0, 200));
}

function savedPagesSource(path: string, options: SourceOptions): Source {
	let done = 0;
	let all = 0;
	return {
		name: basename(path),
		async *articles() {
			const profile = options.profile === undefined ? undefined : await readProfile(options.profile);
			const { root, files } = await filesOf(path);
			const isFolder = root === path;
			const pages = files.filter(
				(name) => !isFolder || pageName.test(name) || !/\.[a-z0-9]{1,5}$/i.test(name),
			);
			const find = await fileFinder(options, isFolder ? await openMedia(root) : await mediaBeside(path));
			const sitemap = await readSitemaps(root, files);
			all = pages.length;
			let position = 0;
			for (const name of pages) {
				done += 1;
				const address = addressOf(name);
				if (isPassedOver(new URL(address, "http://host.invalid").pathname, profile)) continue;
				const item = await readSavedPage(join(root, name), name, {
					address,
					find,
					sitemap,
					profile,
					options,
				});
				if (!item) continue;
				position += 1;
				yield { position, id: name, ...item };
			}
		},
		readSoFar: () => (all === 0 ? 0 : done / all),
	};
}

interface Surroundings {
	readonly address: string;
	readonly find: FindFile;
	readonly sitemap: PageSitemap;
	readonly profile: Profile | undefined;
	readonly options: SourceOptions;
}

/** Reads a file. Undefined for a file without extension that turns out not to be a page. */
async function readSavedPage(
	path: string,
	name: string,
	{ address: mirrored, find, sitemap, profile, options }: Surroundings,
): Promise<Omit<ImportedArticle, "position"> | Omit<UnreadableItem, "position"> | undefined> {
	const { size } = await stat(path);
	if (size > maxPageBytes)
		return { unreadable: strings.tooLarge(formatBytes(size), formatBytes(maxPageBytes)) };
	const bytes = await uncompressedBytes(await readFile(path), maxPageBytes);
	if (!bytes) return { unreadable: strings.brokenCompression };
	const begun = bytes.toString("latin1", 0, mailHeadBytes);
	// Mail programs save letters as pages too.
	const mail = beginsLikeMail(begun) || isLetter(begun) ? readPageInMail(bytes) : undefined;
	const encoding = profile?.encoding ?? options.encoding ?? mail?.charset;
	const html = decodePage(mail?.bytes ?? bytes, encoding);
	if (!pageName.test(name) && !beginsLikePage(html)) return undefined;
	const listed = sitemap.find(mirrored);
	const address = listed?.address ?? webAddress(mail?.address) ?? mirrored;
	const reading = readPage(html, {
		address,
		...(profile ? { profile } : {}),
		...(listed?.date === undefined ? {} : { sitemapDate: listed.date }),
	});
	if ("unreadable" in reading) return reading;
	const { article } = reading;
	const base = new URL(mail ? address : mirrored, "http://host.invalid");
	const files = (article.files ?? []).map((file) => {
		const place = resolved(file.reference, base);
		const inMail = mail?.files.get(place) ?? mail?.files.get(file.reference);
		const read = inMail ? async () => inMail : (find(place) ?? find(file.reference));
		return read ? { ...file, read } : file;
	});
	return { ...article, ...(files.length > 0 ? { files } : {}) };
}

/** The address of a page on the web; other pages were files of somebody's computer. */
function webAddress(address: string | undefined): string | undefined {
	return address !== undefined && /^https?:\/\//i.test(address) && URL.canParse(address)
		? address
		: undefined;
}

function resolved(reference: string, base: URL): string {
	if (/^[a-z][a-z0-9+.-]*:/i.test(reference) || !URL.canParse(reference, base)) return reference;
	const { hostname, pathname, href } = new URL(reference, base);
	return hostname === "host.invalid" ? pathname : href;
}

/**
 * The address that a file's path mirrors: `host/path` by wget and HTTrack, otherwise a path from the root. An index
 * file means its folder. "@" means a query's question mark, which Windows does not allow in names.
 */
export function addressOf(name: string): string {
	const [first = "", ...rest] = name.split("/");
	const hasHost = rest.length > 0 && host.test(first) && !pageName.test(first);
	const path = (hasHost ? rest.join("/") : name)
		.replace(/(^|\/)index\.(?:html?|php|aspx?)$/i, "$1")
		.replace(/\.(aspx?|php|jsp|cfm)[@?]([^/]*?)(?:\.html?)?$/i, ".$1?$2")
		.split("?")
		.map((part, index) => (index === 0 ? part.split("/").map(encodeURIComponent).join("/") : part))
		.join("?");
	return hasHost ? `https://${first}/${path}` : `/${path}`;
}

async function filesOf(path: string): Promise<{ root: string; files: string[] }> {
	const found = await stat(path).catch(() => {
		throw new SourceError(strings.noSuchPath(path));
	});
	if (!found.isDirectory()) return { root: join(path, ".."), files: [basename(path)] };
	const files: string[] = [];
	for await (const entry of await opendir(path, { recursive: true }))
		if (entry.isFile()) files.push(relative(path, join(entry.parentPath, entry.name)).split(sep).join("/"));
	return { root: path, files: files.sort() };
}

/** Opens the folder into which a browser saved the page's pictures; it is named after the page. */
async function mediaBeside(path: string) {
	const stem = path.replace(/\.[^./\\]+$/, "");
	for (const folder of [`${stem}_files`, `${stem}_tập tin`, `${stem}.files`]) {
		const found = await stat(folder).catch(() => undefined);
		if (found?.isDirectory()) return openMedia(folder);
	}
	return undefined;
}
