import { say, sayDay, sayDayWithWeekday, sayNumber } from "../../../messages/index.ts";
import {
	archiveAddress,
	latestAddress,
	offersAnchor,
	recordsAddresses,
	storyListAddresses,
} from "../../../model/addresses.ts";
import type { StoryList } from "../../../model/story.ts";
import { ArticleCard } from "../../components/article-card.tsx";
import { Banners } from "../../components/banners.tsx";
import { Calendar } from "../../components/calendar.tsx";
import { HeadlineList } from "../../components/headline-list.tsx";
import { MostRead } from "../../components/most-read.tsx";
import { ScheduledWork } from "../../components/scheduled-work.tsx";
import type { HomeView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

/** In wide windows they fill one row, as high as the newest stories beside them. */
const sectionsBesideLatest = 3;

export function HomePage({ view, site }: PageProps<HomeView>) {
	if (!view.lead && view.latest.length === 0) {
		return (
			<>
				<Banners site={site} banners={view.banners} place="top" />
				<p class="home-page notice">{say(site, "homePage.empty")}</p>
				<Records site={site} records={view.records} />
				<Banners site={site} banners={view.banners} place="side" />
				<Banners site={site} banners={view.banners} place="foot" />
			</>
		);
	}
	// A lead without a picture is short beside a column of headlines, so other stories fill the space below it.
	const isWords = view.lead !== undefined && view.lead.picture === undefined;
	const beside = isWords ? view.sections.slice(0, sectionsBesideLatest) : [];
	return (
		<>
			<Banners site={site} banners={view.banners} place="top" />
			<div class="home-page">
				<div class="home-page-top">
					{isWords ? (
						<div class="home-page-words">
							<Featured view={view} site={site} />
							<Sections sections={beside} site={site} />
							<More view={view} site={site} />
						</div>
					) : (
						<Featured view={view} site={site} />
					)}
					{view.latest.length > 0 && (
						<section class="home-page-latest">
							<h2 class="section-heading">{say(site, "homePage.latest")}</h2>
							<HeadlineList site={site} headlines={view.latest} dates="both" />
							<p class="section-more">
								<a href={latestAddress}>{say(site, "homePage.allLatest")}</a>
							</p>
							{site.voice.views && <MostRead site={site} known={view.mostRead} />}
							<Banners site={site} banners={view.banners} place="side" />
						</section>
					)}
					{view.latest.length === 0 && site.voice.views && <MostRead site={site} known={view.mostRead} />}
				</div>
				<Sections sections={view.sections.slice(beside.length)} site={site} />
				{!isWords && <More view={view} site={site} />}
				<Records site={site} records={view.records} />
				<Stories site={site} list="photos" cards={view.photoStories} />
				<Stories site={site} list="videos" cards={view.videoStories} />
				<div class="home-page-bottom">
					{view.calendar && (
						<section class="home-page-calendar">
							<h2 class="section-heading">{say(site, "homePage.calendar")}</h2>
							<Calendar site={site} calendar={view.calendar} size="small" />
							<p class="section-more">
								<a href={archiveAddress}>{say(site, "homePage.archive")}</a>
							</p>
							{view.offersArchives && (
								<p class="section-more">
									<a href={`${archiveAddress}#${offersAnchor}`}>{say(site, "archive.toOffers")}</a>
								</p>
							)}
						</section>
					)}
					{view.provinces.length > 0 && (
						<section class="home-page-provinces">
							<h2 class="section-heading">{say(site, "homePage.provinces")}</h2>
							<ul>
								{view.provinces.map((province) => (
									<li>
										<a href={province.address}>{province.label}</a>{" "}
										<span class="home-page-count">
											{sayNumber(site, province.count)}
											<span class="visually-hidden"> {say(site, "articlesUnit")}</span>
										</span>
									</li>
								))}
							</ul>
						</section>
					)}
				</div>
			</div>
			<Banners site={site} banners={view.banners} place="foot" />
		</>
	);
}

/** The newest photo stories or videos, with a link to all of them. */
function Stories({
	site,
	list,
	cards,
}: Pick<PartProps, "site"> & { readonly list: StoryList; readonly cards: HomeView["photoStories"] }) {
	if (cards.length === 0) return null;
	return (
		<section class="home-page-stories">
			<h2 class="section-heading">
				<a href={storyListAddresses[list]}>{say(site, `stories.${list}`)}</a>
			</h2>
			<ul class="home-page-strip">
				{cards.map((card) => (
					<li>
						<ArticleCard
							site={site}
							card={card}
							variant="standard"
							level={3}
							withSummary={cards.length === 1}
						/>
					</li>
				))}
			</ul>
		</section>
	);
}

/** The newest official documents, the coming days of the schedule, and the newest answers, side by side. */
function Records({ site, records }: Pick<PartProps, "site"> & { readonly records: HomeView["records"] }) {
	if (!records) return null;
	const { documents, week, questions } = records;
	return (
		<div class="home-page-records">
			{documents && (
				<section>
					<h2 class="section-heading">
						<a href={recordsAddresses["official-documents"]}>{say(site, "homePage.documents")}</a>
					</h2>
					<ul>
						{documents.map(({ address, number, kind, date, summary }) => (
							<li>
								<p class="home-page-fact">
									<span>{say(site, `officialDocumentKind.${kind}`)}</span>{" "}
									<strong class="whole long">{number}</strong>{" "}
									<time datetime={date}>{sayDay(site, date)}</time>
								</p>
								<a class="home-page-link" href={address}>
									{summary}
								</a>
							</li>
						))}
					</ul>
				</section>
			)}
			{week && (
				<section>
					<h2 class="section-heading">
						<a href={week.address}>{say(site, week.isThisWeek ? "homePage.week" : "homePage.comingWeek")}</a>
					</h2>
					<ul>
						{week.items.map((item) => (
							<li>
								<p class="home-page-fact">
									<time datetime={item.from ? `${item.date}T${item.from}+07:00` : item.date}>
										{sayDayWithWeekday(site, item.date)}
									</time>{" "}
									<strong>{item.from ?? say(site, "schedule.wholeDay")}</strong>
								</p>
								<p>
									<ScheduledWork site={site} item={item} />
								</p>
							</li>
						))}
					</ul>
				</section>
			)}
			{questions && (
				<section>
					<h2 class="section-heading">
						<a href={recordsAddresses.questions}>{say(site, "questions.title")}</a>
					</h2>
					<ul>
						{questions.map(({ label, address }) => (
							<li>
								<a class="home-page-link" href={address}>
									{label}
								</a>
							</li>
						))}
					</ul>
				</section>
			)}
		</div>
	);
}

type PartProps = Pick<PageProps<HomeView>, "view" | "site">;

function Featured({ view, site }: PartProps) {
	if (!view.lead) return null;
	return (
		<section
			class={`home-page-featured${view.lead.picture ? "" : " home-page-featured-words"}`}
			aria-label={say(site, "homePage.featured")}
		>
			<ArticleCard site={site} card={view.lead} variant="lead" level={2} />
			{view.featured.length > 0 && (
				<div class="home-page-more">
					{view.featured.map((card) => (
						<ArticleCard
							site={site}
							card={card}
							variant="standard"
							level={2}
							withSummary={card.picture === undefined}
						/>
					))}
				</div>
			)}
		</section>
	);
}

function Sections({ sections, site }: Pick<HomeView, "sections"> & Pick<PartProps, "site">) {
	if (sections.length === 0) return null;
	return (
		<div class="home-page-sections">
			{sections.map(({ heading, cards: [first, ...others] }) => (
				<section class="home-page-section">
					<h2 class="section-heading">
						<a href={heading.address}>{heading.label}</a>
					</h2>
					{first && <ArticleCard site={site} card={first} variant="standard" level={3} withPlace={false} />}
					{others.length > 0 && <HeadlineList site={site} headlines={others} dates="day" />}
				</section>
			))}
		</div>
	);
}

/** Shown instead of sections in a portal that has none. */
function More({ view, site }: PartProps) {
	if (view.more.length === 0) return null;
	return (
		<section>
			<h2 class="section-heading">{say(site, "homePage.more")}</h2>
			<div class="home-page-grid">
				{view.more.map((card) => (
					<ArticleCard site={site} card={card} variant="standard" level={3} />
				))}
			</div>
		</section>
	);
}

declare module "../../views.ts" {
	interface PageViews {
		home: HomeView;
	}
}

export const page = pageKind("home", {
	component: HomePage,
	title: (_view, site) => ({
		title: site.tagline ? `${site.name} – ${site.tagline}` : site.name,
		description: site.description,
	}),
});
