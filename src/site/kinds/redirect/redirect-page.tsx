import { languageOf, say } from "../../../messages/index.ts";
import type { RedirectView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

/** A whole document that redirects from a former address. It is small, as each article may have some. */
export function RedirectPage({ view, site }: PageProps<RedirectView>) {
	return (
		<html lang={languageOf(site)}>
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<title>{view.title}</title>
				<meta http-equiv="refresh" content={`0; url=${view.to}`} />
				<link rel="canonical" href={`${site.url}${view.to}`} />
				<meta name="robots" content="noindex" />
				<link rel="stylesheet" href="/assets/site.css" />
			</head>
			<body>
				<main class="redirect-page notice">
					<h1>{say(site, "redirect.title")}</h1>
					<p>
						{say(site, "redirect.text")} <a href={view.to}>{view.title}</a>
					</p>
				</main>
			</body>
		</html>
	);
}

declare module "../../views.ts" {
	interface PageViews {
		redirect: RedirectView;
	}
}

export const page = pageKind("redirect", {
	component: RedirectPage,
	title: (view) => ({ title: view.title }),
});
