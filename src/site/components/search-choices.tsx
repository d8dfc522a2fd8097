import { strings } from "../strings.ts";
import type { ChoiceView } from "../views.ts";

export interface ChoiceProps {
	readonly label: string;
	/** As it stands in the address. */
	readonly name: string;
	readonly choices: readonly ChoiceView[];
}

/** One value by which results are narrowed, or all of them. */
export function Choice({ label, name, choices }: ChoiceProps) {
	return (
		<label>
			{label}
			<select name={name}>
				<option value="">{strings.searchPage.any}</option>
				{choices.map((choice) => (
					<option value={choice.value}>{choice.label}</option>
				))}
			</select>
		</label>
	);
}

/** In which order results stand. */
export function OrderChoice() {
	return (
		<label>
			{strings.searchPage.sort}
			<select name="xep">
				<option value="">{strings.searchPage.byRelevance}</option>
				<option value="ngay">{strings.searchPage.byDate}</option>
			</select>
		</label>
	);
}
