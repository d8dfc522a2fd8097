import type { LinkView } from "../views.ts";
import { Icon } from "./icon.tsx";

/** A neighbouring period, with the words that say which neighbour it is. */
type PeriodLink = LinkView & { readonly hint: string };

export interface PeriodNavigationProps {
	readonly label: string;
	readonly previous: PeriodLink | undefined;
	readonly next: PeriodLink | undefined;
}

/** The day, month or year with news before and after, at the edges. */
export function PeriodNavigation({ label, previous, next }: PeriodNavigationProps) {
	if (!previous && !next) return null;
	return (
		<nav class="period-navigation" aria-label={label}>
			<ul>
				{previous && (
					<li>
						<a href={previous.address} rel="prev">
							<Icon name="previous" />
							<span>
								<span class="period-navigation-hint">{previous.hint}</span> {previous.label}
							</span>
						</a>
					</li>
				)}
				{next && (
					<li class="period-navigation-next">
						<a href={next.address} rel="next">
							<span>
								<span class="period-navigation-hint">{next.hint}</span> {next.label}
							</span>
							<Icon name="next" />
						</a>
					</li>
				)}
			</ul>
		</nav>
	);
}
