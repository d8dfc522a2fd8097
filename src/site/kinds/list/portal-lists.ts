/** The lists of tags, authors, committees, provinces and of everything. */

import { say } from "../../../messages/index.ts";
import {
	authorAddress,
	committeeAddress,
	latestAddress,
	provinceAddress,
	recordAddress,
	storyListAddresses,
	tagAddress,
} from "../../../model/addresses.ts";
import { asWritten } from "../../../model/as-written.ts";
import type { Author } from "../../../model/author.ts";
import { signatureOf } from "../../../model/author.ts";
import type { Committee } from "../../../model/committee.ts";
import type { Slug } from "../../../model/ids.ts";
import { dayOf } from "../../../model/ids.ts";
import type { ProvinceUnit } from "../../../model/province.ts";
import { fullNameOf, type Provinces } from "../../../model/provinces.ts";
import { compareVietnamese } from "../../../text/index.ts";
import type { Entry } from "../../plan/archive-index.ts";
import { bannersIn } from "../../plan/banners.ts";
import { card, figure } from "../../plan/cards.ts";
import type { PlanContext } from "../../plan/context.ts";
import { committeeLink, fullNameLink, tagLink } from "../../plan/names.ts";
import { optional } from "../../plan/optional.ts";
import type { ListAboutView, ListEntryView } from "../../views.ts";
import type { GrowingList } from "./plan.ts";

/** Every list of the portal. Each has numbered pages, and some have feeds. */
export interface PortalList extends GrowingList {
	readonly hasFeeds: boolean;
}

export function* portalLists(context: PlanContext): Generator<PortalList> {
	const { portal, index } = context;
	const entryView = (entry: Entry): ListEntryView => card(context, entry);
	const banners = optional("banners", bannersIn(context, ["top", "foot"]));
	yield {
		landing: latestAddress,
		heading: say(context, "list.latestTitle"),
		about: { kind: "latest", scope: {} },
		entries: index.all,
		entryView,
		hasFeeds: false,
		...banners,
	};
	for (const [form, entries] of index.byForm) {
		yield {
			landing: storyListAddresses[form],
			heading: say(context, `stories.${form}`),
			about: { kind: form, scope: {} },
			entries,
			entryView,
			hasFeeds: true,
			look: "pictures",
		};
	}
	for (const [slug, entries] of index.byTag) {
		const tag = portal.tags.get(slug);
		yield {
			landing: tagAddress(slug),
			heading: tag?.name ?? slug,
			about: {
				kind: "tag",
				scope: { "tu-khoa": tagLink(portal, slug).label },
				...(tag ? asWritten("tag", tag) : { synonyms: [] }),
			},
			entries,
			entryView,
			hasFeeds: true,
		};
	}
	for (const [id, entries] of index.byAuthor) {
		const author = portal.authors.get(id);
		if (!author) continue;
		yield {
			landing: authorAddress(id),
			heading: signatureOf(author),
			about: aboutAuthor(context, author),
			entries,
			entryView,
			hasFeeds: false,
		};
	}
	for (const committee of portal.committees.values()) {
		yield {
			landing: committeeAddress(committee.id),
			heading: committee.name,
			about: aboutCommittee(context, committee),
			entries: index.byCommittee.get(committee.id) ?? [],
			entryView,
			hasFeeds: true,
			...banners,
		};
	}
	for (const event of portal.records.events.values()) {
		yield {
			landing: recordAddress("events", event.id),
			heading: event.name,
			about: {
				kind: "event",
				scope: {},
				...asWritten("event", event),
				...optional("picture", event.image && figure(context, event.file, event.image)),
			},
			entries: index.byEvent.get(event.id) ?? [],
			entryView,
			hasFeeds: true,
			look: "timeline",
		};
	}
	for (const [slug, entries] of index.byProvincePage) {
		yield {
			landing: provinceAddress(slug),
			heading: lastUnit(context, slug)?.name ?? slug,
			about: aboutProvince(context, slug),
			entries,
			entryView: (entry) => provinceEntry(context, slug, entry),
			hasFeeds: true,
		};
	}
}

function aboutAuthor(context: PlanContext, author: Author): ListAboutView {
	const photo = author.photo && figure(context, author.file, { src: author.photo, alt: signatureOf(author) });
	return {
		kind: "author",
		scope: { "tac-gia": signatureOf(author) },
		...asWritten("author", author),
		...optional("photo", photo || undefined),
	};
}

function aboutCommittee(context: PlanContext, committee: Committee): ListAboutView {
	const { portal } = context;
	const unit = committee.province && lastUnit(context, committee.province);
	return {
		kind: "committee",
		scope: { ban: [committee, ...committee.formerNames].map(({ name, shortName }) => shortName ?? name) },
		...asWritten("committee", committee),
		committeeKind: committee.kind,
		...(unit && context.index.byProvincePage.has(unit.slug)
			? { province: { label: unit.name, address: provinceAddress(unit.slug) } }
			: {}),
		...optional("successor", committee.successor && committeeLink(portal, committee.successor)),
		predecessors: [...portal.committees.values()]
			.filter(({ successor }) => successor === committee.id)
			.flatMap(({ id }) => committeeLink(portal, id) ?? []),
	};
}

function lastUnit({ portal }: PlanContext, slug: Slug): ProvinceUnit | undefined {
	return portal.provinces.withSlug(slug).at(-1);
}

function aboutProvince(context: PlanContext, slug: Slug): ListAboutView {
	const { portal, index } = context;
	const { provinces } = portal;
	const units = provinces.withSlug(slug);
	const last = units.at(-1);
	const successors = last ? provinces.current(last, dayOf(portal.now)) : [];
	const predecessors = new Set<Slug>();
	for (const { article } of index.byProvincePage.get(slug) ?? []) {
		if (article.province && article.province !== slug) predecessors.add(article.province);
	}
	return {
		kind: "province",
		scope: { tinh: namesOf(provinces, index.byProvincePage.get(slug) ?? []) },
		fullName: last ? fullNameOf(last) : slug,
		history: units.map((unit) => ({
			fullName: fullNameOf(unit),
			...optional("from", unit.from),
			...optional("to", unit.to),
			...optional("act", unit.act),
		})),
		...(successors.some((unit) => unit.slug !== slug) && { nowPartOf: successors.map(fullNameLink) }),
		predecessors: [...predecessors].sort().flatMap((former) => {
			const unit = lastUnit(context, former);
			return unit ? [{ label: unit.name, address: provinceAddress(former) }] : [];
		}),
	};
}

/** The names of the articles' provinces, each as of its article's day. @param entries oldest first */
function namesOf(provinces: Provinces, entries: readonly Entry[]): string[] {
	const names = new Set<string>();
	const lasting = new Map<Slug, ProvinceUnit>();
	for (const { article } of entries) {
		const { province } = article;
		if (province === undefined) continue;
		const day = dayOf(article.date);
		const known = lasting.get(province);
		if (known && (known.to === undefined || day <= known.to)) continue;
		const unit = provinces.at(province, day);
		if (!unit) continue;
		lasting.set(province, unit);
		names.add(unit.name);
	}
	return [...names].sort(compareVietnamese);
}

function provinceEntry(context: PlanContext, page: Slug, entry: Entry): ListEntryView {
	const { article } = entry;
	const view = card(context, entry);
	if (!article.province || article.province === page) return view;
	const unit = context.portal.provinces.at(article.province, dayOf(article.date));
	return unit ? { ...view, of: { label: unit.name, address: provinceAddress(article.province) } } : view;
}
