import type { Child } from "hono/jsx";
import { say } from "../../messages/index.ts";
import type { SiteProps } from "./site-props.ts";

/** A list with more items is folded by year. */
export const mostUnfolded = 30;

export interface YearFoldsProps<Item> extends SiteProps {
	/** In the order in which they are shown; `undefined` where the year is not known. */
	readonly years: ReadonlyMap<string | undefined, readonly Item[]>;
	readonly children: (items: readonly Item[]) => Child;
}

/** A long list by years. The first one is open, and the others open on a tap, without a script. */
export function YearFolds<Item>({ site, years, children }: YearFoldsProps<Item>) {
	return (
		<div class="year-folds">
			{[...years].map(([year, items], at) => (
				<details open={at === 0}>
					<summary>
						{year === undefined ? say(site, "article.undated") : say(site, "year.year", { year })}
					</summary>
					{children(items)}
				</details>
			))}
		</div>
	);
}
