import { say } from "../../messages/index.ts";
import { archiveSearchAddress } from "../../model/addresses.ts";
import type { ArchiveScopeView } from "../views.ts";
import { Icon } from "./icon.tsx";
import type { SiteProps } from "./site-props.ts";

export interface ArchiveSearchBoxProps extends SiteProps {
	/** What the search is confined to, as readers know it: `tháng 11/2026`. */
	readonly within: string;
	readonly scope: ArchiveScopeView;
}

/**
 * A field that searches within the archive that its page shows. A plain form, so that a page that has been published
 * stays as it is whatever becomes of the search.
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
