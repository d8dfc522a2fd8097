import { say, sayDay } from "../../../messages/index.ts";
import { Breadcrumb } from "../../components/breadcrumb.tsx";
import { ByLine } from "../../components/by-line.tsx";
import { Figure } from "../../components/figure.tsx";
import { OtherLanguage } from "../../components/other-language.tsx";
import { Prose } from "../../components/prose.tsx";
import { Published } from "../../components/published.tsx";
import type { FixedPageView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

/** A fixed page, such as "about us" or "contact". */
export function FixedPage({ view, site, bodyHtml }: PageProps<FixedPageView>) {
	return (
		<article class="fixed-page">
			<header>
				<Breadcrumb site={site} links={[]} />
				<h1>{view.title}</h1>
				{view.original?.date && (
					<p class="fixed-page-updated">
						<Published site={site} article={{ date: view.original.date }} format="line" />
					</p>
				)}
				<OtherLanguage site={site} address={view.original?.address ?? view.translation} />
				{view.summary && <p class="fixed-page-summary">{view.summary}</p>}
			</header>
			{view.picture && (
				<Figure site={site} figure={view.picture} sizes="(min-width: 48em) 720px, 100vw" eager />
			)}
			<Prose html={bodyHtml} />
			{view.original?.authors && <ByLine site={site} authors={view.original.authors} />}
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

/** The other fixed pages beside it. In narrow windows they are only in the footer. */
function FixedPageAmongOthers(props: PageProps<FixedPageView>) {
	const { site, address } = props;
	return (
		<div class="fixed-page-among-others">
			<FixedPage {...props} />
			{site.pages.length > 1 && (
				<nav class="fixed-page-others" aria-label={say(site, "footer.pages")}>
					<h2 class="section-heading">{say(site, "footer.pages")}</h2>
					<ul>
						{site.pages.map((page) => (
							<li>
								<a href={page.address} aria-current={page.address === address ? "page" : undefined}>
									{page.label}
								</a>
							</li>
						))}
					</ul>
				</nav>
			)}
		</div>
	);
}

declare module "../../views.ts" {
	interface PageViews {
		fixed: FixedPageView;
	}
}

export const page = pageKind("fixed", {
	component: FixedPageAmongOthers,
	title: (view) => ({ title: view.title, description: view.summary }),
});
