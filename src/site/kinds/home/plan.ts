import { homeAddress, provinceAddress } from "../../../model/addresses.ts";
import { isExpired } from "../../../model/article.ts";
import type { Slug } from "../../../model/ids.ts";
import { dayOf } from "../../../model/ids.ts";
import { isInStoryList, type StoryList } from "../../../model/story.ts";
import { compareVietnamese } from "../../../text/index.ts";
import type { Entry } from "../../plan/archive-index.ts";
import { visible } from "../../plan/archive-index.ts";
import { bannersIn } from "../../plan/banners.ts";
import { calendarView } from "../../plan/calendar.ts";
import { card, wideCard } from "../../plan/cards.ts";
import type { PlanContext } from "../../plan/context.ts";
import { committeeLink, tagLink } from "../../plan/names.ts";
import { optional } from "../../plan/optional.ts";
import { type Output, output } from "../../plan/output.ts";
import type { HomeView, LinkView } from "../../views.ts";
import { homeRecords } from "./home-records.ts";

const featuredCount = 3;
const latestCount = 10;
const committeeCount = 5;
/**
 * The number of sections below the newest stories. If too few committees have articles, tags and provinces are added.
 */
const sectionCount = 6;
const sectionCards = 4;
/** A tag or a province with fewer recent articles gets no section. */
const leastOfSection = 3;
/** Without sections, this many more of the newest stories are shown instead. */
const moreCount = 8;
/** The lead story is the first with a picture among this many of the newest. */
const leadReach = 8;
/** The number of photo stories on the home page, and of stories with a video. */
const storyCount = 4;
const mostReadCount = 5;
/** The number of newest articles that are examined for featured stories, photo stories and videos. */
const reach = 400;

/** The home page. */
export function homePage(context: PlanContext): Output {
	return output("home", homeAddress, () => homeView(context));
}

function homeView(context: PlanContext): HomeView {
	const { portal, index, archives = [] } = context;
	const recent = visible(index.all.slice(-reach))
		.reverse()
		.filter(({ article }) => !isExpired(article, portal.now));
	const stars = recent.filter(({ article }) => article.featured);
	const lead = stars[0] ?? recent.slice(0, leadReach).find(({ article }) => article.image) ?? recent[0];
	const shown = new Set<Entry>(lead ? [lead] : []);
	const notShown = (count: number) => {
		const next = recent.filter((entry) => !shown.has(entry)).slice(0, count);
		for (const entry of next) shown.add(entry);
		return next;
	};
	const starred = stars.slice(1, 1 + featuredCount);
	for (const entry of starred) shown.add(entry);
	const featured = [...starred, ...notShown(featuredCount - starred.length)];
	const leading = new Set(shown);
	const latest = notShown(latestCount);
	const sections = homeSections(context, recent, leading);
	const more = sections.length === 0 ? notShown(moreCount) : [];
	const newest = recent[0] ?? index.all.at(-1);
	return {
		...optional("banners", bannersIn(context)),
		...(lead && { lead: wideCard(context, lead) }),
		featured: featured.map((entry) => card(context, entry)),
		latest: latest.map((entry) => card(context, entry)),
		sections,
		more: more.map((entry) => card(context, entry)),
		provinces: presentProvinces(context)
			.map(({ slug, name, entries }) => ({
				label: name,
				address: provinceAddress(slug),
				count: visible(entries).length,
			}))
			.sort((a, b) => compareVietnamese(a.label, b.label)),
		photoStories: storiesOf(context, recent, "photos"),
		videoStories: storiesOf(context, recent, "videos"),
		...mostReadView(context),
		...optional("records", homeRecords(context)),
		...(archives.length > 0 && { offersArchives: true as const }),
		...(newest && portal.site.features.calendar
			? { calendar: calendarView(context, dayOf(newest.article.date).slice(0, 7)) }
			: {}),
	};
}

function storiesOf(
	context: PlanContext,
	recent: readonly Entry[],
	list: StoryList,
): HomeView["photoStories"] {
	return recent
		.filter(({ article }) => isInStoryList(article, list))
		.slice(0, storyCount)
		.map((entry) => card(context, entry));
}

