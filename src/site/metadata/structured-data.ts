/** Articles, breadcrumbs and the site itself in the words of https://schema.org. */
import { renderMarkdown } from "../../content/index.ts";
import { languageOf, say } from "../../messages/index.ts";
import { absoluteAddress, homeAddress, searchAddress } from "../../model/addresses.ts";
import { changedAt, introductionOf } from "../../model/article.ts";
import type { UrlPath } from "../../model/ids.ts";
import type { ArticleView, LinkView, QuestionsView, SiteView } from "../views.ts";
import type { JsonLdNode } from "./json-ld.ts";

/** https://developers.google.com/search/docs/appearance/structured-data/article */
export function newsArticle(view: ArticleView, site: SiteView, address: UrlPath): JsonLdNode {
	const absolute = (path: UrlPath) => absoluteAddress(site.url, path);
	const { picture, shareImage, source } = view;
	return {
		"@type": "NewsArticle",
		"@id": absolute(address),
		url: absolute(address),
		mainEntityOfPage: absolute(address),
		headline: view.title,
		description: introductionOf(view),
		inLanguage: languageOf(site),
		datePublished: view.undated ? undefined : view.date,
		dateModified: changedAt(view) ?? (view.undated ? undefined : view.date),
		// https://schema.org/CorrectionComment
		correction: view.corrections?.map(({ date, text }) => ({
			"@type": "CorrectionComment",
			text,
			datePublished: date,
		})),
		expires: view.expired,
		isAccessibleForFree: true,
		image: {
			"@type": "ImageObject",
			url: absolute(shareImage.src),
			width: shareImage.width,
			height: shareImage.height,
			caption: picture?.caption,
			creditText: picture?.credit,
		},
		author: view.authors.map((author) => ({
			"@type": author.kind === "organisation" ? "Organization" : "Person",
			name: author.label,
			url: absolute(author.address),
			[author.kind === "organisation" ? "parentOrganization" : "affiliation"]: author.organisation && {
				"@type": "Organization",
				name: author.organisation,
			},
		})),
		publisher: { "@id": organisationId(site) },
		articleSection: view.committee?.label,
		keywords: view.tags.length > 0 ? view.tags.map((tag) => tag.label) : undefined,
		contentLocation: view.province && { "@type": "Place", name: view.province.label },
		isBasedOn: source && (source.link ?? { "@type": "CreativeWork", name: source.name }),
	};
}

/**
 * The questions whose answers are on the page; undefined if it only links to them.
 * https://developers.google.com/search/docs/appearance/structured-data/faqpage
 */
export function faqPage({ topics }: QuestionsView, site: SiteView, address: UrlPath): JsonLdNode | undefined {
	if (topics.some((topic) => topic.address !== undefined)) return undefined;
	const page = absoluteAddress(site.url, address);
	return {
		"@type": "FAQPage",
		"@id": page,
		inLanguage: languageOf(site),
		publisher: { "@id": organisationId(site) },
		mainEntity: topics.flatMap(({ questions }) =>
			questions.map(({ id, question, answer, answeredBy, date }) => ({
				"@type": "Question",
				"@id": `${page}#${id}`,
				name: question,
				acceptedAnswer: {
					"@type": "Answer",
					text: renderMarkdown(answer, { messages: site.messages }),
					dateCreated: date,
					author: answeredBy && { "@type": "Organization", name: answeredBy },
				},
			})),
		),
	};
}

/** Home page, then the given links, then the page itself, which has a name alone. */
export function breadcrumbList(links: readonly LinkView[], title: string, site: SiteView): JsonLdNode {
	const trail = [{ label: say(site, "home"), address: homeAddress }, ...links];
	return {
		"@type": "BreadcrumbList",
		itemListElement: [
			...trail.map(({ label, address }, index) => ({
				"@type": "ListItem",
				position: index + 1,
				name: label,
				item: absoluteAddress(site.url, address),
			})),
			{ "@type": "ListItem", position: trail.length + 1, name: title },
		],
	};
}

/** The office that publishes the site. */
export function organisation(site: SiteView): JsonLdNode {
	const { address, phone, email } = site.contact;
	return {
		"@type": "Organization",
		"@id": organisationId(site),
		name: site.organisation,
		url: absoluteAddress(site.url, homeAddress),
		logo: site.logo && {
			"@type": "ImageObject",
			url: absoluteAddress(site.url, site.logo.src),
			width: site.logo.width,
			height: site.logo.height,
		},
		address,
		telephone: phone,
		email,
	};
}

/** The site, and how to search it if it has a search. */
export function webSite(site: SiteView): JsonLdNode {
	return {
		"@type": "WebSite",
		"@id": `${absoluteAddress(site.url, homeAddress)}#trang`,
		name: site.name,
		alternateName: site.tagline,
		description: site.description,
		url: absoluteAddress(site.url, homeAddress),
		inLanguage: languageOf(site),
		publisher: { "@id": organisationId(site) },
		potentialAction: site.features.search
			? {
					"@type": "SearchAction",
					target: {
						"@type": "EntryPoint",
						urlTemplate: `${absoluteAddress(site.url, searchAddress)}?q={search_term_string}`,
					},
					"query-input": "required name=search_term_string",
				}
			: undefined,
	};
}

function organisationId(site: SiteView): string {
	return `${absoluteAddress(site.url, homeAddress)}#co-quan`;
}
