import { say } from "../../messages/index.ts";
import { searchAddress } from "../../model/addresses.ts";
import { Icon } from "./icon.tsx";
import { replaceable } from "./replaceable.ts";
import type { SiteProps } from "./site-props.ts";

export interface SearchBoxProps extends SiteProps {
	readonly size: "small" | "large";
}

/** A field that leads to the search page with the question in its address (`?q=`). */
export const SearchBox = replaceable("search-box", ({ site, size }: SearchBoxProps) => {
	return (
		<search class={`search-box search-box-${size}`}>
			<form action={searchAddress} method="get">
				<label>
					<span class="visually-hidden">{say(site, "searchLabel")}</span>
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
		</search>
	);
});

declare module "./replaceable.ts" {
	interface ReplaceableProps {
		"search-box": SearchBoxProps;
	}
}
