/**
 * The views of all kinds of page. A view is small, plain data (JSON) with everything that its page shows besides the
 * site's settings. So a page is a pure function of its view and `SiteView`, and a build knows from their digest whether
 * to write it again.
 */
import type { Speaking } from "../messages/index.ts";
import type { AsWritten } from "../model/as-written.ts";
import type { BannerPlace } from "../model/banner.ts";
import type { Comment } from "../model/comment.ts";
import type { IsoDate, IsoDateTime, IsoDay, UrlPath } from "../model/ids.ts";
import type { Image } from "../model/image.ts";
import type { OfficialDocumentKind } from "../model/official-document.ts";
import type { ScheduleItem } from "../model/schedule.ts";
import type { StoryList, StoryVideo } from "../model/story.ts";

/** Something with a name and a page. */
export interface LinkView {
	readonly label: string;
	readonly address: UrlPath;
}

/** A picture that has been prepared: its size, and its addresses in several widths. */
export interface PictureView {
	/** Address of the largest version in a format that every browser reads. */
	readonly src: UrlPath;
	readonly width: number;
	readonly height: number;
	/** WebP versions, narrowest first. Empty for pictures that are not resized (SVG). */
	readonly variants: readonly { readonly src: UrlPath; readonly width: number }[];
}

/** A picture as an article shows it. */
export interface FigureView extends PictureView {
	readonly alt: string;
	/** The part that is kept when the picture is cropped; the middle if absent. */
	readonly focus?: Image["focus"];
	readonly caption?: string;
	readonly credit?: string;
}

/** An article in a list. */
export interface CardView {
	readonly address: UrlPath;
	readonly title: string;
	readonly date: IsoDate;
	/** Whether the day is unknown: the date only determines the order, and readers do not see it. */
	readonly undated?: boolean;
	readonly summary?: string;
	readonly picture?: FigureView;
	readonly committee?: LinkView;
	readonly province?: LinkView;
	/** The number of pictures, if it is a photo story. */
	readonly pictures?: number;
	readonly video?: StoryVideo;
}

/** An article in a dated list of headlines. */
export interface HeadlineView {
	readonly address: UrlPath;
	readonly title: string;
	readonly date: IsoDate;
	/** Whether the day is unknown: the date only determines the order, and readers do not see it. */
	readonly undated?: boolean;
}

/** A province or committee by its name on the article's day, and what has become of it, if that differs. */
export interface DatedNameView extends LinkView {
	/** What it is today: the same unit under another name or rank, or the units into which it was merged. */
	readonly now?: { readonly relation: "renamed" | "partOf"; readonly units: readonly LinkView[] };
}

export interface AuthorView extends LinkView {
	/** @default "person" */
	readonly kind?: "organisation";
	readonly organisation?: string;
}

export interface AttachmentView {
	readonly title: string;
	readonly address: UrlPath;
	/** In bytes. */
	readonly size: number;
	/** Upper case, without the dot: `PDF`. */
	readonly format: string;
}

/** Readers' comments on an article. */
export interface DiscussionView {
	/** Newest first. */
	readonly comments: readonly Comment[];
	/** Whether readers can write more. */
	readonly isOpen: boolean;
}

/** The file of a Markdown body, and what is needed to render it. */
export interface BodyView {
	/** Path below the content folder. */
	readonly file: string;
	/** SHA-256 of that file. */
	readonly digest: string;
	/** The prepared pictures by their paths in the body. */
	readonly pictures: Readonly<Record<string, PictureView>>;
}

