import { join } from "node:path";
import type { FinderDocument } from "../finder/document.ts";
import type { Segment } from "../finder/format.ts";
import { documentsPerFile, shownPath } from "../finder/format.ts";
import { hashOfPair, hashText } from "../finder/hash.ts";
import type { Rewritings } from "../finder/rewritings.ts";
import { packDocuments } from "../finder/shown-documents.ts";
import { DictionaryCollector } from "./dictionary.ts";
import { DocumentTerms } from "./document-terms.ts";
import { encodeText } from "./encode-text.ts";
import { filterWord, noWord, postingOf } from "./posting-records.ts";
import { PostingRuns } from "./posting-runs.ts";
import type { OnFile } from "./segment-folder.ts";
import { SegmentFolder } from "./segment-folder.ts";
import { rollingSources, settledSource } from "./source-layout.ts";
import { writeBuckets } from "./write-buckets.ts";

export interface SegmentOptions {
	/** Its folder's name. */
	readonly id: string;
	/** Whether articles are still being added: then each published article changes few of its files. */
	readonly isNewest: boolean;
	/** Whether it contains the index's dictionary. */
	readonly hasDictionary: boolean;
	/** The root of the index; created if missing. */
	readonly directory: string;
	/** An existing folder for data that does not fit into memory. */
	readonly temporaryDirectory: string;
	readonly rewritings: Rewritings;
	/**
	 * Whether pairs store their followers. Without them, the index is a quarter smaller, but phrases of three and more
	 * words are distinguished from scattered ones only by their pairs.
	 *
	 * @default true
	 */
	readonly followers?: boolean;
	readonly onFile?: OnFile;
}

/**
 * Writes one segment of the index. The same documents in the same order give the same bytes.
 *
 * @param documents oldest first
 */
export async function writeSegment(
	documents: AsyncIterable<FinderDocument> | Iterable<FinderDocument>,
	{
		id,
		isNewest,
		hasDictionary,
		directory,
		temporaryDirectory,
		rewritings,
		followers: hasFollowers = true,
		onFile,
	}: SegmentOptions,
): Promise<Segment> {
	const terms = new DocumentTerms(rewritings);
	const open = (name: string) => ({
		runs: new PostingRuns(join(temporaryDirectory, `${id}-${name}.tmp`)),
		postings: 0,
	});
	const all = open("all");
	const single = isNewest ? all : open("single");
	const pair = isNewest ? all : open("pair");
	const filter = isNewest ? all : open("filter");
	const folder = new SegmentFolder(directory, onFile);
	const years: [string, number][] = [];
	const numberings = [hashText(id)];
	const shown: Uint8Array[] = [];
	let group: FinderDocument[] = [];
	let count = 0;
	for await (const document of documents) {
		const number = count++;
		const year = document.date.slice(0, 4);
		if (years.at(-1)?.[0] !== year) years.push([year, number]);
		numberings.push(hashOfPair(numberings[number] ?? 0, hashText(document.address)));
		group.push(document);
		if (group.length === documentsPerFile) {
			shown.push(encodeText(packDocuments(group)));
			group = [];
		}
		terms.count(document, (hash, first, second, level, followers) => {
			const part = second === noWord ? single : second === filterWord ? filter : pair;
			part.runs.add(hash, first, second, postingOf(number, level), hasFollowers ? followers : 0);
			part.postings++;
		});
	}
	if (group.length > 0) shown.push(encodeText(packDocuments(group)));
	const shownNumberings = isNewest
		? shown.map((_, index) => numberings[Math.min(count, (index + 1) * documentsPerFile)] ?? 0)
		: numberings.slice(-1);
	for (const [index, content] of shown.entries())
		folder.write(
			shownPath(id, index * documentsPerFile),
			shownNumberings[isNewest ? index : 0] ?? 0,
			content,
		);
	const jobs = isNewest
		? [{ runs: all.runs, sources: rollingSources(numberings) }]
		: (["single", "pair", "filter"] as const).map((name) => {
				const { runs, postings } = { single, pair, filter }[name];
				return { runs, sources: [settledSource(name, postings, numberings)] };
			});
	const dictionary = new DictionaryCollector(terms.spellings);
	for (const { runs, sources } of jobs)
		writeBuckets(folder, {
			id,
			sources,
			runs,
			words: terms.spellings,
			...(hasDictionary && { onFrequent: dictionary.add.bind(dictionary) }),
		});
	return {
		...(hasDictionary && { dictionary: dictionary.write(folder, id, numberings.at(-1) ?? 0) }),
		id,
		documents: count,
		years,
		shown: shownNumberings,
		sources: jobs.flatMap(({ sources }) => sources.map(({ source }) => source)),
	};
}
