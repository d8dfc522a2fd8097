/** The pages for deciding about readers' comments; for editors and publishers. */

import type { Context, Hono } from "hono";
import type { ArticleId } from "../../model/ids.ts";
import {
	commentsIn,
	countWaiting,
	lastDecisionOf,
	publishedOn,
	type StoredComment,
	setWatchedWords,
	watchedWords,
} from "../../voice/comments/comments.ts";
import type { Desk } from "../api/context.ts";
import { Refusal } from "../api/refuse.ts";
import { strings as apiStrings } from "../api/strings.ts";
import { sectionAddresses } from "../messages.ts";
import { byArticle, type Decision, decideComments, decisions } from "../moderation.ts";
import { maySeeComments } from "../people.ts";
import { CommentsPage, type CommentTab, commentTabs } from "./comments-page.tsx";
import { formBody } from "./form-body.ts";
import { waitingAddress } from "./layout.tsx";
import { type PageEnv, pageAnswer } from "./page-answer.tsx";
import { createOutcomes, type Said } from "./said.tsx";
import { commentStrings as strings } from "./strings.ts";

/** Comments on a page. */
const shown = 200;
const mostWords = 500;
/** How long decisions can be undone one after the other, in milliseconds. Single ones can be undone in their list. */
const undoable = 60 * 60 * 1000;

export function addCommentsPages(pages: Hono<PageEnv>, { store, voice, clock, local, log }: Desk): void {
	const address = sectionAddresses.comments;
	const outcomes = createOutcomes<Said>();

	pages.use(`${address}*`, async (context, next) => {
		if (!maySeeComments(context.get("person"))) throw new Refusal(403, strings.forbidden);
		return await next();
	});

	pages.get(waitingAddress, async (context) => {
		const counting = voice.database().then(countWaiting);
		// The badge shows no errors; the page does.
		const waiting = await counting.catch(() => 0);
		return context.json({ waiting }, 200, { "Cache-Control": "no-store" });
	});

	pages.get(address, async (context) => {
		const person = context.get("person");
		const tab = tabOf(context);
		const db = await database();
		const comments = await commentsIn(db, tab, shown);
		return pageAnswer(
			<CommentsPage
				person={person}
				local={local}
				tab={tab}
				comments={comments}
				titles={titlesOf(comments)}
				published={byArticle(tab === "waiting" ? await publishedOn(db, articlesOf(comments)) : [])}
				words={await watchedWords(db)}
				isOn={(await voice.site()).voice.comments !== "none"}
				last={await lastDecisionOf(db, person.name, clock() - undoable)}
				said={outcomes.take(person, context.req.url)}
			/>,
		);
	});

	pages.post(address, async (context) => {
		const person = context.get("person");
		const form = await formBody(context);
		const back = `${address}?xem=${tabOf(context)}`;
		const db = await database();
		if (form.get("decision") === "words") {
			await setWatchedWords(db, (form.get("words") ?? "").split(/\r?\n/).slice(0, mostWords));
			return outcomes.show(person, { done: strings.done.words }, back);
		}
		const { decision, ids } = asked(form);
		const reason = decision === "reject" ? form.get("reason")?.slice(0, 200) : undefined;
		const done = await decideComments({ voice, store, clock }, decision, ids, person, reason);
		if (done.length === 0) return outcomes.show(person, { faults: [strings.nothing] }, back);
		return outcomes.show(person, { done: strings.done[decision](done.length) }, back);
	});

	async function database() {
		try {
			return await voice.database();
		} catch (error) {
			log(String(error));
			throw new Refusal(503, strings.unavailable);
		}
	}

	function titlesOf(comments: readonly StoredComment[]): ReadonlyMap<ArticleId, string> {
		const titleOf = (article: ArticleId) => store.summary("articles", article)?.title ?? article;
		return new Map(comments.map(({ article }) => [article, titleOf(article)]));
	}
}

function articlesOf(comments: readonly StoredComment[]): readonly ArticleId[] {
	return [...new Set(comments.map(({ article }) => article))];
}

/** The button of one comment, or the one for all chosen comments. @throws Refusal for an unknown decision */
function asked(form: URLSearchParams): { readonly decision: Decision; readonly ids: readonly string[] } {
	const single = decisions.find((each) => form.has(each));
	const decision = single ?? decisions.find((each) => each === form.get("decision"));
	if (!decision) throw new Refusal(400, apiStrings.badRequest);
	const ids = form.getAll(single ?? "id").flatMap((each) => each.split(" "));
	return { decision, ids: ids.filter((id) => /^[a-z0-9]{12}$/.test(id)).slice(0, 2_000) };
}

function tabOf(context: Context): CommentTab {
	return commentTabs.find((each) => each === context.req.query("xem")) ?? "waiting";
}
