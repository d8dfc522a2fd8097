/**
 * An article as it is kept from build to build. What every build looks at in every article stands apart from what is
 * parsed only when somebody asks for it: of a hundred thousand articles a build shows a few.
 */
import type { Article, ArticleFields } from "../model/article.ts";
import type { ArticleId, UrlPath } from "../model/ids.ts";
import type { ArticleEntry, TextEntry } from "./checks/context.ts";
import type { References } from "./markdown/references.ts";

/** What is read of an article's file. */
export type ReadArticle = Omit<TextEntry<ArticleFields>, "address">;

/** The fields that are parsed when somebody asks for them. */
type ShownFields = Pick<ArticleFields, "title" | "summary" | "source">;

/** What every build looks at. Empty lists and flags that are not set are left out. */
export interface ArticleHead {
	readonly digest: string;
	readonly fields: Partial<Omit<ArticleFields, keyof ShownFields>>;
	readonly sources?: readonly string[];
	readonly links?: References["links"];
	readonly warnings?: ReadArticle["warnings"];
}

export interface ArticleRest {
	readonly fields: Partial<ShownFields>;
	readonly pictures: References["pictures"];
	readonly words: number;
}

/** The two parts, of which the second is parsed when somebody asks. */
export interface StoredArticleParts {
	readonly head: ArticleHead;
	rest(): ArticleRest;
}

/** @param article without problems of its own, so that none of its required fields is missing */
export function divideArticle(article: ReadArticle): {
	readonly head: ArticleHead;
	readonly rest: ArticleRest;
} {
	const { digest, fields, sources, links, pictures, words, warnings } = article;
	const { title, summary, source, ...others } = fields;
	const shown = { title, summary, source };
	return {
		head: {
			digest,
			fields: withoutDefaults(others),
			...(sources.length > 0 && { sources }),
			...(links.length > 0 && { links }),
			...(warnings && { warnings }),
		},
		rest: { fields: withoutDefaults(shown), pictures, words },
	};
}

function withoutDefaults<Fields extends object>(fields: Fields): Partial<Fields> {
	const told = Object.entries(fields).filter(
		([, value]) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0),
	);
	return Object.fromEntries(told) as Partial<Fields>;
}

/** One for all: nobody may add to it. */
const none = Object.freeze([]) as unknown as never[];

/** An article for the checks and, where these find nothing, for the portal. */
export class StoredArticle implements Article, ArticleEntry {
	readonly id: ArticleId;
	readonly address: UrlPath;
	readonly file: string;
	readonly digest: string;
	readonly date: Article["date"];
	readonly updated: Article["updated"];
	readonly author: Article["author"];
	readonly province: Article["province"];
	readonly committee: Article["committee"];
	readonly tags: Article["tags"];
	readonly image: Article["image"];
	readonly related: Article["related"];
	readonly featured: boolean;
	readonly draft: boolean;
	readonly expires: Article["expires"];
	readonly attachments: Article["attachments"];
	readonly formerAddresses: Article["formerAddresses"];
	readonly withdrawn: Article["withdrawn"];
	readonly sources: readonly string[];
	readonly links: References["links"];
	readonly #parts: StoredArticleParts;
	#rest: ArticleRest | undefined;

	constructor(place: Pick<Article, "id" | "address" | "file">, parts: StoredArticleParts) {
		const { digest, fields, sources, links } = parts.head;
		this.id = place.id;
		this.address = place.address;
		this.file = place.file;
		this.digest = digest;
		this.date = fields.date as Article["date"];
		this.updated = fields.updated;
		this.author = fields.author as Article["author"];
		this.province = fields.province;
		this.committee = fields.committee;
		this.tags = fields.tags ?? none;
		this.image = fields.image;
		this.related = fields.related ?? none;
		this.featured = fields.featured ?? false;
		this.draft = fields.draft ?? false;
		this.expires = fields.expires;
		this.attachments = fields.attachments ?? none;
		this.formerAddresses = fields.formerAddresses ?? none;
		this.withdrawn = fields.withdrawn;
		this.sources = sources ?? none;
		this.links = links ?? none;
		this.#parts = parts;
	}

	get fields(): this {
		return this;
	}

	get title(): string {
		return this.rest.fields.title ?? "";
	}

	get summary(): Article["summary"] {
		return this.rest.fields.summary;
	}

	get source(): Article["source"] {
		return this.rest.fields.source;
	}

	get pictures(): References["pictures"] {
		return this.rest.pictures;
	}

	get words(): number {
		return this.rest.words;
	}

	get bodyImages(): readonly string[] {
		return this.sources;
	}

	private get rest(): ArticleRest {
		this.#rest ??= this.#parts.rest();
		return this.#rest;
	}
}
