import { posix } from "node:path";
import { recordsAddresses } from "../../model/addresses.ts";
import type { ArticleFields } from "../../model/article.ts";
import { fieldValues } from "../../model/field-values.ts";
import type { IsoDate, IsoDateTime, Slug } from "../../model/ids.ts";
import { recordNames } from "../../model/record-names.ts";
import { recordCollections } from "../../model/records.ts";
import { resolveContentPath } from "../content-files.ts";
import { decodePath, extractReferences } from "../markdown/references.ts";
import { nearest } from "../nearest.ts";
import { placeOf } from "../places.ts";
import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import { type CheckContext, type PortalCheck, problemAt } from "./context.ts";
import { isAnchor } from "./lost-text.ts";
import { SiteAddresses } from "./site-addresses.ts";

type Wording = Pick<ContentProblem, "message" | "remedy">;

/**
 * Finds links in bodies and in the menu that lead nowhere. The target of a link must be published by the time at which
 * the linking article appears, so that a later build does not fail. For drafts it is enough that the target exists.
 */
export const checkLinks: PortalCheck = (context) => {
	const problems: ContentProblem[] = [];
	const judge = new LinkJudge(context);
	for (const { file, fields, links } of context.articles.values()) {
		for (const { href, line } of links) {
			const wording = judge.look(href, seenFrom(fields, context.now), file);
			if (wording) problems.push({ file, line, field: "body", ...wording });
		}
	}
	for (const { file, links } of context.pages.values()) {
		for (const { href, line } of links) {
			const wording = judge.look(href, context.now, file);
			if (wording) problems.push({ file, line, field: "body", ...wording });
		}
	}
	for (const { file, fields } of context.records.banners.values()) {
		const wording = fields.link === undefined ? undefined : judge.look(fields.link, context.now);
		if (wording) problems.push(problemAt(context, file, ["link"], wording));
	}
	for (const name of recordNames) {
		const { schema } = recordCollections[name];
		for (const { file, fields } of context.records[name].values()) {
			for (const { path, hints, value } of fieldValues(schema, fields)) {
				if (hints.control !== "markdown") continue;
				const { links, html, anchors } = extractReferences(value);
				const wordings = links.map(({ href }) =>
					href.startsWith("#") && !isAnchor(href.slice(1), anchors)
						? strings.anchorMissing(href, [...anchors].slice(0, 5))
						: judge.look(href, context.now, file),
				);
				if (html[0]) wordings.push(strings.rawHtml(html[0].text));
				for (const wording of wordings) if (wording) problems.push(problemAt(context, file, path, wording));
			}
		}
	}
	context.site?.fields.menu?.forEach(({ link }, index) => {
		const wording = judge.look(link, context.now);
		if (wording) problems.push(problemAt(context, "site.yml", ["menu", index, "link"], wording));
	});
	return problems;
};

/** When readers first see an article, the present at the earliest; undefined for drafts. */
function seenFrom({ draft, date }: Partial<ArticleFields>, now: IsoDateTime): IsoDate | undefined {
	if (draft === true || date === undefined) return undefined;
	return date > now ? date : now;
}

/** What a longer link was meant to be is not guessed. */
const longestGuess = 400;

class LinkJudge {
	private readonly context: CheckContext;
	private readonly addresses: SiteAddresses;
	/** The site's host, in lower case. */
	private readonly host: string | undefined;
	private articles: ArticleAddresses | undefined;
	private readonly anchors = new Map<string, ReadonlySet<string>>();

	constructor(context: CheckContext) {
		this.context = context;
		this.addresses = new SiteAddresses(context);
		const url = context.site?.fields.url;
		this.host = url === undefined ? undefined : new URL(url).host;
	}

	/**
	 * @param seen when the link is first seen; undefined if unknown
	 * @param file the document with the link, to resolve a relative one
	 */
	look(href: string, seen: IsoDate | undefined, file = ""): Wording | undefined {
		const link = this.withinSite(href);
		if (link.trim() === "") return strings.linkEmpty;
		if (link.startsWith("#")) return undefined;
		if (/^(?:https?:\/\/[^/\s]|mailto:|tel:)/i.test(link)) return undefined;
		if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(link)) return strings.linkRefused(link);
		if (!link.startsWith("/")) return strings.linkRelative(link, this.meantByRelative(link, file));
		const [, path = "", fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(link) ?? [];
		return this.lookWithin(decodePath(path), seen, fragment);
	}

