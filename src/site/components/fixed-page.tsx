import { say, sayDay } from "../../messages/index.ts";
import type { FixedPageView } from "../views.ts";
import { Breadcrumb } from "./breadcrumb.tsx";
import { Figure } from "./figure.tsx";
import type { PageProps } from "./page-props.ts";
import { Prose } from "./prose.tsx";

/** Who we are, how to reach us: a page that belongs to no day. */
export function FixedPage({ view, site, bodyHtml }: PageProps<FixedPageView>) {
	return (
		<article class="fixed-page">
			<header>
				<Breadcrumb site={site} links={[]} />
				<h1>{view.title}</h1>
				{view.summary && <p class="fixed-page-summary">{view.summary}</p>}
			</header>
			{view.picture && (
				<Figure site={site} figure={view.picture} sizes="(min-width: 48em) 720px, 100vw" eager />
			)}
			<Prose html={bodyHtml} />
			{view.updated && (
				<p class="fixed-page-updated">
					<time datetime={view.updated}>
						{say(site, "fixedPage.updated", { day: sayDay(site, view.updated) })}
					</time>
				</p>
			)}
		</article>
	);
}
