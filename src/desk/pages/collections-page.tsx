import { formatNumber } from "../../text/index.ts";
import { type Collection, collections, editorPath, newFormFragment, sectionAddresses } from "../messages.ts";
import type { Person } from "../people.ts";
import type { EntrySummary } from "../store/index.ts";
import { formAddress } from "./entry-line.tsx";
import { Layout } from "./layout.tsx";
import { entryStrings } from "./strings.ts";

const strings = entryStrings.collections;

/** The collections listed here: all except articles, which have their own list. */
export const listedCollections = collections.filter((each) => each !== "articles");

/** The first of a kind, and how many more there are. */
export interface NameList {
	readonly entries: readonly EntrySummary[];
	readonly more: number;
}

export interface CollectionsPageProps {
	readonly person: Person;
	readonly local: boolean;
	/** Words that were looked for; empty for none. */
	readonly q: string;
	readonly lists: Readonly<Partial<Record<Collection, NameList>>>;
}

export function CollectionsPage({ person, local, q, lists }: CollectionsPageProps) {
	return (
		<Layout title={strings.title} person={person} local={local} section="pages">
			<h1>{strings.title}</h1>
			<form class="desk-filters" method="get" action={sectionAddresses.pages}>
				<label>
					{strings.words}
					<input type="search" name="q" value={q} />
				</label>
				<button class="desk-button" type="submit">
					{entryStrings.list.search}
				</button>
				{q !== "" && <a href={sectionAddresses.pages}>{entryStrings.list.clear}</a>}
			</form>
			<div class="desk-kinds">
				{listedCollections.map((collection) => (
					<section class="desk-part">
						<div class="desk-part-head">
							<h2>{strings[collection]}</h2>
							{collection !== "settings" && (
								<a class="desk-button" href={`${editorPath}${newFormFragment(collection)}`}>
									{strings.add}
									<span class="visually-hidden">: {strings[collection]}</span>
								</a>
							)}
						</div>
						<Names collection={collection} list={lists[collection]} />
					</section>
				))}
			</div>
		</Layout>
	);
}

function Names({
	collection,
	list = { entries: [], more: 0 },
}: {
	readonly collection: Collection;
	readonly list?: NameList | undefined;
}) {
	const { entries, more } = list;
	if (entries.length === 0) return <p class="desk-empty">{strings.none}</p>;
	return (
		<>
			<ul class="desk-names">
				{entries.map(({ id, title }) => (
					<li>
						<a href={formAddress(collection, collection === "settings" ? "site" : id)}>{title || id}</a>
					</li>
				))}
			</ul>
			{more > 0 && <p class="desk-facts">{strings.more(formatNumber(more))}</p>}
		</>
	);
}
