import { z } from "zod";
import type { ArticleFields } from "./article.ts";
import {
	field,
	filePath,
	flag,
	line,
	linkAddress,
	list,
	siteAddress,
	slug,
	text,
	webAddress,
} from "./fields.ts";
import { strings } from "./strings.ts";

const menuItemSchema = z.strictObject({
	label: field(line(1, 40), strings.site.menuLabel),
	link: field(linkAddress(), strings.site.menuLink),
});

const bannerSchema = z.strictObject({
	label: field(line(1, 120), strings.site.menuLabel),
	link: field(webAddress(), strings.site.menuLink),
	image: field(filePath(), { ...strings.site.bannerImage, control: "image" }).optional(),
});

const contactSchema = z.strictObject({
	address: field(line(1, 200), strings.site.contactAddress).optional(),
	phone: field(line(3, 60), strings.site.contactPhone).optional(),
	email: field(z.email(), strings.site.contactEmail).optional(),
});

const englishSchema = z.strictObject({
	name: field(line(2, 120), strings.site.name),
	tagline: field(line(1, 160), strings.site.tagline).optional(),
	description: field(text(1, 400), { ...strings.site.description, control: "longText" }),
	organisation: field(line(2, 160), strings.site.organisation),
	responsible: field(line(2, 200), strings.site.responsible).optional(),
	address: field(line(1, 200), strings.site.contactAddress).optional(),
});

const abbreviationSchema = z.strictObject({
	short: field(line(2, 20), strings.site.abbreviationShort),
	long: field(line(3, 120), strings.site.abbreviationLong),
});

const featuresSchema = z.strictObject({
	search: field(flag(), strings.site.search).default(true),
	share: field(flag(), strings.site.share).default(true),
	fontSize: field(flag(), strings.site.fontSize).default(true),
	readingTime: field(flag(), strings.site.readingTime).default(true),
	sentenceCase: field(flag(), strings.site.sentenceCase).default(false),
	calendar: field(flag(), strings.site.calendar).default(true),
	offline: field(flag(), strings.site.offline).default(true),
});

/** Which articles accept comments: none, those that opt in, or all except those that opt out. */
const commentPolicies = ["none", "chosen", "all"] as const;

/** Programs of others that can count readers in the place of our server. */
const counterServices = ["goatcounter", "umami"] as const;

const counterSchema = z
	.strictObject({
		service: field(
			z.enum(counterServices, strings.problems.choice(counterServices)),
			strings.site.counterService,
		),
		address: field(siteAddress(), strings.site.counterAddress),
		website: field(
			z.string().regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/, strings.problems.counterWebsite),
			strings.site.counterWebsite,
		).optional(),
	})
	.refine(({ service, website }) => service !== "umami" || website !== undefined, {
		error: strings.problems.counterWebsite,
		path: ["website"],
	});

/** Where readers are counted, if not by our server. */
export type CounterSettings = z.output<typeof counterSchema>;

const voiceSchema = z.strictObject({
	views: field(flag(), strings.site.views).default(false),
	comments: field(
		z.enum(commentPolicies, strings.problems.choice(commentPolicies)),
		strings.site.comments,
	).default("none"),
	letters: field(flag(), strings.site.letters).default(false),
	counter: field(counterSchema, strings.site.counter).optional(),
});

const archivesSchema = z.strictObject({
	years: field(flag(), strings.site.archiveYears).default(false),
	pictures: field(flag(), strings.site.archivePictures).default(true),
});

/** `content/site.yml`: the settings of the whole portal. */
export const siteSchema = z.strictObject({
	name: field(line(2, 120), strings.site.name),
	tagline: field(line(1, 160), strings.site.tagline).optional(),
	description: field(text(1, 400), { ...strings.site.description, control: "longText" }),
	url: field(siteAddress(), strings.site.url),
	organisation: field(line(2, 160), strings.site.organisation),
	responsible: field(line(2, 200), strings.site.responsible).optional(),
	logo: field(filePath(), { ...strings.site.logo, control: "image" }).optional(),
	contact: field(contactSchema, strings.site.contact).prefault({}),
	menu: field(list(menuItemSchema, 7), strings.site.menu),
	banners: field(list(bannerSchema, 12), strings.site.banners),
	trustBadge: field(webAddress(), strings.site.trustBadge).optional(),
	licence: field(text(1, 600), { ...strings.site.licence, control: "longText" }).optional(),
	homeCommittees: field(list(slug(), 12), {
		...strings.site.homeCommittees,
		control: "reference",
		refersTo: "committees",
	}),
	abbreviations: field(list(abbreviationSchema, 300), strings.site.abbreviations),
	english: field(englishSchema, strings.site.english).optional(),
	features: field(featuresSchema, strings.site.features).prefault({}),
	voice: field(voiceSchema, strings.site.voice).prefault({}),
	archives: field(archivesSchema, strings.site.archives).prefault({}),
});

export type SiteSettings = z.output<typeof siteSchema>;

/**
 * Whether readers may comment on an article.
 * @param own the article's own field
 */
export function takesComments({ comments }: SiteSettings["voice"], own: ArticleFields["comments"]): boolean {
	if (comments === "none") return false;
	return comments === "all" ? own !== "closed" : own === "open";
}

/** The counter of another program that counts readers; undefined if there is none. */
export function counterOf({ views, counter }: SiteSettings["voice"]): CounterSettings | undefined {
	return views ? counter : undefined;
}

/** The mail address for readers' letters; undefined if the portal accepts none. */
export function lettersTo({
	voice,
	contact,
}: {
	readonly voice?: Partial<SiteSettings["voice"]> | undefined;
	readonly contact?: SiteSettings["contact"] | undefined;
}): string | undefined {
	return voice?.letters ? contact?.email : undefined;
}
