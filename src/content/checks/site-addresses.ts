import { homeAddress, reservedNames } from "../../model/addresses.ts";
import type { ArticleId, Slug } from "../../model/ids.ts";
import { slugify } from "../../text/index.ts";
import type { ArticleEntry, CheckContext } from "./context.ts";

/** What an address of this site leads to. */
export type AddressTarget = { readonly article: ArticleEntry } | "page" | "list" | "redirect" | undefined;

const articleAddressPattern = /^\/(\d{4})\/(\d{2})\/(\d{2})\/([^/]+)\.html$/;
const dateAddressPattern = /^\/\d{4}\/(?:\d{2}\/(?:\d{2}\/)?)?(?:\d+\.html)?$/;
const pageAddressPattern = /^\/([^/]+)\.html$/;
const rootFiles = new Set(["/404.html", "/atom.xml", "/feed.json", "/robots.txt", "/sitemap.xml"]);

/** Knows every address of the site that is to be. */
export class SiteAddresses {
	private readonly context: CheckContext;
	private tagSlugs: ReadonlySet<string> | undefined;
	private formerAddresses: ReadonlySet<string> | undefined;

	constructor(context: CheckContext) {
		this.context = context;
	}

	/** @param address a path without query and fragment, not percent-encoded */
	targetOf(address: string): AddressTarget {
		return this.ownTargetOf(address) ?? (this.isFormer(address) ? "redirect" : undefined);
	}

	/** Like `targetOf`, but without the redirects. */
	ownTargetOf(address: string): AddressTarget {
		if (address === homeAddress || rootFiles.has(address)) return "list";
		const article = articleAddressPattern.exec(address);
		if (article) {
			const [, year, month, day, slug] = article;
			const entry = this.context.articles.get(`${year}/${month}/${day}-${slug}` as ArticleId);
			if (entry) return { article: entry };
		}
		if (dateAddressPattern.test(address)) return "list";
		const page = pageAddressPattern.exec(address);
		if (page) return this.context.pages.has(page[1] as Slug) ? "page" : undefined;
		const [, first = "", id = "", ...rest] = address.split("/");
		if (!reservedNames.has(first) || rest.length === 0) return this.isPlainReserved(first);
		return this.hasList(first, id as Slug) ? "list" : undefined;
	}

	private isPlainReserved(first: string): AddressTarget {
		return reservedNames.has(first) && !["ban", "tac-gia", "tinh", "tu-khoa"].includes(first)
			? "list"
			: undefined;
	}

	private hasList(kind: string, id: Slug): boolean {
		if (kind === "ban") return this.context.committees.has(id);
		if (kind === "tac-gia") return this.context.authors.has(id);
		if (kind === "tinh") return this.context.provinces.withSlug(id).length > 0;
		if (kind === "tu-khoa") return this.knownTagSlugs().has(id);
		return true;
	}

	private knownTagSlugs(): ReadonlySet<string> {
		if (this.tagSlugs) return this.tagSlugs;
		const names = new Set([...this.context.articles.values()].flatMap(({ fields }) => fields.tags ?? []));
		this.tagSlugs = new Set([...this.context.tags.keys(), ...[...names].map((name) => slugify(name))]);
		return this.tagSlugs;
	}

	private isFormer(address: string): boolean {
		this.formerAddresses ??= new Set(
			[...this.context.articles.values()].flatMap(({ fields }) => fields.formerAddresses ?? []),
		);
		return this.formerAddresses.has(address);
	}
}
