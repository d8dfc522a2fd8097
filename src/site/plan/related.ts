/**
 * Which stories stand below an article: those that the editor named; where none, older ones about the same. Only older
 * ones, so that a later article never changes the page of an earlier one.
 */
import { analyse } from "../../text/index.ts";
import { type Entry, visible } from "./archive-index.ts";
import type { PlanContext } from "./context.ts";

const relatedCount = 3;
/** How far back among a tag's articles a related one is looked for. */
const tagReach = 16;
/** How far back among those of the same committee and of the same province. */
const placeReach = 60;
/** How far back among all. */
const reach = 200;
/** The weights of a shared committee and a shared province. A word that few titles have counts up to 6. */
const committeeWeight = 1.5;
const provinceWeight = 1;
/** Less than that is chance: one pair of words that many titles have. */
const leastScore = 3;

/** Both the inputs and the view of a page ask for them. */
const known = new WeakMap<Entry, readonly Entry[]>();

/** Places of the related articles that the editor named; undefined for those that readers cannot see yet. */
export function placesNamed({ index }: PlanContext, { article }: Entry): (number | undefined)[] {
	return article.related.map((id) => index.byId.get(id)?.place);
}

export function relatedTo(context: PlanContext, entry: Entry): readonly Entry[] {
	let related = known.get(entry);
	if (!related) {
		related = findRelated(context, entry);
		known.set(entry, related);
	}
	return related;
}

function findRelated({ index }: PlanContext, entry: Entry): readonly Entry[] {
	const named = entry.article.related.flatMap((id) => index.byId.get(id) ?? []);
	if (named.length > 0) return visible(named);
	const byTags = sharingTags(index, entry);
	if (byTags.length === relatedCount) return byTags;
	const others = alike(index, entry).filter((other) => !byTags.includes(other));
	return [...byTags, ...others].slice(0, relatedCount);
}

type Index = PlanContext["index"];

/** The older ones that share the most tags, the most recent first. */
function sharingTags(index: Index, entry: Entry): Entry[] {
	const shared = new Map<Entry, number>();
	for (const [at, tag] of entry.tags.entries()) {
		const before = (index.byTag.get(tag) ?? []).slice(
			Math.max(0, (entry.tagPlaces[at] ?? 0) - tagReach),
			entry.tagPlaces[at] ?? 0,
		);
		for (const candidate of visible(before)) shared.set(candidate, (shared.get(candidate) ?? 0) + 1);
	}
	return best(shared);
}

/** Articles of the same committee and province whose titles have the same uncommon pair of words. */
function alike(index: Index, entry: Entry): Entry[] {
	const { committee, province } = entry.article;
	const candidates = new Set<Entry>([
		...visible(index.all.slice(Math.max(0, entry.place - reach), entry.place)),
		...(committee ? before(index.byCommittee.get(committee) ?? [], entry) : []),
		...(province ? before(index.byProvincePage.get(province) ?? [], entry) : []),
	]);
	const own = pairsOf(entry);
	const frequency = new Map<string, number>();
	for (const candidate of candidates) {
		for (const pair of pairsOf(candidate)) {
			if (own.has(pair)) frequency.set(pair, (frequency.get(pair) ?? 0) + 1);
		}
	}
	const scores = new Map<Entry, number>();
	for (const candidate of candidates) {
		let score = 0;
		for (const pair of pairsOf(candidate)) {
			if (own.has(pair)) score += Math.log2((candidates.size + 1) / (frequency.get(pair) ?? 1));
		}
		if (committee && candidate.article.committee === committee) score += committeeWeight;
		if (province && candidate.article.province === province) score += provinceWeight;
		if (score >= leastScore) scores.set(candidate, score);
	}
	return best(scores);
}

/** The last few entries of a list before a given entry; the list is oldest first. */
function before(entries: readonly Entry[], { place }: Entry): Entry[] {
	let [low, high] = [0, entries.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((entries[middle]?.place ?? 0) < place) low = middle + 1;
		else high = middle;
	}
	return visible(entries.slice(Math.max(0, low - placeReach), low));
}

/** Those with the highest score, among equals the most recent. */
function best(scores: ReadonlyMap<Entry, number>): Entry[] {
	const found: { readonly entry: Entry; readonly score: number }[] = [];
	for (const [entry, score] of scores) {
		let rank = found.length;
		for (; rank > 0; rank--) {
			const other = found[rank - 1];
			if (!other || other.score > score) break;
			if (other.score === score && other.entry.place > entry.place) break;
		}
		if (rank < relatedCount) found.splice(rank, 0, { entry, score });
		if (found.length > relatedCount) found.pop();
	}
	return found.map(({ entry }) => entry);
}

/** Of the entries that were asked for last: pages are planned in the order of time, and memory is to stay flat. */
const pairs = new Map<Entry, ReadonlySet<string>>();
const keptPairs = 2000;

/** The pairs of neighbouring words in a title, as search knows them. */
function pairsOf(entry: Entry): ReadonlySet<string> {
	let found = pairs.get(entry);
	if (!found) {
		const words = analyse(entry.article.title).filter(({ isWhole }) => !isWhole);
		found = new Set(
			words.flatMap((word, at) =>
				at > 0 && word.followsOn ? [`${words[at - 1]?.exact} ${word.exact}`] : [],
			),
		);
		pairs.set(entry, found);
		if (pairs.size > keptPairs) {
			for (const oldest of pairs.keys()) {
				pairs.delete(oldest);
				if (pairs.size <= keptPairs / 2) break;
			}
		}
	}
	return found;
}
