import { articleAddress } from "../src/model/addresses.ts";
import { asArticleId, isArticleId } from "../src/model/ids.ts";
import { findRelations } from "./relations.ts";

export interface FoundArticle {
	readonly id: string;
	readonly title: string;
	readonly hint: string;
	readonly address: string;
}

/** Finds our own articles by words of their titles, ignoring accents. @throws if no server answers */
export async function findArticles(words: string): Promise<FoundArticle[]> {
	const found = await findRelations("articles", words, { limit: 8 });
	return found.flatMap(({ id, title, hint = "" }) =>
		isArticleId(id) ? [{ id, title, hint, address: articleAddress(asArticleId(id)) }] : [],
	);
}
