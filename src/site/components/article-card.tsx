import { say } from "../../messages/index.ts";
import { hasTime } from "../../model/ids.ts";
import { pointOfFocus } from "../../model/picture-focus.ts";
import { formatLength } from "../../model/story.ts";
import type { CardView, LinkView } from "../views.ts";
import { Icon } from "./icon.tsx";
import { Moment } from "./moment.tsx";
import { oncePerView } from "./once-per-view.ts";
import { Picture } from "./picture.tsx";
import { Published } from "./published.tsx";
import { replaceable } from "./replaceable.ts";
import type { SiteProps } from "./site-props.ts";

/** How much room a card has: a page's first story, a story in a grid, a line of a list. */
type CardVariant = "lead" | "standard" | "compact";

const sizes: Readonly<Record<CardVariant, string>> = {
	lead: "(min-width: 64em) 780px, 100vw",
	standard: "(min-width: 64em) 380px, (min-width: 40em) 50vw, 100vw",
	compact: "(min-width: 40em) 240px, 112px",
};

export interface ArticleCardProps extends SiteProps {
	readonly card: CardView;
	readonly variant: CardVariant;
	/** The level of the title's heading. */
	readonly level: 2 | 3;
	readonly withSummary?: boolean;
	/** Whether the card names its committee or province. False if a heading does. */
	readonly withPlace?: boolean;
	/** Named above the title: the former province of an article on its successor's page. */
	readonly of?: LinkView | undefined;
	/** Shows the time instead of the day, for lists whose heading names the day. @default false */
	readonly withTime?: boolean;
}

type CardPicture = NonNullable<CardView["picture"]>;

const cards = oncePerView<CardView>();

/** An article in a list: one link, stretched over the whole card. */
export const ArticleCard = replaceable("article-card", (props: ArticleCardProps) => {
	const { site, card, variant, level, withSummary = true, withPlace = true, withTime = false } = props;
	const { of } = props;
	const key = `${variant} ${level} ${withSummary} ${withPlace} ${withTime} ${of?.label ?? ""}`;
	return cards(site, card, key, () => <Card {...props} />);
});

function Card({
	site,
	card,
	variant,
	level,
	withSummary = true,
	withPlace = true,
	withTime = false,
	of,
}: ArticleCardProps) {
	const Heading: "h2" | "h3" = `h${level}`;
	const place = of ?? (withPlace ? (card.committee ?? card.province) : undefined);
	return (
		<article class={`article-card article-card-${variant}`}>
			{card.picture && (
				<div class="article-card-picture" data-focus={focusMark(card.picture)}>
					<Picture
						picture={card.picture}
						alt={card.picture.alt}
						sizes={sizes[variant]}
						eager={variant === "lead"}
					/>
				</div>
			)}
			<div class="article-card-text">
				<Heading class="article-card-title">
					<a href={card.address}>{card.title}</a>
				</Heading>
				{withSummary && card.summary && <p class="article-card-summary">{card.summary}</p>}
				<p class="article-card-about">
					{withTime ? (
						hasTime(card.date) && !card.undated && <Moment site={site} at={card.date} format="time" />
					) : (
						<Published site={site} article={card} format="day" />
					)}
					{place && (
						<span class="article-card-place">
							{of && `${say(site, "list.predecessorsOf")} `}
							{place.label}
						</span>
					)}
					{card.pictures !== undefined && (
						<span class="article-card-mark">
							<Icon name="camera" /> {say(site, "stories.pictures", { count: card.pictures })}
						</span>
					)}
					{card.video && (
						<span class="article-card-mark">
							<Icon name="video" /> {say(site, "stories.video")}
							{card.video.seconds !== undefined && ` ${formatLength(card.video.seconds)}`}
						</span>
					)}
				</p>
			</div>
		</article>
	);
}

/** Wider pictures are cropped at their sides by nearly every card, others above and below. */
const widestUpright = 1.6;

/**
 * Where the cropped side of a picture has its focus, in steps of ten percent, for which the style sheet has rules;
 * undefined for the middle. A card crops one side only, so one number is enough.
 */
function focusMark({ focus, width, height }: CardPicture): number | undefined {
	const { x, y } = pointOfFocus(focus);
	const step = Math.round((width / height > widestUpright ? x : y) / 10) * 10;
	return step === 50 ? undefined : step;
}

declare module "./replaceable.ts" {
	interface ReplaceableProps {
		"article-card": ArticleCardProps;
	}
}
