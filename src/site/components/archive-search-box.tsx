import { say } from "../../messages/index.ts";
import { archiveSearchAddress } from "../../model/addresses.ts";
import type { ArchiveScopeView } from "../views.ts";
import { Icon } from "./icon.tsx";
import type { SiteProps } from "./site-props.ts";

export interface ArchiveSearchBoxProps extends SiteProps {
	/** The part of the archive that is searched, as readers call it: `tháng 11/2026`. */
	readonly within: string;
	readonly scope: ArchiveScopeView;
}

/**
 * A field that searches the part of the archive that its page shows. It is a plain form, so that published pages need
 * not change if the search does.
 */
export function ArchiveSearchBox({ site, within, scope }: ArchiveSearchBoxProps) {
	const label = say(site, "archiveSearch.within", { part: within });
	return (
		<search class="archive-search-box" aria-label={label}>
			<form action={archiveSearchAddress} method="get">
				{Object.entries(scope).flatMap(([name, values]: [string, string | readonly string[]]) =>
					[values].flat().map((value) => <input type="hidden" name={name} value={value} />),
				)}
				<label>
					<span>{label}</span>
					<input type="search" name="q" autocomplete="off" enterkeyhint="search" required />
				</label>
				<button type="submit">
					<Icon name="search" />
					<span class="visually-hidden">{say(site, "searchPage.submit")}</span>
				</button>
			</form>
		</search>
	);
}
