/** Names with their pages, as views show them. */
import { authorAddress, committeeAddress, provinceAddress, tagAddress } from "../../model/addresses.ts";
import { signatureOf } from "../../model/author.ts";
import type { IsoDateTime, IsoDay, Slug } from "../../model/ids.ts";
import { dayOf } from "../../model/ids.ts";
import type { Portal } from "../../model/portal.ts";
import { currentUnits, fullNameOf, provinceOn } from "../../model/provinces.ts";
import type { AuthorView, LinkView, ProvinceNameView } from "../views.ts";
import { optional } from "./optional.ts";

export function committeeLink(portal: Portal, id: Slug): LinkView | undefined {
	const committee = portal.committees.get(id);
	return committee && { label: committee.shortName ?? committee.name, address: committeeAddress(id) };
}

export function authorName(portal: Portal, id: Slug): AuthorView | undefined {
	const author = portal.authors.get(id);
	return (
		author && {
			label: signatureOf(author),
			address: authorAddress(id),
			...optional("organisation", author.organisation),
		}
	);
}

export function tagLink(portal: Portal, slug: Slug): LinkView {
	return { label: portal.tags.get(slug)?.name ?? slug, address: tagAddress(slug) };
}

/** A province by the name that it had on the day of the article. */
export function provinceLink(slug: Slug, date: IsoDateTime): LinkView | undefined {
	const unit = provinceOn(slug, dayOf(date));
	return unit && { label: unit.name, address: provinceAddress(slug) };
}

/** The same with what the unit is called today, where that is another unit. */
export function provinceName(slug: Slug, date: IsoDateTime, today: IsoDay): ProvinceNameView | undefined {
	const unit = provinceOn(slug, dayOf(date));
	if (!unit) return undefined;
	const link = { label: unit.name, address: provinceAddress(slug) };
	const [now] = currentUnits(unit, today);
	if (!now || fullNameOf(now) === fullNameOf(unit)) return link;
	return { ...link, nowCalled: fullNameOf(now), nowAddress: provinceAddress(now.slug) };
}
