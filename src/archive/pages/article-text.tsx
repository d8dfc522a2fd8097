import { raw } from "hono/html";
import { say, sayDay } from "../../messages/index.ts";
import type { Comment } from "../../model/comment.ts";
import { ArticleFacts } from "../../site/components/article-facts.tsx";
import { AttachmentList } from "../../site/components/attachment-list.tsx";
import { ByLine } from "../../site/components/by-line.tsx";
import { DatedName } from "../../site/components/dated-name.tsx";
import { CommentBy } from "../../site/components/discussion.tsx";
import { Figure } from "../../site/components/figure.tsx";
import { HeadlineList } from "../../site/components/headline-list.tsx";
import { Prose } from "../../site/components/prose.tsx";
import { Published } from "../../site/components/published.tsx";
import { Updated } from "../../site/components/updated.tsx";
import type { ArticleAloneView } from "../../site/kinds/article/plan.ts";
import type { HeadlineView } from "../../site/views.ts";
import type { ArchiveProps } from "../view.ts";
import { unsought } from "./archive-document.tsx";

export interface WholeArticle {
	readonly address: string;
	readonly view: ArticleAloneView;
	readonly bodyHtml: string;
	/** The end of what it announces. */
	readonly expires?: string | undefined;
	/** Related articles that the editor named, in the archive or not. */
	readonly related: readonly HeadlineView[];
}

/**
 * A whole article among others. The page names the day on which its announcement ends, and not whether it has ended: an
 * archive does not change as time passes.
 */
export function ArticleText({ archive, article }: ArchiveProps & { readonly article: WholeArticle }) {
	const { site } = archive;
	const { view, bodyHtml, related, address } = article;
	const url = `${site.url}${address}`;
	return (
		<article class="article-page-article offline-article">
			<header class="article-page-header">
				{(view.committee || view.province) && (
					<div class="article-page-where">
						{view.committee && <DatedName site={site} name={view.committee} />}
						{view.province && <DatedName site={site} name={view.province} />}
					</div>
				)}
				<h1>{view.title}</h1>
				<p class="article-page-date">
					<Published site={site} article={view} format="line" />
					{view.updated && <Updated site={site} at={view.updated} />}
				</p>
			</header>
			{article.expires && (
				<p class="article-page-expired">
					{say(site, "offline.validUntil", { day: sayDay(site, article.expires) })}
				</p>
			)}
			{view.summary && <p class="article-page-lead">{view.summary}</p>}
			{view.picture && <Figure site={site} figure={view.picture} sizes="" />}
			<div class="article-page-body">
				<Prose html={bodyHtml} />
				<ByLine site={site} authors={view.authors} {...(view.source && { source: view.source })} />
				{view.attachments.length > 0 && <AttachmentList site={site} attachments={view.attachments} />}
				<ArticleFacts site={site} tags={view.tags} {...(view.event && { event: view.event })} />
				{related.length > 0 && (
					<section class="offline-related">
						<h2>{say(site, "article.related")}</h2>
						<HeadlineList site={site} headlines={related} dates="day" />
					</section>
				)}
				{view.discussion && view.discussion.comments.length > 0 && (
					<Comments archive={archive} comments={view.discussion.comments} />
				)}
				{unsought(
					archive,
					<p class="offline-online">
						{say(site, "offline.online")}:{" "}
						<a href={url} data-online="" rel="external noopener">
							{url}
						</a>
					</p>,
				)}
			</div>
		</article>
	);
}

/** What readers wrote, newest first. Their names are no words to be found, as on the site. */
function Comments({ archive, comments }: ArchiveProps & { readonly comments: readonly Comment[] }) {
	const { site } = archive;
	return (
		<section class="discussion">
			<h2>{say(site, "comments.title")}</h2>
			<ol>
				{comments.map((comment) => (
					<li>
						{unsought(archive, <CommentBy site={site} comment={comment} />)}
						<p class="discussion-text">{comment.text}</p>
					</li>
				))}
			</ol>
		</section>
	);
}

/** Articles, relocated one by one, grouped by day, with links back to the top of the page. */
export function PartArticles({
	archive: { site },
	days,
}: ArchiveProps & {
	readonly days: readonly {
		readonly heading: string;
		readonly anchor: string;
		readonly articles: readonly string[];
	}[];
}) {
	return (
		<div class="offline-part">
			{days.map(({ heading, anchor, articles }) => (
				<section id={anchor}>
					<h2 class="offline-day">{heading}</h2>
					{articles.map((article) => raw(article))}
					<p class="offline-top">
						<a href="#noi-dung">{say(site, "offline.top")}</a>
					</p>
				</section>
			))}
		</div>
	);
}
