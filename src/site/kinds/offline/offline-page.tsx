import { say } from "../../../messages/index.ts";
import { KeptPlace } from "../../components/kept-place.tsx";
import { type PageProps, pageKind } from "../page-kind.ts";

type OfflineView = Readonly<Record<string, never>>;

/** Shown instead of a page that the phone does not have. Says so, and lists what can be read. */
export function OfflinePage({ site }: PageProps<OfflineView>) {
	return (
		<div class="offline-page kept-page">
			<h1>{say(site, "offlinePage.title")}</h1>
			<p class="kept-page-lead">{say(site, "offlinePage.text")}</p>
			<p>{say(site, "offlinePage.next")}</p>
			<KeptPlace site={site} />
		</div>
	);
}

declare module "../../views.ts" {
	interface PageViews {
		offline: OfflineView;
	}
}

export const page = pageKind("offline", {
	isIndexed: false,
	component: OfflinePage,
	title: (_view, site) => ({ title: say(site, "offlinePage.title") }),
});
