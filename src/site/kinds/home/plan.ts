import { homeAddress, provinceAddress } from "../../../model/addresses.ts";
import { isExpired } from "../../../model/article.ts";
import type { Slug } from "../../../model/ids.ts";
import { dayOf } from "../../../model/ids.ts";
import { compareVietnamese } from "../../../text/index.ts";
import type { Entry } from "../../plan/archive-index.ts";
import { visible } from "../../plan/archive-index.ts";
import { card, wideCard } from "../../plan/cards.ts";
import type { PlanContext } from "../../plan/context.ts";
import { calendarView } from "../../plan/dated-pages.ts";
import { committeeLink } from "../../plan/names.ts";
import { type Output, output } from "../../plan/output.ts";
import type { HomeView } from "../../views.ts";

const featuredCount = 3;
const latestCount = 10;
const committeeCount = 5;
const committeeCards = 4;
const photoStoryCount = 4;
/** Pictures that make a story a photo story. */
const photoStoryPictures = 3;
/** How many of the newest articles may stand on the front page as featured or photo stories. */
const reach = 400;

/** The front page. */
export function homePage(context: PlanContext): Output {
	return output("home", homeAddress, () => homeView(context));
}

function homeView(context: PlanContext): HomeView {
	const { portal, index } = context;
	const recent = visible(index.all.slice(-reach))
		.reverse()
		.filter(({ article }) => !isExpired(article, portal.now));
	const stars = recent.filter(({ article }) => article.featured);
	const lead = stars[0] ?? recent[0];
	const featured = stars.slice(1, 1 + featuredCount);
	const shown = new Set<Entry | undefined>([lead, ...featured]);
	const latest = recent.filter((entry) => !shown.has(entry)).slice(0, latestCount);
	const newest = recent[0] ?? index.all.at(-1);
	return {
		...(lead && { lead: wideCard(context, lead) }),
		featured: featured.map((entry) => card(context, entry)),
		latest: latest.map((entry) => card(context, entry)),
		committees: homeCommittees(context).flatMap((id) => {
			const committee = committeeLink(portal, id);
			const entries = visible(index.byCommittee.get(id) ?? [])
				.filter((entry) => !shown.has(entry))
				.slice(-committeeCards);
			if (!committee || entries.length === 0) return [];
			return [{ committee, cards: entries.reverse().map((entry) => card(context, entry)) }];
		}),
		provinces: [...index.byProvincePage]
			.flatMap(([slug, entries]) => {
				const unit = portal.provinces.withSlug(slug).at(-1);
				const exists = unit && (unit.to === undefined || unit.to >= dayOf(portal.now));
				return exists
					? [{ label: unit.name, address: provinceAddress(slug), count: visible(entries).length }]
					: [];
			})
			.sort((a, b) => compareVietnamese(a.label, b.label)),
		photoStories: recent
			.filter((entry) => entry.article.bodyImages.length >= photoStoryPictures)
			.slice(0, photoStoryCount)
			.map((entry) => ({ ...card(context, entry), pictures: entry.article.bodyImages.length })),
		...(newest && portal.site.features.calendar
			? { calendar: calendarView(context, dayOf(newest.article.date).slice(0, 7)) }
			: {}),
	};
}

/** The committees that the settings name, or those that published most. */
function homeCommittees({ portal, index }: PlanContext): readonly Slug[] {
	if (portal.site.homeCommittees.length > 0) return portal.site.homeCommittees;
	return [...index.byCommittee]
		.sort(([idA, a], [idB, b]) => b.length - a.length || (idA < idB ? -1 : 1))
		.slice(0, committeeCount)
		.map(([id]) => id);
}
