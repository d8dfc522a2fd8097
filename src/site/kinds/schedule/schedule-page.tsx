import { say, sayDay, sayDayWithWeekday } from "../../../messages/index.ts";
import { recordsAddresses, wholeCalendarAddress } from "../../../model/addresses.ts";
import { endOfWeek } from "../../../model/schedule.ts";
import { Breadcrumb } from "../../components/breadcrumb.tsx";
import { PeriodNavigation } from "../../components/period-navigation.tsx";
import { ScheduledWork } from "../../components/scheduled-work.tsx";
import type { SiteProps } from "../../components/site-props.ts";
import { mostUnfolded, YearFolds } from "../../components/year-folds.tsx";
import { groupBy } from "../../plan/group-by.ts";
import type { ScheduleView, SiteView, WeekView } from "../../views.ts";
import { type PageProps, pageKind } from "../page-kind.ts";

/** A week, or the coming weeks with links to all others. */
export function SchedulePage({ view, site }: PageProps<ScheduleView>) {
	const { all, previous, weeks } = view;
	return (
		<div class="schedule-page">
			<header>
				<Breadcrumb
					site={site}
					links={all ? [] : [{ label: say(site, "schedule.title"), address: recordsAddresses.schedules }]}
				/>
				<h1>{titleOf(view, site)}</h1>
				{previous && (
					<PeriodNavigation
						label={say(site, "schedule.navigation")}
						previous={{
							label: rangeOf(previous.week, site),
							address: previous.address,
							hint: say(site, "schedule.previous"),
						}}
						next={undefined}
					/>
				)}
			</header>
			{weeks.map((week) => (
				<section class="schedule-page-week">
					{all && (
						<h2>
							<a href={week.address}>{say(site, "schedule.week", { range: rangeOf(week.week, site) })}</a>
						</h2>
					)}
					<Week site={site} week={week} level={all ? 3 : 2} />
				</section>
			))}
			{all && (
				<section>
					<h2 class="section-heading">{say(site, "schedule.all")}</h2>
					{all.length > mostUnfolded ? (
						<YearFolds site={site} years={groupBy(all, ({ week }) => week.slice(0, 4))}>
							{(ofYear) => <Weeks site={site} weeks={ofYear} />}
						</YearFolds>
					) : (
						<Weeks site={site} weeks={all} />
					)}
					<p class="schedule-page-subscribe">
						<a href={wholeCalendarAddress}>{say(site, "schedule.subscribe")}</a>
					</p>
				</section>
			)}
		</div>
	);
}

function Weeks({ site, weeks }: SiteProps & { readonly weeks: NonNullable<ScheduleView["all"]> }) {
	return (
		<ul class="schedule-page-all">
			{weeks.map(({ week, address }) => (
				<li>
					<a href={address}>{rangeOf(week, site)}</a>
				</li>
			))}
		</ul>
	);
}

function Week({ site, week, level }: SiteProps & { readonly week: WeekView; readonly level: 2 | 3 }) {
	const Heading: "h2" | "h3" = `h${level}`;
	const days = [...new Set(week.items.map(({ date }) => date))];
	return (
		<>
			{days.map((day) => (
				<section class="schedule-page-day">
					<Heading>
						<time datetime={day}>{sayDayWithWeekday(site, day)}</time>
					</Heading>
					<ul>
						{week.items
							.filter(({ date }) => date === day)
							.map(({ from, until, who, where, ...work }) => (
								<li class={work.kind === "reception" ? "schedule-page-reception" : undefined}>
									<p class="schedule-page-time">
										{from ? (
											<>
												<time datetime={`${day}T${from}+07:00`}>{from}</time>
												{until && `–${until}`}
											</>
										) : (
											say(site, "schedule.wholeDay")
										)}
									</p>
									<div>
										<p class="schedule-page-what">
											<ScheduledWork site={site} item={work} />
										</p>
										{who && <p>{who}</p>}
										{where && (
											<p>
												{say(site, "schedule.where")}: {where}
											</p>
										)}
									</div>
								</li>
							))}
					</ul>
				</section>
			))}
			{week.note && <p class="schedule-page-note">{week.note}</p>}
			<p class="schedule-page-subscribe">
				<a href={week.calendar} download="">
					{say(site, "schedule.save")}
				</a>
			</p>
		</>
	);
}

/** "23/11/2026 – 29/11/2026" */
function rangeOf(week: WeekView["week"], site: SiteView): string {
	return `${sayDay(site, week)} – ${sayDay(site, endOfWeek(week))}`;
}

function titleOf({ all, weeks: [week] }: ScheduleView, site: SiteView): string {
	return all || !week
		? say(site, "schedule.title")
		: say(site, "schedule.titleOfWeek", { range: rangeOf(week.week, site) });
}

declare module "../../views.ts" {
	interface PageViews {
		schedule: ScheduleView;
	}
}

export const page = pageKind("schedule", {
	component: SchedulePage,
	title: (view, site) => ({
		title: titleOf(view, site),
		description: say(site, "schedule.description", { organisation: site.organisation }),
	}),
});
