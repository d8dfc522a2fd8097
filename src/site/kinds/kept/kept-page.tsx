import { say } from "../../../messages/index.ts";
import { KeptPlace } from "../../components/kept-place.tsx";
import { type PageProps, pageKind } from "../page-kind.ts";

type KeptView = Readonly<Record<string, never>>;

/** The list of what can be read without a network. A script fills it, as only the phone knows what it has. */
export function KeptPage({ site }: PageProps<KeptView>) {
	return (
		<div class="kept-page">
			<h1>{say(site, "keptPage.title")}</h1>
			<p class="kept-page-lead">{say(site, "keptPage.lead")}</p>
			<KeptPlace site={site} />
			<p class="kept-page-private">{say(site, "keptPage.private")}</p>
		</div>
	);
}

declare module "../../views.ts" {
	interface PageViews {
		kept: KeptView;
	}
}

export const page = pageKind("kept", {
	isIndexed: false,
	component: KeptPage,
	title: (_view, site) => ({
		title: say(site, "keptPage.title"),
		description: say(site, "keptPage.description"),
	}),
});
