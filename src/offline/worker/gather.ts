/** Asks the site what belongs to a kept set. */
import { finderAddress, pageListAddress, searchAddress } from "../../model/addresses.ts";
import { type PageList, pageListVersion } from "../../model/page-list.ts";
import { fileListPath, type ListedFile } from "../../search/finder/file-list.ts";
import { type SegmentList, segmentListPath } from "../../search/finder/format.ts";
import {
	articlesIn,
	attachmentsOf,
	countArticles,
	monthOfAddress,
	numberedPages,
	pagesAmong,
	pagesOf,
	picturesOf,
} from "../set-contents.ts";
import {
	ChangedMeanwhileError,
	GoneError,
	type IndexFile,
	storeSegmentList,
	storeUnlistedPage,
	type WantedFiles,
} from "./file-store.ts";

export interface Gathered extends WantedFiles {
	readonly articles: number;
	readonly isCut: boolean;
}

/** The current files of an article, a day, a month or a list. @throws GoneError, errors of `fetch` */
export async function gather(id: string, signal: AbortSignal): Promise<Gathered> {
	if (id === searchAddress) return await gatherFinder(signal);
	const month = monthOfAddress(id);
	if (month === undefined) return await gatherList(id, signal);
	const list = await fetchList(month, signal);
	// A list that is missing will come: the site is being published, or has another version.
	if (!list) throw new ChangedMeanwhileError(id);
	const pages = pagesOf(id, list);
	if (pages.length === 0) throw new GoneError(id);
	return {
		pages,
		pictures: picturesOf(pages),
		attachments: attachmentsOf(pages),
		index: [],
		articles: countArticles(pages),
		isCut: false,
	};
}

/** The pages of lists are not in the monthly lists. They are few, and most never change. */
async function gatherList(id: string, signal: AbortSignal): Promise<Gathered> {
	const landing = await storeUnlistedPage(id, signal);
	const { addresses, isCut } = numberedPages(id, landing.html);
	const listPages = [landing];
	for (const address of addresses) listPages.push(await storeUnlistedPage(address, signal));
	const articles = listPages.flatMap(({ html }) => articlesIn(html));
	const months = new Set(articles.flatMap((address) => monthOfAddress(address) ?? []));
	const lists: PageList[] = [];
	for (const month of months) {
		const list = await fetchList(month, signal);
		if (list) lists.push(list);
	}
	const pages = pagesAmong(articles, lists);
	return {
		pages: [...listPages.map(({ html: _, ...page }) => page), ...pages],
		pictures: picturesOf(pages),
		attachments: attachmentsOf(pages),
		index: [],
		articles: countArticles(pages),
		isCut,
	};
}

/** Most files of the index that a phone keeps, as each is a separate request. The newest segments come first. */
const mostIndexFiles = 20_000;

/** The search page with the whole index. */
async function gatherFinder(signal: AbortSignal): Promise<Gathered> {
	const { html: _, ...page } = await storeUnlistedPage(searchAddress, signal);
	const { file, text } = await storeSegmentList(finderAddress + segmentListPath, signal);
	const [, { segments }] = JSON.parse(text) as [unknown, SegmentList];
	const index: IndexFile[] = [file];
	let articles = 0;
	let isCut = false;
	for (const part of ["labels", ...segments.map(({ id }) => id).reverse()]) {
		const response = await fetch(finderAddress + fileListPath(part), { signal, cache: "no-cache" });
		if (!response.ok) throw new ChangedMeanwhileError(part);
		const files = (await response.json()) as readonly ListedFile[];
		if (index.length + files.length > mostIndexFiles) {
			isCut = true;
			continue;
		}
		for (const [path, size, sum] of files) index.push({ address: finderAddress + path, size, sum });
		articles += segments.find(({ id }) => id === part)?.documents ?? 0;
	}
	return { pages: [page], pictures: [], attachments: [], index, articles, isCut };
}

/** Undefined if the month has no list, or one of a newer version. */
async function fetchList(month: string, signal: AbortSignal): Promise<PageList | undefined> {
	const address = pageListAddress(month);
	const response = await fetch(address, { signal, cache: "no-cache" });
	if (response.status === 404) return undefined;
	if (!response.ok) throw new Error(`${address}: ${response.status}`);
	const list = (await response.json()) as PageList;
	return list.version === pageListVersion ? list : undefined;
}
