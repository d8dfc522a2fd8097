/** Names with their pages, as views show them. */
import {
	authorAddress,
	committeeAddress,
	provinceAddress,
	recordAddress,
	tagAddress,
} from "../../model/addresses.ts";
import { signatureOf } from "../../model/author.ts";
import { committeeNameOn } from "../../model/committee.ts";
import type { IsoDate, Slug } from "../../model/ids.ts";
import { dayOf } from "../../model/ids.ts";
import type { Portal } from "../../model/portal.ts";
import type { ProvinceUnit } from "../../model/province.ts";
import { fullNameOf } from "../../model/provinces.ts";
import type { AuthorView, DatedNameView, LinkView } from "../views.ts";
import { optional } from "./optional.ts";

/** A committee by its latest name. */
export function committeeLink(portal: Portal, id: Slug): LinkView | undefined {
	const committee = portal.committees.get(id);
	return committee && { label: committee.shortName ?? committee.name, address: committeeAddress(id) };
}

/** A committee by the name that it had on the day of the article. */
export function committeeLinkOn(portal: Portal, id: Slug, date: IsoDate): LinkView | undefined {
	const committee = portal.committees.get(id);
	if (!committee) return undefined;
	const { name, shortName } = committeeNameOn(committee, dayOf(date));
	return { label: shortName ?? name, address: committeeAddress(id) };
}

/** The same with its latest name, if that is different. */
export function committeeName(portal: Portal, id: Slug, date: IsoDate): DatedNameView | undefined {
	const link = committeeLinkOn(portal, id, date);
	const now = committeeLink(portal, id);
	if (!link || !now || link.label === now.label) return link;
	return { ...link, now: { relation: "renamed", units: [now] } };
}

export function authorName(portal: Portal, id: Slug): AuthorView | undefined {
	const author = portal.authors.get(id);
	return (
		author && {
			label: signatureOf(author),
			address: authorAddress(id),
			...(author.kind === "organisation" && { kind: author.kind }),
			...optional("organisation", author.organisation),
		}
	);
}

export function eventLink({ records }: Portal, id: Slug): LinkView | undefined {
	const event = records.events.get(id);
	return event && { label: event.name, address: recordAddress("events", id) };
}

export function tagLink(portal: Portal, slug: Slug): LinkView {
	return { label: portal.tags.get(slug)?.name ?? slug, address: tagAddress(slug) };
}

/** A province by the name that it had on the day of the article. */
export function provinceLink({ provinces }: Portal, slug: Slug, date: IsoDate): LinkView | undefined {
	const unit = provinces.at(slug, dayOf(date));
	return unit && { label: unit.name, address: provinceAddress(slug) };
}

/** The same with the unit's successor, if that has another full name. */
export function provinceName(portal: Portal, slug: Slug, date: IsoDate): DatedNameView | undefined {
	const { provinces } = portal;
	const unit = provinces.at(slug, dayOf(date));
	if (!unit) return undefined;
	const link = { label: unit.name, address: provinceAddress(slug) };
	const units = provinces.current(unit, dayOf(portal.now));
	const [first] = units;
	if (!first || (units.length === 1 && fullNameOf(first) === fullNameOf(unit))) return link;
	return {
		...link,
		now: {
			relation: units.length === 1 && isRenamed(portal, unit, first) ? "renamed" : "partOf",
			units: units.map(fullNameLink),
		},
	};
}

/** A unit of today by its full name, with its page. */
export function fullNameLink(unit: ProvinceUnit): LinkView {
	return { label: fullNameOf(unit), address: provinceAddress(unit.slug) };
}

/** Whether one unit is the other under another name or rank: it kept its name, or was not merged. */
function isRenamed({ provinces }: Portal, unit: ProvinceUnit, now: ProvinceUnit): boolean {
	if (unit.slug === now.slug) return true;
	const between = provinces
		.later(unit)
		.filter((later) => later === now || provinces.later(later).includes(now));
	return between.every(({ predecessors }) => predecessors.length === 1);
}
