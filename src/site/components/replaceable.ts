/** Components that a portal may replace with its own, in `theme/components/`. */
import { html, raw } from "hono/html";
import type { JSX } from "hono/jsx/jsx-runtime";
import { say } from "../../messages/index.ts";

/**
 * The names of replaceable components, which are also the names of the portal's files without extension. Names and
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

/** The properties of each component. Each component declares its own. */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled by the components
export interface ReplaceableProps {}

/** Markup of a component; null shows nothing. */
export type Markup = JSX.Element | ReturnType<typeof html> | null;

/** The second argument of a portal's component. */
export interface ComponentTools<Props> {
	/** A template tag. Inserted values are escaped, unless they are markup themselves. */
	readonly html: typeof html;
	/** Markup from a text that holds HTML. */
	readonly raw: typeof raw;
	/** A text of the site by its key: `say(site, "home")`. */
	readonly say: typeof say;
	/** The product's own component, which may be used inside. */
	readonly original: (props: Props) => Markup;
}

/** A portal's component: the default export of its file. It must not depend on anything but its properties. */
export type OwnComponent<Name extends keyof ReplaceableProps> = (
	props: ReplaceableProps[Name],
	tools: ComponentTools<ReplaceableProps[Name]>,
) => Markup;

/** The loaded components. Their property types are not known here. */
export type OwnComponents = ReadonlyMap<ReplaceableName, OwnComponent<never>>;

/** A portal's component threw, or returned something that is not markup. */
export class OwnComponentError extends Error {
	readonly component: string;
	readonly reason: string | undefined;

	/** @param reason what it threw; undefined if it returned no markup */
	constructor(component: string, reason: string | undefined) {
		super(reason);
		this.component = component;
		this.reason = reason;
	}
}

/** Of the portal whose pages this process renders. */
let replacements: OwnComponents = new Map();

/** From now on these replace the product's components of the same names. */
export function replaceComponents(components: OwnComponents): void {
	replacements = components;
}

/** The component of this name: the portal's own if there is one, or else the product's. */
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
