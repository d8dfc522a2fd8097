import { say } from "../../messages/index.ts";
import { englishSearchAddress, searchAddress } from "../../model/addresses.ts";
import type { UrlPath } from "../../model/ids.ts";
import { Icon } from "./icon.tsx";
import { replaceable } from "./replaceable.ts";
import type { SiteProps } from "./site-props.ts";

export interface SearchBoxProps extends SiteProps {
	readonly size: "small" | "large";
}

/** A field that leads to the search page with the query in its address (`?q=`). */
export const SearchBox = replaceable("search-box", ({ site, size }: SearchBoxProps) => (
	<search class={`search-box search-box-${size}`}>
		<SearchForm
			site={site}
			action={site.isEnglish ? englishSearchAddress : searchAddress}
			label={say(site, "searchLabel")}
		/>
	</search>
));

export interface SearchFormProps extends SiteProps {
	/** The page that answers. */
	readonly action: UrlPath;
	/** The field's name for screen readers. */
	readonly label: string;
}

/** The form of a search box, which works without a script. */
export function SearchForm({ site, action, label }: SearchFormProps) {
	return (
		<form action={action} method="get">
			<label>
				<span class="visually-hidden">{label}</span>
				<input
					type="search"
					name="q"
					placeholder={say(site, "searchPlaceholder")}
					autocomplete="off"
					enterkeyhint="search"
				/>
			</label>
			<button type="submit">
				<Icon name="search" />
				<span class="search-box-submit">{say(site, "searchPage.submit")}</span>
			</button>
		</form>
	);
}

declare module "./replaceable.ts" {
	interface ReplaceableProps {
		"search-box": SearchBoxProps;
	}
}
