/** Components that a portal may replace by its own, in `theme/components/`. */
import { html, raw } from "hono/html";
import type { JSX } from "hono/jsx/jsx-runtime";
import { say } from "../../messages/index.ts";

/**
 * What may be replaced: the name of the portal's file, without its ending, and of the product's component. Names and
 * properties do not change within a major version.
 */
export const replaceableNames = [
	"article-card",
	"article-facts",
	"article-tools",
	"attachment-list",
	"breadcrumb",
	"by-line",
	"calendar",
	"figure",
	"headline-list",
	"list-about",
	"list-navigation",
	"masthead",
	"other-articles",
	"search-box",
	"site-footer",
	"archive-page",
	"archive-search-page",
	"article-page",
	"day-page",
	"fixed-page",
	"home-page",
	"list-page",
	"month-page",
	"not-found-page",
	"search-page",
	"withdrawn-page",
	"year-page",
] as const;

export type ReplaceableName = (typeof replaceableNames)[number];

/** The properties of each, which stand beside its component. */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled by the components
export interface ReplaceableProps {}

/** Markup of a component; null shows nothing. */
export type Markup = JSX.Element | ReturnType<typeof html> | null;

/** What a portal's component finds beside its properties. */
export interface ComponentTools<Props> {
	/** A template tag. What is put into it is escaped, unless it is markup itself. */
	readonly html: typeof html;
	/** Markup from a text that holds HTML. */
	readonly raw: typeof raw;
	/** A text of the site by its key: `say(site, "home")`. */
	readonly say: typeof say;
	/** The product's own component, which may stand inside. */
	readonly original: (props: Props) => Markup;
}

/** A portal's component: the default export of its file. It must not depend on anything but its properties. */
export type OwnComponent<Name extends keyof ReplaceableProps> = (
	props: ReplaceableProps[Name],
	tools: ComponentTools<ReplaceableProps[Name]>,
) => Markup;

/** As they are loaded: what their files export is known only there. */
export type OwnComponents = ReadonlyMap<ReplaceableName, OwnComponent<never>>;

/** A portal's component threw, or gave something that is no markup. */
export class OwnComponentError extends Error {
	readonly component: string;
	readonly reason: string | undefined;

	/** @param reason what it threw; undefined where it gave no markup */
	constructor(component: string, reason: string | undefined) {
		super(reason);
		this.component = component;
		this.reason = reason;
	}
}

/** Of the portal whose pages this process renders. */
let replacements: OwnComponents = new Map();

/** From now on these stand in place of the product's components of their names. */
export function replaceComponents(components: OwnComponents): void {
	replacements = components;
}

/** The component of this name: the portal's own where it has one, or else the product's. */
export function replaceable<Name extends ReplaceableName & keyof ReplaceableProps, Made extends Markup>(
	name: Name,
	original: (props: ReplaceableProps[Name]) => Made,
): (props: ReplaceableProps[Name]) => Made {
	return (props) => {
		const own = replacements.get(name) as OwnComponent<Name> | undefined;
		// Hono renders a template's markup where it renders an element.
		return own ? (markupOf(name, () => own(props, { html, raw, say, original })) as Made) : original(props);
	};
}

function markupOf(name: ReplaceableName, render: () => unknown): Markup {
	let markup: unknown;
	try {
		markup = render();
	} catch (error) {
		throw new OwnComponentError(name, error instanceof Error ? error.message : String(error));
	}
	if (markup === null) return null;
	if (typeof markup === "object" && ("isEscaped" in markup || "tag" in markup)) return markup as Markup;
	throw new OwnComponentError(name, undefined);
}