function mostReadView({ portal, index, mostRead = [] }: PlanContext): Pick<HomeView, "mostRead"> {
	const known = visible(mostRead.flatMap((id) => index.byId.get(id) ?? [])).slice(0, mostReadCount);
	if (!portal.site.voice.views || known.length === 0) return {};
	return { mostRead: known.map(({ article }) => ({ label: article.title, address: article.address })) };
}

/**
 * The sections below the newest stories: committees and, if too few have articles, the most frequent tags of the newest
 * articles, then their provinces. No story is in two sections of tags or provinces.
 */
function homeSections(
	context: PlanContext,
	recent: readonly Entry[],
	leading: ReadonlySet<Entry>,
): HomeView["sections"] {
	const { portal, index } = context;
	const sections: HomeView["sections"][number][] = [];
	const taken = new Set(leading);
	const add = (heading: LinkView | undefined, newestFirst: readonly Entry[], least: number) => {
		const cards = newestFirst.slice(0, sectionCards);
		if (!heading || cards.length < least) return;
		for (const entry of cards) taken.add(entry);
		sections.push({ heading, cards: cards.map((entry) => card(context, entry)) });
	};
	for (const id of homeCommittees(context)) {
		const entries = visible(index.byCommittee.get(id) ?? []).filter(
			(entry) => !leading.has(entry) && !isExpired(entry.article, portal.now),
		);
		add(committeeLink(portal, id), entries.slice(-sectionCards).reverse(), 1);
	}
	const byTag = mostFrequent(recent, (entry) => entry.tags);
	const byProvince = mostFrequent(recent, provincesOf(context));
	for (const [kind, groups] of [
		["tag", byTag],
		["province", byProvince],
	] as const) {
		for (const [slug, entries] of groups) {
			if (sections.length >= sectionCount) break;
			const heading = kind === "tag" ? tagLink(portal, slug) : provinceHeading(context, slug);
			add(
				heading,
				entries.filter((entry) => !taken.has(entry)),
				leastOfSection,
			);
		}
	}
	return sections;
}

/** Groups entries by subject, the most frequent first. */
function mostFrequent(
	entries: readonly Entry[],
	aboutOf: (entry: Entry) => readonly Slug[],
): [Slug, Entry[]][] {
	const groups = new Map<Slug, Entry[]>();
	for (const entry of entries) {
		for (const about of aboutOf(entry)) groups.set(about, [...(groups.get(about) ?? []), entry]);
	}
	return [...groups]
		.filter(([, group]) => group.length >= leastOfSection)
		.sort(([slugA, a], [slugB, b]) => b.length - a.length || (slugA < slugB ? -1 : 1));
}

/** The current provinces whose pages list an entry. */
function provincesOf(context: PlanContext): (entry: Entry) => readonly Slug[] {
	const pages = new Map<Entry, Slug[]>();
	for (const { slug, entries } of presentProvinces(context)) {
		for (const entry of entries.slice(-reach)) pages.set(entry, [...(pages.get(entry) ?? []), slug]);
	}
	return (entry) => pages.get(entry) ?? [];
}

function provinceHeading({ portal }: PlanContext, slug: Slug): LinkView {
	return { label: portal.provinces.withSlug(slug).at(-1)?.name ?? slug, address: provinceAddress(slug) };
}

/** The pages of provinces that exist today, with their articles. */
function presentProvinces({ portal, index }: PlanContext) {
	return [...index.byProvincePage].flatMap(([slug, entries]) => {
		const unit = portal.provinces.withSlug(slug).at(-1);
		const exists = unit && (unit.to === undefined || unit.to >= dayOf(portal.now));
		return exists ? [{ slug, name: unit.name, entries }] : [];
	});
}

/** The committees that the settings name, or those with most articles. */
function homeCommittees({ portal, index }: PlanContext): readonly Slug[] {
	if (portal.site.homeCommittees.length > 0) return portal.site.homeCommittees;
	return [...index.byCommittee]
		.sort(([idA, a], [idB, b]) => b.length - a.length || (idA < idB ? -1 : 1))
		.slice(0, committeeCount)
		.map(([id]) => id);
}
