/** Makes unfinished records fit for a page: missing and invalid fields are left out, or have the emptiest value. */
import { readData, readEntryText } from "../../content/index.ts";
import { questionTopicAddress, recordAddress, recordsAddresses } from "../../model/addresses.ts";
import { dayOf, type IsoDateTime, type IsoDay, type Slug, type UrlPath } from "../../model/ids.ts";
import type { Portal } from "../../model/portal.ts";
import { mostQuestionsOfPage, slugOfTopic } from "../../model/question.ts";
import type { RecordCollection } from "../../model/record-names.ts";
import { type RecordOf, recordCollections } from "../../model/records.ts";

type AnyRecord = RecordOf<RecordCollection>;

/** What a page cannot do without. */
const emptiest: { readonly [Name in RecordCollection]: (today: IsoDay) => object } = {
	"official-documents": (today) => ({
		number: "",
		kind: "other-document",
		date: today,
		summary: "",
		issuer: "",
		files: [],
		replaces: [],
		amends: [],
	}),
	events: () => ({ name: "" }),
	schedules: (today) => ({ week: today, items: [] }),
	units: () => ({ name: "" }),
	people: () => ({ name: "", posts: [] }),
	banners: () => ({ name: "", place: "top" }),
	questions: (today) => ({ question: "", answer: "", date: today, documents: [], articles: [] }),
};

/** Texts that may still be too short for the schema and are shown as far as they are typed. */
const shownAsTyped = ["number", "summary", "issuer", "name", "question"];

/** @param now of which a missing day is taken */
export function unfinishedRecord(
	collection: RecordCollection,
	{ id, bytes }: { readonly id: Slug; readonly bytes: Buffer },
	now: IsoDateTime,
): AnyRecord {
	const file = `${collection}/${id}.yml`;
	const { entry } = readEntryText(file, recordCollections[collection].kind, bytes);
	const written = readData(file, bytes).document?.fields ?? {};
	const typed = shownAsTyped.flatMap((name) => {
		const value = written[name];
		return typeof value === "string" ? [[name, value]] : [];
	});
	const right = Object.entries(entry.fields as object).map(([name, value]) => [
		name,
		// Wrong items are absent.
		Array.isArray(value) ? value.filter(() => true) : value,
	]);
	return {
		...emptiest[collection](dayOf(now)),
		...Object.fromEntries(typed),
		...Object.fromEntries(right),
		id,
		file,
		digest: entry.digest,
	} as AnyRecord;
}

/** The portal with a record in its future place: records stand in the order of their files. */
export function withRecord(portal: Portal, collection: RecordCollection, record: AnyRecord): Portal {
	const others = [...portal.records[collection].values()].filter(({ id }) => id !== record.id);
	const inOrder = [...others, record].sort((one, other) => (one.file < other.file ? -1 : 1));
	return {
		...portal,
		records: { ...portal.records, [collection]: new Map(inOrder.map((each) => [each.id, each])) },
	};
}

/**
 * The page on which readers see a record: its own, that of the unit in which a person has a post, that of a
 * question's topic, or the home page.
 */
export function addressOfRecord(
	portal: Portal,
	collection: RecordCollection,
	record: AnyRecord,
): UrlPath | undefined {
	if (collection === "questions") {
		const { topic } = record as RecordOf<"questions">;
		return portal.records.questions.size > mostQuestionsOfPage
			? questionTopicAddress(slugOfTopic(topic))
			: recordsAddresses.questions;
	}
	if (collection !== "people") return recordAddress(collection, record.id);
	const { posts } = record as RecordOf<"people">;
	const known = posts.filter(({ unit }) => portal.records.units.has(unit));
	const post = known.find(({ until }) => until === undefined) ?? known[0];
	return post && recordAddress("units", post.unit);
}
