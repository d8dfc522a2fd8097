/** A name that articles are filtered by. */
export interface NamedSlug {
	readonly slug: string;
	readonly name: string;
}

/** An article for the index writer. */
export interface FinderDocument {
	readonly address: string;
	readonly title: string;
	/** The moment of publishing, in ISO 8601. */
	readonly date: string;
	/** Set for an undated article, whose date only determines its order. */
	readonly undated?: boolean;
	readonly lead: string;
	/** The body and its captions without markup; paragraphs are separated by line feeds. */
	readonly text: string;
	/** Address of a small picture. */
	readonly picture?: string;
	readonly committee?: NamedSlug;
	readonly province?: NamedSlug;
	/** Slugs of the provinces that succeeded that one; filters for them find the article as well. */
	readonly laterProvinces?: readonly string[];
	readonly isEnglish?: true;
	/** Further names by which the article is found: tags, authors, the province's present name. */
	readonly names: readonly string[];
}

/** Something with a page of its own that the search box suggests. */
export interface FinderLabel {
	readonly kind: "tag" | "committee" | "author";
	readonly text: string;
	readonly address: string;
}
