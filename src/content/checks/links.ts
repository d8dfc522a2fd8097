import type { ArticleFields } from "../../model/article.ts";
import type { IsoDate, IsoDateTime } from "../../model/ids.ts";
import { decodePath } from "../markdown/references.ts";
import { nearest } from "../nearest.ts";
import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import { type CheckContext, type PortalCheck, problemAt } from "./context.ts";
import { SiteAddresses } from "./site-addresses.ts";

type Wording = Pick<ContentProblem, "message" | "remedy">;

/**
 * Links in bodies and in the menu that lead nowhere. A link to an article is judged at the moment at which its page
 * is first seen: the other must be out by then, so that a build at night does not fail over it. From drafts it is
 * enough that the other exists, as nobody knows yet when they come out.
 */
export const checkLinks: PortalCheck = (context) => {
	const problems: ContentProblem[] = [];
	const judge = new LinkJudge(context);
	for (const { file, fields, links } of context.articles.values()) {
		for (const { href, line } of links) {
			const wording = judge.look(href, seenFrom(fields, context.now));
			if (wording) problems.push({ file, line, field: "body", ...wording });
		}
	}
	for (const { file, links } of context.pages.values()) {
		for (const { href, line } of links) {
			const wording = judge.look(href, context.now);
			if (wording) problems.push({ file, line, field: "body", ...wording });
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

class LinkJudge {
	private readonly context: CheckContext;
	private readonly addresses: SiteAddresses;
	private readonly site: string | undefined;
	private articles: ArticleAddresses | undefined;

	constructor(context: CheckContext) {
		this.context = context;
		this.addresses = new SiteAddresses(context);
		this.site = context.site?.fields.url;
	}

	/** @param seen when the link is first seen; undefined where that is not known */
	look(href: string, seen: IsoDate | undefined): Wording | undefined {
		const own = this.site !== undefined && (href === this.site || href.startsWith(`${this.site}/`));
		const link = own ? href.slice(this.site?.length) || "/" : href;
		if (link.startsWith("#")) return undefined;
		if (/^(?:https?:\/\/[^/\s]|mailto:|tel:)/i.test(link)) return undefined;
		if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(link)) return strings.linkRefused(link);
		if (!link.startsWith("/")) return strings.linkRelative(link);
		return this.lookWithin(decodePath(link.replace(/[?#].*$/, "")), seen);
	}

	private lookWithin(address: string, seen: IsoDate | undefined): Wording | undefined {
		const target = this.addresses.targetOf(address, seen);
		if (target === undefined) return strings.linkMissing(address, this.similarAddress(address));
		if (typeof target !== "object" || seen === undefined) return undefined;
		const { draft, date } = target.article.fields;
		const hidden = draft === true || (date !== undefined && date > seen);
		return hidden ? strings.linkHidden(address) : undefined;
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
