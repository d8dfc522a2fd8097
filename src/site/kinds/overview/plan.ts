import { type MessageKey, say } from "../../../messages/index.ts";
import {
	archiveAddress,
	archiveSearchAddress,
	atomAddress,
	committeeAddress,
	englishAddress,
	homeAddress,
	jsonFeedAddress,
	keptAddress,
	latestAddress,
	overviewAddress,
	provinceAddress,
	recordsAddresses,
	searchAddress,
	storyListAddresses,
	writeLetterAddress,
} from "../../../model/addresses.ts";
import type { UrlPath } from "../../../model/ids.ts";
import type { RecordCollection } from "../../../model/record-names.ts";
import { hasEnglish } from "../../../model/translations.ts";
import { compareVietnamese } from "../../../text/index.ts";
import type { PlanContext } from "../../plan/context.ts";
import { type Output, output } from "../../plan/output.ts";
import type { LinkView, OverviewView } from "../../views.ts";

/** The site map. */
export function overviewPage(context: PlanContext): Output {
	return output("overview", overviewAddress, () => overviewView(context));
}

/** The collections with a list of their own, and its name. */
const listedRecords = [
	["official-documents", "officialDocuments.title"],
	["schedules", "schedule.title"],
	["units", "organisation.title"],
	["questions", "questions.title"],
] as const satisfies readonly (readonly [RecordCollection, MessageKey])[];

function overviewView(context: PlanContext): OverviewView {
	const { portal, index } = context;
	const { site, records } = portal;
	const link = (key: MessageKey, address: UrlPath): LinkView => ({
		label: say(context, key as "home"),
		address,
	});
	const news = [
		link("footer.latest", latestAddress),
		...[...index.byForm.keys()].map((form) => link(`stories.${form}`, storyListAddresses[form])),
		...(records.events.size > 0 ? [link("events.title", recordsAddresses.events)] : []),
		...(hasEnglish(site, portal.pages) ? [link("english.switch", englishAddress)] : []),
	];
	const office = [
		...listedRecords
			.filter(([name]) => records[name].size > 0)
			.map(([name, title]) => link(title, recordsAddresses[name])),
		...portal.pages.flatMap(({ title, address, translationOf }) =>
			translationOf ? [] : [{ label: title, address }],
		),
		...(site.voice.letters ? [link("letter.title", writeLetterAddress)] : []),
	];
	const committees = [...portal.committees.values()].map(({ id, name }) => ({
		label: name,
		address: committeeAddress(id),
	}));
	const provinces = [...index.byProvincePage.keys()].map((slug) => ({
		label: portal.provinces.withSlug(slug).at(-1)?.name ?? slug,
		address: provinceAddress(slug),
	}));
	const find = [
		...(site.features.search
			? [link("searchPage.title", searchAddress), link("archiveSearch.title", archiveSearchAddress)]
			: []),
		link("footer.archive", archiveAddress),
		...(site.features.offline ? [link("footer.kept", keptAddress)] : []),
		link("footer.atom", atomAddress(homeAddress)),
		link("footer.jsonFeed", jsonFeedAddress(homeAddress)),
	];
	const part = (label: MessageKey, links: readonly LinkView[]) => ({
		label: say(context, label as "home"),
		links,
	});
	return {
		parts: [
			part("overview.news", news),
			part("overview.office", office),
			part("overview.find", find),
			part("overview.committees", committees.sort(byLabel)),
			part("overview.provinces", provinces.sort(byLabel)),
		].filter(({ links }) => links.length > 0),
	};
}

function byLabel(one: LinkView, other: LinkView): number {
	return compareVietnamese(one.label, other.label);
}
