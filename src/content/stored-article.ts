/**
 * An article in the cache. The part that every build needs of every article is separate from the part that is parsed on
 * demand: of a hundred thousand articles, a build shows only a few.
 */
import { type Article, type ArticleFields, articleSchema } from "../model/article.ts";
import type { ArticleId, UrlPath } from "../model/ids.ts";
import type { StoryForm, StoryVideo } from "../model/story.ts";
import type { ArticleEntry, TextEntry } from "./checks/context.ts";
import type { References } from "./markdown/references.ts";

/** The parsed content of an article's file. */
export type ReadArticle = Omit<TextEntry<ArticleFields>, "address"> & StoryForm;

/** The fields that are parsed on demand. */
type ShownFields = Pick<ArticleFields, "title" | "summary" | "source">;

/** The part that every build needs. Empty lists and unset flags are left out. */
export interface ArticleHead extends StoryForm {
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

/** @param article an article without problems, so that no required field is missing */
export function divideArticle(article: ReadArticle): {
	readonly head: ArticleHead;
	readonly rest: ArticleRest;
} {
	const { digest, fields, sources, links, pictures, words, opening, sentenceTitle, warnings } = article;
	const { isPhotoStory, video } = article;
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
			...(isPhotoStory && { isPhotoStory }),
			...(video && { video }),
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

/** The default of each field; frozen, because all articles share it. */
const defaults: ReadonlyMap<string, unknown> = new Map(
	Object.entries(articleSchema.shape).map(([name, schema]) => {
		const value: unknown = schema.safeParse(undefined).data;
		return [name, Object.freeze(value)];
	}),
);

/** Shared by all articles, so it must not be changed. */
const none = Object.freeze([]) as unknown as never[];

const shownNames: readonly string[] = ["title", "summary", "source"] satisfies (keyof ShownFields)[];

/** Looks fields up in the cache without copying them. */
class StoredFields {
	private readonly head: ArticleHead["fields"];
	/** JSON until a field of it is asked for, then its parts: never both in memory. */
	private restOrParts: ArticleRest | StoredArticleParts;

	constructor(parts: StoredArticleParts) {
		this.head = parts.head.fields;
		this.restOrParts = parts;
	}

	protected get rest(): ArticleRest {
		if ("rest" in this.restOrParts) this.restOrParts = this.restOrParts.rest();
		return this.restOrParts;
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

/** The class has an accessor for each field of the schema. */
const ArticleOfFields = StoredFields as unknown as new (
	parts: StoredArticleParts,
) => ArticleFields & { readonly rest: ArticleRest };

/** An article for the checks and, if these find no problem, for the portal. */
export class StoredArticle extends ArticleOfFields implements Article, ArticleEntry {
	readonly id: ArticleId;
	readonly address: UrlPath;
	readonly file: string;
	readonly digest: string;
	readonly sources: readonly string[];
	readonly links: References["links"];

	readonly sentenceTitle: string | undefined;
	readonly isPhotoStory: true | undefined;
	readonly video: StoryVideo | undefined;

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
		this.isPhotoStory = parts.head.isPhotoStory;
		this.video = parts.head.video;
	}

	/** Replaces a title in capitals by its sentence case. */
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
