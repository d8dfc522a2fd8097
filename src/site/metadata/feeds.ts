import { say } from "../../messages/index.ts";
import {
	atomAddress,
	englishAddress,
	homeAddress,
	jsonFeedAddress,
	recordsAddresses,
} from "../../model/addresses.ts";
import { storyLists } from "../../model/story.ts";
import { feedTitle } from "../feeds/atom.ts";
import type { PageFeeds } from "../layouts/document.tsx";
import type { ListAboutView, PageKind, PageViews, SiteView } from "../views.ts";

const kindsWithoutFeed: readonly PageKind[] = ["withdrawn", "redirect", "not-found"];
const listsWithFeed: readonly ListAboutView["kind"][] = [
	"committee",
	"province",
	"tag",
	"event",
	...storyLists,
];

/**
 * The feeds in a page's head: on the landing page of a tag, province or committee those of the list, elsewhere the
 * site's. None on pages such as 404.
 */
export function pageFeeds<Kind extends PageKind>(
	kind: Kind,
	view: PageViews[Kind],
	site: Pick<SiteView, "name" | "messages" | "isEnglish">,
): PageFeeds | undefined {
	if (kindsWithoutFeed.includes(kind)) return undefined;
	const list = kind === "list" ? (view as PageViews["list"]) : undefined;
	if (kind === "official-documents") {
		const landing = recordsAddresses["official-documents"];
		return {
			atom: atomAddress(landing),
			json: jsonFeedAddress(landing),
			title: feedTitle({ heading: say(site, "officialDocuments.title") }, site),
		};
	}
	const own = list?.about && listsWithFeed.includes(list.about.kind) ? list : undefined;
	const landing = own?.landing ?? (site.isEnglish ? englishAddress : homeAddress);
	return {
		atom: atomAddress(landing),
		json: jsonFeedAddress(landing),
		title: feedTitle(own ? { heading: own.heading } : {}, site),
	};
}