export interface ArticleView extends AsWritten<"article"> {
	/** The first sentences of the body, if there is no lead. Only for metadata, as readers see them in the body. */
	readonly opening?: string;
	/** Address of its English text. */
	readonly translation?: UrlPath;
	readonly picture?: FigureView;
	/** Address of the picture for Open Graph: the article's own or one made of its title. */
	readonly shareImage: {
		readonly src: UrlPath;
		readonly width: number;
		readonly height: number;
		readonly alt: string;
	};
	readonly authors: readonly AuthorView[];
	readonly tags: readonly LinkView[];
	readonly committee?: DatedNameView;
	readonly province?: DatedNameView;
	readonly event?: LinkView;
	readonly attachments: readonly AttachmentView[];
	/** Absent if there are no comments and none are accepted. */
	readonly discussion?: DiscussionView;
	readonly related: readonly CardView[];
	/** Published just after this article, newest first, three at the most. */
	readonly newer: readonly HeadlineView[];
	/** Published just before, newest first, six at the most. */
	readonly older: readonly HeadlineView[];
	/** Minutes, at least one. */
	readonly readingMinutes: number;
	/** When the article's announcement expired. */
	readonly expired?: IsoDateTime;
	readonly body: BodyView;
}

/** A withdrawn article: the page says so and has nothing else of it. */
export interface WithdrawnView {
	readonly date: IsoDate;
	readonly withdrawn: IsoDate;
	readonly reason: string;
	/** Its day, if that day has an archive page because of other articles. */
	readonly day?: IsoDay;
}

/** A day in a calendar. */
export interface CalendarDayView {
	readonly day: IsoDay;
	/** The number of articles; zero if the day has no page. */
	readonly count: number;
}

/** A month's grid. Weeks start on Monday; the component lays the days out. */
export interface CalendarView {
	/** `2026-11` */
	readonly month: string;
	/** Every day of the month, in order. */
	readonly days: readonly CalendarDayView[];
	/** The months with news just before and after. */
	readonly previous?: LinkView;
	readonly next?: LinkView;
}

/** A banner: a picture, or else words. */
export interface BannerView extends AsWritten<"banner"> {
	readonly picture?: PictureView;
}

/** The banners that are shown now, by place; absent without banners. */
export type BannersView = { readonly [Place in BannerPlace]?: readonly BannerView[] };

export interface HomeView {
	readonly banners?: BannersView;
	readonly lead?: CardView;
	/** Three further stories: featured ones, then the newest. */
	readonly featured: readonly CardView[];
	readonly latest: readonly CardView[];
	/** Sections of committees, tags or provinces, each with a few of its newest stories. */
	readonly sections: readonly { readonly heading: LinkView; readonly cards: readonly CardView[] }[];
	/** Further newest stories, if there are no sections. */
	readonly more: readonly CardView[];
	/** Provinces with news, by Vietnamese alphabet. */
	readonly provinces: readonly (LinkView & { readonly count: number })[];
	/** Recent photo stories, newest first. */
	readonly photoStories: readonly CardView[];
	/** Recent stories with a video, newest first. */
	readonly videoStories: readonly CardView[];
	readonly records?: HomeRecordsView;
	readonly calendar?: CalendarView;
	/** Whether archives are offered for download. */
	readonly offersArchives?: true;
	/** The most read articles up to yesterday, if the build knew them. */
	readonly mostRead?: readonly LinkView[];
}

/** The office's records on the home page, if the portal has any. */
export interface HomeRecordsView {
	/** The newest. */
	readonly documents?: readonly OfficialDocumentLinkView[];
	/** The next items of this week's schedule or, once these are over, of the next week's. */
	readonly week?: Pick<WeekView, "address" | "items"> & { readonly isThisWeek: boolean };
	/** The newest. */
	readonly questions?: readonly LinkView[];
}

/** Every part of the portal, in groups. */
export interface OverviewView {
	readonly parts: readonly { readonly label: string; readonly links: readonly LinkView[] }[];
}

/**
 * The part of the archive that a page shows, as parameters of the archive search; names as the index knows them. Empty
 * for the whole archive.
 */
export interface ArchiveScopeView {
	readonly nam?: string;
	readonly thang?: string;
	readonly ngay?: string;
	readonly tinh?: readonly string[];
	readonly ban?: readonly string[];
	readonly "tac-gia"?: string;
	readonly "tu-khoa"?: string;
}

/** The introduction of a list, by its kind, with the part of the archive that it shows. */
export type ListAboutView = { readonly scope: ArchiveScopeView } & ListKindView;

