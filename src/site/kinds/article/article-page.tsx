import { say, sayDay, sayNumber } from "../../../messages/index.ts";
import { introductionOf } from "../../../model/article.ts";
import { AddressCode } from "../../components/address-code.tsx";
import { ArticleCard } from "../../components/article-card.tsx";
import { ArticleFacts } from "../../components/article-facts.tsx";
import { ArticleTools } from "../../components/article-tools.tsx";
import { AttachmentList } from "../../components/attachment-list.tsx";
import { Breadcrumb } from "../../components/breadcrumb.tsx";
import { ByLine } from "../../components/by-line.tsx";
import { Corrections, correctionsName } from "../../components/corrections.tsx";
import { DatedName } from "../../components/dated-name.tsx";
import { Discussion } from "../../components/discussion.tsx";
import { Figure } from "../../components/figure.tsx";
import { OtherArticles } from "../../components/other-articles.tsx";
import { OtherLanguage } from "../../components/other-language.tsx";
import { Prose } from "../../components/prose.tsx";
import { Published } from "../../components/published.tsx";
import { Updated } from "../../components/updated.tsx";
import type { ArticleView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

export function ArticlePage({ view, site, address, bodyHtml }: PageProps<ArticleView>) {
	const corrections = view.corrections ?? [];
	return (
		<div class="article-page">
			<article class="article-page-article">
				<header class="article-page-header">
					<div class="article-page-where">
						<Breadcrumb site={site} links={view.committee ? [view.committee] : []} />
						{view.province && (
							<p>
								<DatedName site={site} name={view.province} />
							</p>
						)}
					</div>
					<h1>{view.title}</h1>
					<p class="article-page-date">
						<Published site={site} article={view} format="line" />
						{view.updated && <Updated site={site} at={view.updated} />}
						{corrections.length > 0 && (
							<a href={`#${correctionsName}`}>
								{say(site, "article.corrected", { count: corrections.length })}
							</a>
						)}
						{site.features.readingTime && (
							<span>{say(site, "article.readingTime", { minutes: view.readingMinutes })}</span>
						)}
						{site.voice.views && (
							<span class="later" hidden={!view.views}>
								{say(site, "article.views")}:{" "}
								<b data-views={view.views ?? 0}>{view.views && sayNumber(site, view.views)}</b>
							</span>
						)}
					</p>
					<OtherLanguage site={site} address={view.translation} />
				</header>
				{view.expired && (
					<p class="article-page-expired">
						{say(site, "article.expired", { day: sayDay(site, view.expired) })}
					</p>
				)}
				{view.summary && <p class="article-page-lead">{view.summary}</p>}
				{view.picture && (
					<Figure site={site} figure={view.picture} sizes="(min-width: 64em) 816px, 100vw" eager />
				)}
				<ArticleTools site={site} title={view.title} url={`${site.url}${address}`} />
				<div class="article-page-body">
					<Prose html={bodyHtml} />
					<ByLine site={site} authors={view.authors} {...(view.source && { source: view.source })} />
					{view.attachments.length > 0 && <AttachmentList site={site} attachments={view.attachments} />}
					<p class="article-page-origin" data-printed={say(site, "article.printed", { moment: "{moment}" })}>
						{say(site, "article.origin", { site: site.name, url: `${site.url}${address}` })}
					</p>
					<AddressCode site={site} url={`${site.url}${address}`} />
					{corrections.length > 0 && <Corrections site={site} corrections={corrections} />}
					<ArticleFacts
						site={site}
						tags={view.tags}
						{...(view.committee && { committee: view.committee })}
						{...(view.province && { province: view.province })}
					/>
				</div>
			</article>
			{view.discussion && <Discussion site={site} discussion={view.discussion} />}
			{view.related.length > 0 && (
				<section class="article-page-related">
					<h2 class="section-heading">{say(site, "article.related")}</h2>
					{view.related.map((card) => (
						<ArticleCard site={site} card={card} variant="compact" level={3} />
					))}
				</section>
			)}
			<OtherArticles
				site={site}
				date={view.date}
				{...(view.undated && { undated: true })}
				newer={view.newer}
				older={view.older}
			/>
		</div>
	);
}

declare module "../../views.ts" {
	interface PageViews {
		article: ArticleView;
	}
}

export const page = pageKind("article", {
	component: ArticlePage,
	title: (view) => ({ title: view.title, description: introductionOf(view) }),
});
