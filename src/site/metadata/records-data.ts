/** The office's records in the words of https://schema.org. */
import { languageOf, say } from "../../messages/index.ts";
import { absoluteAddress } from "../../model/addresses.ts";
import type { UrlPath } from "../../model/ids.ts";
import type { OfficialDocumentKind } from "../../model/official-document.ts";
import type { OfficialDocumentView, OfficialView, SiteView, UnitView } from "../views.ts";
import type { JsonLdNode } from "./json-ld.ts";

/** Kinds that are legislation; the others plan, inform, ask or report. */
const binding: ReadonlySet<OfficialDocumentKind> = new Set([
	"resolution",
	"directive",
	"conclusion",
	"decision",
	"regulation",
	"rules",
	"statute",
]);

/** https://schema.org/Legislation for these kinds, https://schema.org/DigitalDocument for all others. */
export function officialDocumentData(
	view: OfficialDocumentView,
	site: SiteView,
	{ address, title }: { readonly address: UrlPath; readonly title: string },
): JsonLdNode {
	const absolute = (path: UrlPath) => absoluteAddress(site.url, path);
	const { number, kind, date, effective, expires } = view;
	const issuer = { "@type": "Organization", name: view.issuer };
	const named = (documents: OfficialDocumentView["amends"]) =>
		documents.length === 0 ? undefined : documents.map((document) => absolute(document.address));
	const common = {
		"@id": absolute(address),
		url: absolute(address),
		name: title,
		abstract: view.summary,
		inLanguage: languageOf(site),
		about: view.subject,
		isAccessibleForFree: true,
		encoding:
			view.files.length === 0
				? undefined
				: view.files.map((file) => ({
						"@type": "MediaObject",
						contentUrl: absolute(file.address),
						contentSize: String(file.size),
						encodingFormat: file.format === "PDF" ? "application/pdf" : file.format,
						name: file.title,
					})),
	};
	return binding.has(kind)
		? {
				"@type": "Legislation",
				...common,
				legislationIdentifier: number,
				legislationType: say(site, `officialDocumentKind.${kind}`),
				legislationDate: date,
				legislationPassedBy: issuer,
				legislationLegalForce: `https://schema.org/${view.state === "inForce" ? "InForce" : "NotInForce"}`,
				legislationChanges: named([...view.replaces, ...view.amends]),
				temporalCoverage: effective || expires ? `${effective ?? date}/${expires ?? ".."}` : undefined,
			}
		: {
				"@type": "DigitalDocument",
				...common,
				identifier: number,
				genre: say(site, `officialDocumentKind.${kind}`),
				dateCreated: date,
				author: issuer,
				expires,
			};
}

/** https://schema.org/GovernmentOrganization, with the people in its posts. */
export function unitData(view: UnitView, site: SiteView, address: UrlPath): JsonLdNode {
	const unit = (link: { readonly label: string; readonly address: UrlPath }) => ({
		"@type": "GovernmentOrganization",
		name: link.label,
		url: absoluteAddress(site.url, link.address),
	});
	const above = view.above.at(-1);
	return {
		"@type": "GovernmentOrganization",
		"@id": absoluteAddress(site.url, address),
		name: view.name,
		url: absoluteAddress(site.url, address),
		description: view.description,
		address: view.location,
		telephone: view.phone,
		email: view.email,
		parentOrganization: above && unit(above),
		subOrganization: view.units.length === 0 ? undefined : view.units.map(unit),
		employee:
			view.people.length === 0 ? undefined : view.people.map((official) => person(official, site, address)),
	};
}

/** @param address of the page that shows the person */
function person(
	{ name, posts, portrait, phone, email }: OfficialView,
	site: SiteView,
	address: UrlPath,
): JsonLdNode {
	return {
		"@type": "Person",
		name,
		url: absoluteAddress(site.url, address),
		jobTitle: posts.map(({ title }) => title).join(", "),
		image: portrait && absoluteAddress(site.url, portrait.src),
		telephone: phone,
		email,
	};
}

/** A page that lists others: https://schema.org/CollectionPage. */
export function collectionPage(title: string, site: SiteView, address: UrlPath): JsonLdNode {
	const url = absoluteAddress(site.url, address);
	return { "@type": "CollectionPage", "@id": url, url, name: title, inLanguage: languageOf(site) };
}
