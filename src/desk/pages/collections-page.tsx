import { type Collection, collections } from "../messages.ts";
import type { Person } from "../people.ts";
import type { EntrySummary } from "../store/index.ts";
import { formAddress } from "./entry-line.tsx";
import { Layout } from "./layout.tsx";
import { entryStrings } from "./strings.ts";

const strings = entryStrings.collections;

/** The collections listed here: all except articles, which have their own list. */
export const listedCollections = collections.filter((each) => each !== "articles");

export interface CollectionsPageProps {
	readonly person: Person;
	readonly local: boolean;
	readonly entries: Readonly<Partial<Record<Collection, readonly EntrySummary[]>>>;
}

export function CollectionsPage({ person, local, entries }: CollectionsPageProps) {
	return (
		<Layout title={strings.title} person={person} local={local} section="pages">
			<h1>{strings.title}</h1>
			<div class="desk-columns">
				{listedCollections.map((collection) => (
					<section class="desk-part">
						<h2>{strings[collection]}</h2>
						<ul class="desk-names">
							{(entries[collection] ?? []).map(({ id, title }) => (
								<li>
									<a
										href={
											collection === "settings"
												? "/admin/#/collections/settings/entries/site"
												: formAddress(collection, id)
										}
									>
										{title || id}
									</a>
								</li>
							))}
						</ul>
						{collection !== "settings" && (
							<p>
								<a href={`/admin/#/collections/${collection}/new`}>
									{strings.add}
									<span class="visually-hidden">: {strings[collection]}</span>
								</a>
							</p>
						)}
					</section>
				))}
			</div>
		</Layout>
	);
}
