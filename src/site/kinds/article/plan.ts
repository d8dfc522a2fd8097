import { type Article, isExpired } from "../../../model/article.ts";
import { asWritten } from "../../../model/as-written.ts";
import { dayOf } from "../../../model/ids.ts";
import { takesComments } from "../../../model/site.ts";
import { readingMinutes } from "../../../text/index.ts";
import type { Entry } from "../../plan/archive-index.ts";
import { attachmentsOf } from "../../plan/attachments.ts";
import { bodyView } from "../../plan/body-view.ts";
import { card, figure, headline } from "../../plan/cards.ts";
import type { PlanContext } from "../../plan/context.ts";
import { authorName, committeeName, eventLink, provinceName, tagLink } from "../../plan/names.ts";
import { optional } from "../../plan/optional.ts";
import type { Output } from "../../plan/output.ts";
import { furthest, inputsOf, output } from "../../plan/output.ts";
import { placesNamed, relatedTo } from "../../plan/related.ts";
import type { ArticleView } from "../../views.ts";

const newerCount = 3;
const olderCount = 6;

/** The page of an article that readers can see. */
export function articlePage(context: PlanContext, entry: Entry): Output {
	const { article } = entry;
	return output("article", article.address, () => articleView(context, entry), {
		inputs: () => inputsOf(shownBeside(context, entry)),
		day: dayOf(article.date),
		...optional("through", reachOfArticles(context, [entry])),
	});
}

/**
 * Position of the newest article on which the pages of these entries depend. Undefined if one of the pages will name
 * articles that are not published yet.
 */
export function reachOfArticles(context: PlanContext, entries: readonly Entry[]): number | undefined {
	const newest = entries.reduce((one, other) => (other.place > one.place ? other : one));
	const newer = newerThan(context, newest);
	if (newer.length < newerCount) return undefined;
	const named = entries.flatMap((entry) => placesNamed(context, entry));
	return furthest([newer[0]?.place, ...named]);
}

/** The article itself and all others that its page names, in the page's order. */
function shownBeside(context: PlanContext, entry: Entry): Entry[] {
	return [entry, ...relatedTo(context, entry), ...newerThan(context, entry), ...olderThan(context, entry)];
}

/** The view of an article's page. */
function articleView(context: PlanContext, entry: Entry): ArticleView {
	return {
		...articleAlone(context, entry),
		related: relatedTo(context, entry).map((related) => card(context, related)),
		newer: newerThan(context, entry).map(headline),
		older: olderThan(context, entry).map(headline),
	};
}

/** An article without the others that its page names. */
export type ArticleAloneView = Omit<ArticleView, "related" | "newer" | "older">;

export function articleAlone(context: PlanContext, entry: Entry): ArticleAloneView {
	const { portal } = context;
	const { article } = entry;
	const picture = article.image && figure(context, article.file, article.image);
	return {
		...asWritten("article", article),
		...optional("opening", article.opening),
		...optional("translation", entry.translation),
		...optional("picture", picture),
		shareImage: shareImage(context, entry),
		authors: article.author.flatMap((id) => authorName(portal, id) ?? []),
		tags: entry.tags.map((slug) => tagLink(portal, slug)),
		...optional("committee", article.committee && committeeName(portal, article.committee, article.date)),
		...optional("province", article.province && provinceName(portal, article.province, article.date)),
		...optional("event", article.event && eventLink(portal, article.event)),
		attachments: attachmentsOf(context, article),
		...optional("discussion", discussion(context, article)),
		readingMinutes: readingMinutes(article.words),
		...(isExpired(article, portal.now) && article.expires ? { expired: article.expires } : {}),
		body: bodyView(context, article),
	};
}

/** Undefined if an article has no comments and does not take any. */
function discussion({ portal }: PlanContext, article: Article): ArticleView["discussion"] {
	const comments = portal.comments.get(article.id)?.comments ?? [];
	const isOpen = takesComments(portal.site.voice, article.comments);
	return comments.length === 0 && !isOpen ? undefined : { comments: [...comments].reverse(), isOpen };
}

/** Newest first, like the older ones. */
function newerThan(context: PlanContext, { place }: Entry): Entry[] {
	return neighbours(context, place, 1, newerCount).reverse();
}

function olderThan(context: PlanContext, { place }: Entry): Entry[] {
	return neighbours(context, place, -1, olderCount);
}

function neighbours({ index }: PlanContext, place: number, step: 1 | -1, count: number): Entry[] {
	const found: Entry[] = [];
	for (let at = place + step; found.length < count; at += step) {
		const entry = index.all[at];
		if (!entry) break;
		if (!entry.withdrawn) found.push(entry);
	}
	return found;
}

function shareImage(context: PlanContext, { article }: Entry): ArticleView["shareImage"] {
	const own = article.image && figure(context, article.file, article.image);
	if (own && !own.src.endsWith(".svg")) {
		return { src: own.src, width: own.width, height: own.height, alt: own.alt };
	}
	const made = context.shareCards.get(article.committee ?? "") ?? context.shareCards.get("");
	if (!made) throw new Error("The site has no share card");
	return { src: made.src, width: made.width, height: made.height, alt: article.title };
}
