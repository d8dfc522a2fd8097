import { say } from "../../messages/index.ts";
import type { UrlPath } from "../../model/ids.ts";
import type { SiteProps } from "./site-props.ts";

/** A link from a text to its English translation or back; nothing if there is none. */
export function OtherLanguage({ site, address }: SiteProps & { readonly address: UrlPath | undefined }) {
	if (!address) return null;
	return (
		<p class="other-language">
			<a href={address} lang="en" hreflang={site.isEnglish ? "vi" : "en"}>
				{say(site, "english.original")}
			</a>
		</p>
	);
}
