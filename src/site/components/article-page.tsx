import { formatDay } from "../../text/index.ts";
import { strings } from "../strings.ts";
import type { ArticleView } from "../views.ts";
import { ArticleCard } from "./article-card.tsx";
import { ArticleFacts } from "./article-facts.tsx";
import { ArticleTools } from "./article-tools.tsx";
import { AttachmentList } from "./attachment-list.tsx";
import { Breadcrumb } from "./breadcrumb.tsx";
import { ByLine } from "./by-line.tsx";
import { DatedName } from "./dated-name.tsx";
import { Figure } from "./figure.tsx";
import { Moment } from "./moment.tsx";
import { OtherArticles } from "./other-articles.tsx";
import type { PageProps } from "./page-props.ts";
import { Prose } from "./prose.tsx";

export function ArticlePage({ view, site, address, bodyHtml }: PageProps<ArticleView>) {
	return (
		<div class="article-page">
			<article class="article-page-article">
				<header class="article-page-header">
					<div class="article-page-where">
						<Breadcrumb links={view.committee ? [view.committee] : []} />
						{view.province && (
							<p>
								<DatedName name={view.province} />
							</p>
						)}
					</div>
					<h1>{view.title}</h1>
					<p class="article-page-date">
						<Moment at={view.date} format="line" />
						{view.updated && (
							<span>
								{strings.article.updated}: <Moment at={view.updated} format="day" />{" "}
								<Moment at={view.updated} format="time" />
							</span>
						)}
						{site.features.readingTime && <span>{strings.article.readingTime(view.readingMinutes)}</span>}
					</p>
				</header>
				{view.expired && (
					<p class="article-page-expired">{strings.article.expired(formatDay(view.expired))}</p>
				)}
				{view.summary && <p class="article-page-lead">{view.summary}</p>}
				{view.picture && <Figure figure={view.picture} sizes="(min-width: 64em) 816px, 100vw" eager />}
				<ArticleTools title={view.title} url={`${site.url}${address}`} features={site.features} />
				<div class="article-page-body">
					<Prose html={bodyHtml} />
					<ByLine authors={view.authors} {...(view.source && { source: view.source })} />
					{view.attachments.length > 0 && <AttachmentList attachments={view.attachments} />}
					<ArticleFacts
						tags={view.tags}
						{...(view.committee && { committee: view.committee })}
						{...(view.province && { province: view.province })}
					/>
				</div>
			</article>
			{view.related.length > 0 && (
				<section class="article-page-related">
					<h2 class="section-heading">{strings.article.related}</h2>
					{view.related.map((card) => (
						<ArticleCard card={card} variant="compact" level={3} />
					))}
				</section>
			)}
			<OtherArticles date={view.date} newer={view.newer} older={view.older} search={site.features.search} />
		</div>
	);
}
