/** A name that articles are filtered by. */
export interface NamedSlug {
	readonly slug: string;
	readonly name: string;
}

/** An article as the writer of the index takes it. */
export interface FinderDocument {
	readonly address: string;
	readonly title: string;
	/** The moment of publishing, in ISO 8601. */
	readonly date: string;
	/** Nobody knows its day; the date only sorts it. */
	readonly undated?: boolean;
	readonly lead: string;
	/** The body and its captions without markup; paragraphs are parted by line feeds. */
	readonly text: string;
	/** Address of a small picture. */
	readonly picture?: string;
	readonly committee?: NamedSlug;
	readonly province?: NamedSlug;
	/** Slugs of the provinces that took that one in; filters for them find the article as well. */
	readonly laterProvinces?: readonly string[];
	/** Names that the article is found by and that need not stand in it: tags, authors, the province's present name. */
	readonly names: readonly string[];
}

/** Something with a page of its own that the search box suggests. */
export interface FinderLabel {
	readonly kind: "tag" | "committee" | "author";
	readonly text: string;
	readonly address: string;
}
