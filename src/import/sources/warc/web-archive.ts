import { formatBytes, formatNumber } from "../../../text/index.ts";
import type { ImportedArticle, ImportedFile, UnreadableItem } from "../../source.ts";
import { SourceError } from "../../source.ts";
import { decodePage } from "../pages/decode-page.ts";
import { isPassedOver, type Profile } from "../pages/profile.ts";
import { readPage } from "../pages/read-page.ts";
import { type HttpResponse, readHttpResponse, readResource } from "./http-response.ts";
import { ResponseStore } from "./response-store.ts";
import { strings } from "./strings.ts";
import { maxRecordBytes, type WarcRecord, warcRecords } from "./warc-records.ts";

/** A WARC file, which can be read from its beginning several times. */
export interface WarcFile {
	readonly name: string;
	open(): Promise<AsyncIterable<Uint8Array>>;
}

export interface WebArchiveOptions {
	readonly profile?: Profile;
	/** Finds pictures and attachments that the archive lacks. */
	readonly find?: (address: string) => (() => Promise<Uint8Array>) | undefined;
}

const page = /^(?:text\/html|application\/xhtml\+xml)$/;
/** Types of resources that no article refers to. */
const machinery =
	/^(?:text\/(?:css|javascript|xml)|application\/(?:javascript|x-javascript|json|.*\+json)|font\/.*|application\/.*font.*)$/;

/** Where the archive has the last capture of a page. */
interface Capture {
	readonly date: string;
	readonly file: number;
	readonly record: number;
}

/**
 * The articles of a web archive: for each address, the last capture that is a page. The files are read twice: first to
 * list the pages and store pictures on disk, then to read the pages.
 */
export async function* webArchiveArticles(
	files: readonly WarcFile[],
	options: WebArchiveOptions,
): AsyncGenerator<ImportedArticle | UnreadableItem> {
	const { pages, store, broken } = await survey(files);
	let position = 0;
	for (const [index, file] of files.entries()) {
		for await (const { record, number } of responses(file)) {
			const address = addressOf(record);
			const capture = pages.get(keyOf(address));
			if (capture?.file !== index || capture.record !== number) continue;
			if (isPassedOver(address, options.profile)) continue;
			position += 1;
			yield { position, id: address, ...readCapture(record, address, options, store) };
		}
	}
	for (const { file, reason } of broken) {
		position += 1;
		yield { position, id: file, unreadable: reason };
	}
}

function readCapture(
	record: WarcRecord,
	address: string,
	options: WebArchiveOptions,
	store: ResponseStore,
): Omit<ImportedArticle, "position"> | Omit<UnreadableItem, "position"> {
	if (record.isTooLarge) return { unreadable: strings.recordTooLarge(formatBytes(maxRecordBytes)) };
	try {
		const response = responseOf(record);
		const html = decodePage(
			response?.body() ?? Buffer.alloc(0),
			options.profile?.encoding ?? response?.charset,
		);
		const reading = readPage(html, { address, ...(options.profile ? { profile: options.profile } : {}) });
		if ("unreadable" in reading) return reading;
		const { files = [] } = reading.article;
		const withBytes = files.map((file) => fileWithBytes(file, address, options, store));
		return { ...reading.article, ...(files.length > 0 ? { files: withBytes } : {}) };
	} catch (error) {
		if (error instanceof SourceError) return { unreadable: error.message };
		throw error;
	}
}

function fileWithBytes(
	file: ImportedFile,
	base: string,
	{ find }: WebArchiveOptions,
	store: ResponseStore,
): ImportedFile {
	const address = URL.canParse(file.reference, base) ? new URL(file.reference, base).href : file.reference;
	const read = store.reader(keyOf(address)) ?? find?.(address);
	return read ? { ...file, read } : file;
}

/** The responses of a file, up to the first broken record. */
async function* responses(file: WarcFile) {
	let number = 0;
	try {
		for await (const record of warcRecords(await file.open(), file.name, isResponse)) {
			number += 1;
			if (isResponse(record.headers)) yield { record, number };
		}
	} catch (error) {
		if (!(error instanceof SourceError)) throw error;
	}
}

async function survey(files: readonly WarcFile[]) {
	const pages = new Map<string, Capture>();
	const broken: { file: string; reason: string }[] = [];
	const revisited = new Map<string, string>();
	const store = new ResponseStore();
	for (const [index, file] of files.entries()) {
		let number = 0;
		try {
			for await (const record of warcRecords(await file.open(), file.name, isResponse)) {
				number += 1;
				if (isRevisit(record.headers)) revisited.set(keyOf(addressOf(record)), file.name);
				if (!isResponse(record.headers)) continue;
				const key = keyOf(addressOf(record));
				const response = record.isTooLarge ? undefined : responseOf(record);
				if (response && response.status !== 200) continue;
				const date = record.headers.get("warc-date") ?? "";
				const isNewest = (pages.get(key)?.date ?? "") <= date;
				if ((!response || page.test(response.type)) && isNewest)
					pages.set(key, { date, file: index, record: number });
				else if (response && !machinery.test(response.type)) keep(store, key, response);
			}
		} catch (error) {
			if (!(error instanceof SourceError) || number === 0) throw error;
			broken.push({ file: file.name, reason: error.message });
		}
	}
	const missing = [...revisited].filter(([key]) => !pages.has(key) && !store.reader(key));
	const [first] = missing;
	if (first)
		broken.push({
			file: first[1],
			reason: strings.onlyRevisited(formatNumber(missing.length), first[0]),
		});
	return { pages, store, broken };
}

function keep(store: ResponseStore, key: string, response: HttpResponse): void {
	try {
		store.add(key, response.body());
	} catch (error) {
		// Treat it as a picture that is not available.
		if (!(error instanceof SourceError)) throw error;
	}
}

/** The record's HTTP response, or a resource that was archived without one. */
function responseOf({ headers, content }: WarcRecord): HttpResponse | undefined {
	return headers.get("warc-type") === "resource"
		? readResource(headers.get("content-type") ?? "", content)
		: readHttpResponse(content);
}

function isResponse(headers: ReadonlyMap<string, string>): boolean {
	const isKind = /^(?:response|resource)$/.test(headers.get("warc-type") ?? "");
	return isKind && /^<?https?:/i.test(headers.get("warc-target-uri") ?? "");
}

/** Addresses of resources that no article is made of. */
const resourceName = /\.(?:css|js|json|xml|ico|png|jpe?g|gif|webp|svg|woff2?|ttf|mp[34]|pdf)(?:\?|$)/i;

/** A record that refers to an earlier capture of the same page, which may be in another archive. */
function isRevisit(headers: ReadonlyMap<string, string>): boolean {
	const address = headers.get("warc-target-uri") ?? "";
	return headers.get("warc-type") === "revisit" && /^<?https?:/i.test(address) && !resourceName.test(address);
}

function addressOf({ headers }: WarcRecord): string {
	return (headers.get("warc-target-uri") ?? "").replace(/^<|>$/g, "");
}

/** The key of an address: addresses that differ only in their fragment are the same. */
function keyOf(address: string): string {
	return address.replace(/#.*$/, "");
}