	/** Removes scheme and host from a link to a page of this site, whatever its scheme. */
	private withinSite(href: string): string {
		const [, host, rest = ""] = /^https?:\/\/([^/?#]+)(.*)$/is.exec(href) ?? [];
		if (host === undefined || host.toLowerCase() !== this.host) return href;
		return rest.startsWith("/") ? rest : `/${rest}`;
	}

	/** The probable meaning of a link without a leading slash: a page of this site, or an address without scheme. */
	private meantByRelative(link: string, file: string): string | undefined {
		if (link.length > longestGuess) return undefined;
		if (/^www\.[^\s/]+\.[^\s]+$/i.test(link)) return `https://${link}`;
		if (/^[\w.+-]+@[\w-]+\.[\w.-]+$/.test(link)) return `mailto:${link}`;
		if (/^\+?\d[\d .-]{6,}$/.test(link)) return `tel:${link.replace(/[ .-]/g, "")}`;
		const [, scheme, host] = /^[“"'‘]?(https?):?\/\/([^\s“”"'‘’]+)[”"'’]?$/i.exec(link) ?? [];
		if (host !== undefined) return `${scheme}://${host}`;
		const path = decodePath(link.replace(/[?#].*$/s, ""));
		const document = posix.normalize(resolveContentPath(file, path)).replace(/^content\//, "");
		const fromRoot = posix.normalize(`/${path}`);
		return (
			this.addressOfDocument(document) ??
			(this.addresses.targetOf(fromRoot) === undefined ? this.similarPlace(fromRoot) : fromRoot)
		);
	}

	private addressOfDocument(path: string): string | undefined {
		const place = placeOf(path);
		if (place.kind === "article") return this.context.articles.get(place.id)?.address;
		return place.kind === "page" ? this.context.pages.get(place.id)?.address : undefined;
	}

	private lookWithin(
		address: string,
		seen: IsoDate | undefined,
		fragment: string | undefined,
	): Wording | undefined {
		const target = this.addresses.targetOf(address, seen);
		if (target === undefined) {
			const similar =
				this.addressOfDocument(address.slice(1).replace(/^content\//, "")) ??
				this.similarPlace(address) ??
				this.similarAddress(address);
			return strings.linkMissing(address, similar);
		}
		if (typeof target !== "object") return this.lookForOtherAnchor(address, fragment);
		if (seen !== undefined) {
			const { draft, date } = target.article.fields;
			const hidden = draft === true || (date !== undefined && date > seen);
			if (hidden) return strings.linkHidden(address);
		}
		return this.lookForAnchor(target.article.file, address, fragment);
	}

	/** Checks the anchor of a link to a document with a body. */
	private lookForAnchor(file: string, address: string, fragment = ""): Wording | undefined {
		const name = decodePath(fragment);
		if (name === "") return undefined;
		const anchors = this.anchors.get(file) ?? this.context.anchorsOf(file);
		this.anchors.set(file, anchors);
		if (isAnchor(name, anchors)) return undefined;
		return strings.anchorMissingThere(address, name, [...anchors].slice(0, 5));
	}

	/** Checks the anchor of a link to a fixed page, or to the list of questions. */
	private lookForOtherAnchor(address: string, fragment = ""): Wording | undefined {
		const page = this.context.pages.get(address.slice(1).replace(/\.html$/, "") as Slug);
		if (page?.address === address) return this.lookForAnchor(page.file, address, fragment);
		const name = decodePath(fragment);
		const { questions } = this.context.records;
		if (address !== recordsAddresses.questions || questions.has(name as Slug)) return undefined;
		return isAnchor(name, new Set())
			? undefined
			: strings.anchorMissingThere(address, name, [...questions.keys()].slice(0, 5));
	}

	/** An existing address that differs only in a slash, an extension or case. */
	private similarPlace(address: string): string | undefined {
		const plain = address.toLowerCase();
		const tried = [plain, `${plain}/`, `${plain}.html`, plain.replace(/(?:\/|\.html?)$/, ".html")];
		tried.push(plain.replace(/\.html?$/, "/"), plain.replace(/index\.html?$/, ""));
		return tried.find((each) => each !== address && this.addresses.targetOf(each) !== undefined);
	}

	/** An article with the same slug on another day, or the most similar address of the month or among the pages. */
	private similarAddress(address: string): string | undefined {
		const month = monthOfAddress.exec(address)?.[0];
		if (month === undefined) {
			return nearest(
				address,
				[...this.context.pages.values()].map((page) => page.address),
			);
		}
		this.articles ??= new ArticleAddresses(this.context);
		return (
			this.articles.byName.get(nameOf(address)) ?? nearest(address, this.articles.byMonth.get(month) ?? [])
		);
	}
}

const monthOfAddress = /^\/\d{4}\/\d{2}\//;

function nameOf(address: string): string {
	return address.slice(address.lastIndexOf("/"));
}

/** The addresses of all articles, looked up once. */
class ArticleAddresses {
	readonly byName = new Map<string, string>();
	readonly byMonth = new Map<string, string[]>();

	constructor({ articles }: CheckContext) {
		for (const { address } of articles.values()) {
			if (!this.byName.has(nameOf(address))) this.byName.set(nameOf(address), address);
			const month = address.slice(0, "/yyyy/mm/".length);
			const known = this.byMonth.get(month);
			if (known) known.push(address);
			else this.byMonth.set(month, [address]);
		}
	}
}
