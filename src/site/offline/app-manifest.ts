import { languageOf, say } from "../../messages/index.ts";
import { homeAddress, keptAddress, latestAddress } from "../../model/addresses.ts";
import type { SiteView } from "../views.ts";

/** The ground of the start screen, as `--paper` of the style sheet. */
const paper = "#fbf9f4";

/** The web app manifest, by which a phone puts the site on its home screen: https://www.w3.org/TR/appmanifest/. */
export function renderAppManifest(site: SiteView): string {
	return `${JSON.stringify({
		id: homeAddress,
		name: site.name,
		short_name: site.name,
		description: site.description,
		lang: languageOf(site),
		dir: "ltr",
		start_url: homeAddress,
		scope: homeAddress,
		display: "standalone",
		// A way back and the address, where the browser can show them.
		display_override: ["minimal-ui", "standalone"],
		theme_color: site.accent,
		background_color: paper,
		categories: ["news", "government"],
		icons: [
			{ src: "/assets/icon-192.png", sizes: "192x192", type: "image/png" },
			{ src: "/assets/icon-512.png", sizes: "512x512", type: "image/png" },
			{ src: "/assets/icon-maskable.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
			{ src: "/assets/icon.svg", sizes: "any", type: "image/svg+xml" },
		],
		shortcuts: [
			{ name: say(site, "footer.latest"), url: latestAddress },
			{ name: say(site, "footer.kept"), url: keptAddress },
		],
	})}\n`;
}