type ListKindView =
	| { readonly kind: "latest" | StoryList }
	| ({ readonly kind: "tag" } & AsWritten<"tag">)
	| ({ readonly kind: "event"; readonly picture?: FigureView } & AsWritten<"event">)
	| ({ readonly kind: "author"; readonly photo?: FigureView } & AsWritten<"author">)
	| ({
			readonly kind: "committee";
			/** One of the model's kinds. */
			readonly committeeKind: string;
			readonly province?: LinkView;
			readonly successor?: LinkView;
			readonly predecessors: readonly LinkView[];
	  } & AsWritten<"committee">)
	| {
			readonly kind: "province";
			readonly fullName: string;
			/** Every unit that had this slug, oldest first. */
			readonly history: readonly {
				readonly fullName: string;
				readonly from?: IsoDay;
				readonly to?: IsoDay;
				readonly act?: string;
			}[];
			/** Present if the unit no longer exists. */
			readonly nowPartOf?: readonly LinkView[];
			/** Former units whose articles this page lists. */
			readonly predecessors: readonly LinkView[];
	  };

/** An entry of a list. On a province's page, with the predecessor to which it belongs, if any. */
export interface ListEntryView extends CardView {
	readonly of?: LinkView;
}

/** The landing page of a list or one of its numbered pages. */
export interface ListView {
	readonly heading: string;
	/** An event's timeline, or a list of photo stories or videos; absent for a list of lines. */
	readonly look?: "timeline" | "pictures";
	/** Address of the landing page. */
	readonly landing: UrlPath;
	/** Absent on the landing page. Page 1 has the oldest entries. */
	readonly number?: number;
	/** Only on the landing page. */
	readonly about?: ListAboutView;
	/** Only on the landing page. */
	readonly banners?: BannersView;
	/** Newest first. */
	readonly entries: readonly ListEntryView[];
	readonly newer?: UrlPath;
	readonly older?: UrlPath;
	/** The page of the oldest articles, unless it is this page or the next older one. */
	readonly oldest?: UrlPath;
	/**
	 * Only on the landing page of a list that has numbered ones: the months of its articles, newest first, each with
	 * the page of that month's newest article.
	 */
	readonly months?: readonly { readonly month: string; readonly address: UrlPath }[];
}

export interface DayView {
	readonly day: IsoDay;
	/** The featured story, or one with a picture; absent if there is neither. */
	readonly lead?: CardView;
	/** The others, newest first; none on a day with many. */
	readonly cards: readonly CardView[];
	/** The others of a day with many, newest first. */
	readonly headlines: readonly HeadlineView[];
	readonly previous?: IsoDay;
	readonly next?: IsoDay;
}

export interface MonthView {
	readonly calendar: CalendarView;
	readonly total: number;
	/** Newest day first. */
	readonly days: readonly {
		readonly day: IsoDay;
		readonly headlines: readonly HeadlineView[];
		/** The number of the day's articles, if not all are shown. */
		readonly count?: number;
	}[];
}

export interface YearView {
	/** `2026` */
	readonly year: string;
	readonly total: number;
	/** All twelve, January first. */
	readonly months: readonly {
		readonly month: string;
		readonly count: number;
		readonly headlines: readonly HeadlineView[];
	}[];
	readonly previous?: string;
	readonly next?: string;
}

/** The archive of a year that readers can download. */
export interface ArchiveOfferView {
	/** `2024` */
	readonly year: string;
	readonly address: UrlPath;
	/** In bytes. */
	readonly size: number;
	/** In hexadecimal. */
	readonly sha256: string;
	readonly edition: number;
	/** The last day whose corrections are included. */
	readonly day: IsoDay;
}

export interface ArchiveView {
	readonly total: number;
	/** Newest year first; each has twelve counts, January first. */
	readonly years: readonly { readonly year: string; readonly counts: readonly number[] }[];
	/** Newest year first; absent without archives. */
	readonly offers?: readonly ArchiveOfferView[];
}

