import { searchAddress } from "../../model/addresses.ts";
import { strings } from "../strings.ts";
import { Icon } from "./icon.tsx";

/** A field that leads to the search page with the question in its address (`?q=`). */
export function SearchBox({ size }: { readonly size: "small" | "large" }) {
	return (
		<search class={`search-box search-box-${size}`}>
			<form action={searchAddress} method="get">
				<label>
					<span class="visually-hidden">{strings.searchLabel}</span>
					<input
						type="search"
						name="q"
						placeholder={strings.searchPlaceholder}
						autocomplete="off"
						enterkeyhint="search"
					/>
				</label>
				<button type="submit">
					<Icon name="search" />
					<span class="search-box-submit">{strings.searchPage.submit}</span>
				</button>
			</form>
		</search>
	);
}
