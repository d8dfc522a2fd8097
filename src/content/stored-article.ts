/**
 * An article as it is kept from build to build. What every build looks at in every article stands apart from what is
 * parsed only when somebody asks for it: of a hundred thousand articles a build shows a few.
 */
import { type Article, type ArticleFields, articleSchema } from "../model/article.ts";
import type { ArticleId, UrlPath } from "../model/ids.ts";
import type { ArticleEntry, TextEntry } from "./checks/context.ts";
import type { References } from "./markdown/references.ts";

/** What is read of an article's file. */
export type ReadArticle = Omit<TextEntry<ArticleFields>, "address">;

/** The fields that are parsed on demand. */
type ShownFields = Pick<ArticleFields, "title" | "summary" | "source">;

/** What every build looks at. Empty lists and flags that are not set are left out. */
export interface ArticleHead {
	readonly digest: string;
	readonly fields: Partial<Omit<ArticleFields, keyof ShownFields>>;
	readonly sources?: readonly string[];
	readonly links?: References["links"];
	readonly warnings?: ReadArticle["warnings"];
	readonly sentenceTitle?: string;
}

export interface ArticleRest {
	readonly fields: Partial<ShownFields>;
	readonly pictures: References["pictures"];
	readonly words: number;
	readonly opening?: string;
}

/** The two parts; the second is parsed on demand. */
export interface StoredArticleParts {
	readonly head: ArticleHead;
	rest(): ArticleRest;
}

/** @param article without problems of its own, so that none of its required fields is missing */
export function divideArticle(article: ReadArticle): {
	readonly head: ArticleHead;
	readonly rest: ArticleRest;
} {
	const { digest, fields, sources, links, pictures, words, opening, sentenceTitle, warnings } = article;
	const { title, summary, source, ...others } = fields;
	const shown = { title, summary, source };
	return {
		head: {
			digest,
			fields: withoutDefaults(others),
			...(sources.length > 0 && { sources }),
			...(links.length > 0 && { links }),
			...(warnings && { warnings }),
			...(sentenceTitle !== undefined && { sentenceTitle }),
		},
		rest: { fields: withoutDefaults(shown), pictures, words, ...(opening && { opening }) },
	};
}

function withoutDefaults<Fields extends object>(fields: Fields): Partial<Fields> {
	const told = Object.entries(fields).filter(([name, value]) => !isDefault(value, defaults.get(name)));
	return Object.fromEntries(told) as Partial<Fields>;
}

function isDefault(value: unknown, usual: unknown): boolean {
	const isNone = (list: unknown) => Array.isArray(list) && list.length === 0;
	return value === undefined || value === usual || (isNone(value) && isNone(usual));
}

/** What each field is where a file leaves it out; frozen, as all articles share it. */
const defaults: ReadonlyMap<string, unknown> = new Map(
	Object.entries(articleSchema.shape).map(([name, schema]) => {
		const value: unknown = schema.safeParse(undefined).data;
		return [name, Object.freeze(value)];
	}),
);

/** Shared by all articles, so it must not be changed. */
const none = Object.freeze([]) as unknown as never[];

const shownNames: readonly string[] = ["title", "summary", "source"] satisfies (keyof ShownFields)[];

/** Looks each field up where the cache has it; nothing is copied. */
class StoredFields {
	private readonly parts: StoredArticleParts;
	private readonly head: ArticleHead["fields"];
	private known: ArticleRest | undefined;

	constructor(parts: StoredArticleParts) {
		this.parts = parts;
		this.head = parts.head.fields;
	}

	protected get rest(): ArticleRest {
		this.known ??= this.parts.rest();
		return this.known;
	}

	static {
		for (const [name, usual] of defaults) {
			const isShown = shownNames.includes(name);
			Object.defineProperty(StoredFields.prototype, name, {
				get(this: StoredFields) {
					const fields: Readonly<Record<string, unknown>> = isShown ? this.rest.fields : this.head;
					return fields[name] ?? usual;
				},
			});
		}
	}
}

/** The accessors are those of the schema. */
const ArticleOfFields = StoredFields as unknown as new (
	parts: StoredArticleParts,
) => ArticleFields & { readonly rest: ArticleRest };

/** An article for the checks and, where these find nothing, for the portal. */
export class StoredArticle extends ArticleOfFields implements Article, ArticleEntry {
	readonly id: ArticleId;
	readonly address: UrlPath;
	readonly file: string;
	readonly digest: string;
	readonly sources: readonly string[];
	readonly links: References["links"];

	readonly sentenceTitle: string | undefined;

	constructor(place: Pick<Article, "id" | "address" | "file">, parts: StoredArticleParts) {
		super(parts);
		const { digest, sources, links } = parts.head;
		this.id = place.id;
		this.address = place.address;
		this.file = place.file;
		this.digest = digest;
		this.sources = sources ?? none;
		this.links = links ?? none;
		this.sentenceTitle = parts.head.sentenceTitle;
	}

	/** From now on the title is a sentence, where it was typed in capitals. */
	showTitleAsSentence(): void {
		if (this.sentenceTitle !== undefined) Object.defineProperty(this, "title", { value: this.sentenceTitle });
	}

	get fields(): this {
		return this;
	}

	get pictures(): References["pictures"] {
		return this.rest.pictures;
	}

	get words(): number {
		return this.rest.words;
	}

	get opening(): string | undefined {
		return this.rest.opening;
	}

	get bodyImages(): readonly string[] {
		return this.sources;
	}
}