export interface FixedPageView extends AsWritten<"page"> {
	readonly picture?: FigureView;
	/** Address of its English text. */
	readonly translation?: UrlPath;
	/** The original of this English text; an article has a date and authors. */
	readonly original?: {
		readonly address: UrlPath;
		readonly date?: IsoDate;
		readonly authors?: readonly AuthorView[];
	};
	readonly body: BodyView;
}

/** An event in the list of all. */
export interface EventLineView extends AsWritten<"event"> {
	readonly address: UrlPath;
	readonly picture?: FigureView;
}

export interface EventsView {
	/** Newest first, by the day on which they began. */
	readonly events: readonly EventLineView[];
}

/** A week of a schedule. */
export interface WeekView {
	/** Its Monday. */
	readonly week: IsoDay;
	readonly address: UrlPath;
	/** Its calendar, for programs. */
	readonly calendar: UrlPath;
	/** By day and hour. */
	readonly items: readonly ScheduleItem[];
	readonly note?: string;
}

/** A week's page, or the page of all weeks. */
export interface ScheduleView {
	readonly weeks: readonly WeekView[];
	/** Only on a week's page. */
	readonly previous?: Pick<WeekView, "week" | "address">;
	/** Only on the page of all: every week, newest first. */
	readonly all?: readonly Pick<WeekView, "week" | "address">[];
}

/** A person with a post in a unit. */
export interface OfficialView extends AsWritten<"person"> {
	/** In this unit. */
	readonly posts: readonly { readonly title: string; readonly from?: IsoDay }[];
	readonly portrait?: PictureView;
}

/** A former post of a person. */
export interface FormerPostView {
	readonly name: string;
	readonly title: string;
	readonly from?: IsoDay;
	readonly until: IsoDay;
}

/** A unit in the tree of the organisation. */
export interface UnitNodeView extends LinkView {
	/** The people with its highest posts. */
	readonly people: readonly OfficialView[];
	readonly units: readonly UnitNodeView[];
}

export interface OrganisationView {
	readonly units: readonly UnitNodeView[];
}

export interface UnitView extends AsWritten<"unit"> {
	/** The units that it belongs to, from the highest down. */
	readonly above: readonly LinkView[];
	readonly units: readonly LinkView[];
	/** In the order of their posts. */
	readonly people: readonly OfficialView[];
	/** Those who left last first. */
	readonly former: readonly FormerPostView[];
}

/** A question with its answer. */
export interface QuestionView extends AsWritten<"question"> {
	readonly id: string;
	readonly documents: readonly OfficialDocumentLinkView[];
	readonly articles: readonly LinkView[];
}

/** The questions of a topic. */
export interface QuestionTopicView {
	/** Absent for questions without a topic. */
	readonly label?: string;
	readonly slug: string;
	/** The topic's own page, if it has one: then the list of all topics has no answers. */
	readonly address?: UrlPath;
	readonly questions: readonly QuestionView[];
}

/** Every topic, or the page of one. */
export interface QuestionsView {
	readonly isOneTopic?: true;
	readonly topics: readonly QuestionTopicView[];
}

/** An official document in a list. */
export interface OfficialDocumentLineView {
	readonly address: UrlPath;
	readonly number: string;
	readonly kind: OfficialDocumentKind;
	readonly date: IsoDay;
	readonly summary: string;
	readonly issuer: string;
	/** The lists that have it. */
	readonly slugs: { readonly kind: string; readonly issuer: string; readonly subject?: string };
	/** Absent while it is in force. */
	readonly ended?: "replaced" | "expired";
}

/** An official document that another one names. */
export type OfficialDocumentLinkView = Pick<
	OfficialDocumentLineView,
	"address" | "number" | "kind" | "date" | "summary"
>;

