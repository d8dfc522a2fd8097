import { say } from "../../messages/index.ts";
import type { ChoiceView } from "../views.ts";
import type { SiteProps } from "./site-props.ts";

export interface ChoiceProps extends SiteProps {
	readonly label: string;
	/** Its name in the address. */
	readonly name: string;
	readonly choices: readonly ChoiceView[];
}

/** One value by which results are narrowed, or all of them. */
export function Choice({ site, label, name, choices }: ChoiceProps) {
	return (
		<label>
			{label}
			<select name={name}>
				<option value="">{say(site, "searchPage.any")}</option>
				{choices.map((choice) => (
					<option value={choice.value}>{choice.label}</option>
				))}
			</select>
		</label>
	);
}

/** The order of results. */
export function OrderChoice({ site }: SiteProps) {
	return (
		<label>
			{say(site, "searchPage.sort")}
			<select name="xep">
				<option value="">{say(site, "searchPage.byRelevance")}</option>
				<option value="ngay">{say(site, "searchPage.byDate")}</option>
			</select>
		</label>
	);
}