export interface OfficialDocumentView extends AsWritten<"official-document"> {
	/** The lists that have it. */
	readonly lists: {
		readonly year: UrlPath;
		readonly kind: UrlPath;
		readonly issuer: UrlPath;
		readonly subject?: UrlPath;
	};
	/** Files with a `preview` are shown on the page. */
	readonly files: readonly (Omit<AttachmentView, "title"> & {
		readonly title?: string;
		/** The number of pages, if it could be read. */
		readonly pages?: number;
		readonly preview?: true;
	})[];
	readonly replaces: readonly OfficialDocumentLinkView[];
	readonly amends: readonly OfficialDocumentLinkView[];
	readonly replacedBy: readonly OfficialDocumentLinkView[];
	readonly amendedBy: readonly OfficialDocumentLinkView[];
	/** Absent in an offline archive, which does not depend on the day. */
	readonly state?: "inForce" | "notYet" | "replaced" | "expired";
}

/** Official documents with a common property, with their list. */
export interface OfficialDocumentFacetView {
	/** The kind, or a name as in the documents. */
	readonly label: string;
	readonly slug: string;
	readonly address: UrlPath;
	readonly count: number;
}

/** The list of official documents, of a kind, issuer or subject, or of a year of these. */
export interface OfficialDocumentsView {
	/** Their common property; absent for the list of all documents. */
	readonly of?: { readonly facet: "kind" | "issuer" | "subject"; readonly label: string };
	readonly landing: UrlPath;
	/** Absent on the landing page, which has the newest. */
	readonly year?: string;
	/** Newest first. */
	readonly documents: readonly OfficialDocumentLineView[];
	/** Only on a landing page: the years that have pages, newest first. */
	readonly years?: readonly { readonly year: string; readonly address: UrlPath }[];
	/** Only on the landing page of all. */
	readonly facets?: Readonly<Record<"kind" | "issuer" | "subject", readonly OfficialDocumentFacetView[]>>;
	/** Only on a year's page: the years with documents before and after. */
	readonly previous?: string;
	readonly next?: string;
}

/** What there is in English. */
export interface EnglishView {
	readonly pages: readonly LinkView[];
	/** Of articles, newest first. */
	readonly articles: readonly CardView[];
	/** All of them by the days of their originals, newest first. */
	readonly archive: readonly { readonly day: IsoDay; readonly links: readonly LinkView[] }[];
}

/** A choice of a filter. */
export interface ChoiceView {
	readonly label: string;
	readonly value: string;
}

export interface SearchView {
	readonly isEnglish?: true;
	/** Years with articles, newest first. */
	readonly years: readonly string[];
	/** Provinces and committees with articles, by slug, in the order of the Vietnamese alphabet. */
	readonly provinces: readonly ChoiceView[];
	readonly committees: readonly ChoiceView[];
}

export interface ArchiveSearchView {
	/** The periods of the index, newest first: `2026-11`, then years. */
	readonly bundles: readonly string[];
}

export interface NotFoundView {
	readonly latest: readonly HeadlineView[];
}

/** A former address, which redirects. */
export interface RedirectView {
	readonly to: UrlPath;
	readonly title: string;
}

/** The settings that every page shows, with the site's language and texts. */
export interface SiteView extends AsWritten<"site">, Speaking {
	/** The accent colour in light mode, as `#a61b1b`. */
	readonly accent: string;
	/** Digest of the portal's own components, if it has any. */
	readonly components?: string;
	readonly logo?: PictureView;
	/** The preview picture of pages without one of their own. */
	readonly shareImage?: { readonly src: UrlPath; readonly width: number; readonly height: number };
	readonly banners: readonly {
		readonly label: string;
		readonly link: string;
		readonly picture?: PictureView;
	}[];
	/** Whether this is the site of the English pages. */
	readonly isEnglish?: boolean;
	/** Fixed pages, for the footer. */
	readonly pages: readonly LinkView[];
	readonly features: {
		readonly search: boolean;
		readonly share: boolean;
		readonly fontSize: boolean;
		readonly readingTime: boolean;
		/** Whether phones keep pages to be read without a network. */
		readonly offline: boolean;
	};
}

/** The kinds of HTML page with their views: each folder of `src/site/kinds` adds its own. */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled by the kinds
export interface PageViews {}

export type PageKind = keyof PageViews;
