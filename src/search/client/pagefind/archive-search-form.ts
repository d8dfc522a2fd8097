import { element } from "../../../dom/element.ts";
import { say } from "../../../messages/index.ts";
import type { FinderQuery } from "../../finder/finder.ts";
import { setChoice } from "../element.ts";
import { texts } from "../search-texts.ts";

const address = "/tim-kiem/trong-luu-tru/";

/**
 * The form that leads from results to the archive search, with the same query and filters within chosen years. It is
 * reused between answers, because creating its lists of years takes longer than showing an answer.
 */
export class ArchiveSearchForm {
	readonly element: HTMLFormElement;
	/** The page's filters. */
	private readonly selects: readonly HTMLSelectElement[];
	private readonly question = element("input", { type: "hidden", name: "q" });
	/** Hidden fields with the filters. */
	private readonly carried = element("div", { hidden: "" });
	private readonly years = [element("select", { name: "tu-nam" }), element("select", { name: "den-nam" })];

	constructor(selects: readonly HTMLSelectElement[]) {
		this.selects = selects;
		const labels = [say(texts, "search.from"), say(texts, "search.to")].map((label, index) =>
			element("label", {}, label, this.years[index] ?? ""),
		);
		this.element = element(
			"form",
			{ class: "search-deeper", action: address, hidden: "" },
			this.carried,
			element("h2", {}, say(texts, "search.deeper")),
			element("p", {}, say(texts, "search.deeperHint")),
			...labels,
			element("button", { type: "submit", class: "search-more" }, say(texts, "search.submit")),
		);
	}

	show({ text, filters, byDate }: FinderQuery): void {
		this.question.value = text;
		// Added on the first query: until then, the page's own form must have the only field of this name.
		if (!this.question.form) this.element.prepend(this.question);
		const fields: [name: string, value: string | undefined][] = [];
		// The archive's index identifies provinces and committees by name.
		for (const { name, value, selectedOptions } of this.selects)
			if (value && name !== "nam" && name !== "xep") fields.push([name, selectedOptions[0]?.text]);
		if (byDate) fields.push(["xep", "ngay"]);
		// Changed only if needed: browsers with autofill read all forms of the page again whenever a field is added or
		// removed.
		if (fields.length > 0 || this.carried.hasChildNodes())
			this.carried.replaceChildren(
				...fields.flatMap(([name, value]) =>
					value ? element("input", { type: "hidden", name, value }) : [],
				),
			);
		const known = this.selects.find(({ name }) => name === "nam")?.options ?? [];
		for (const select of this.years) {
			if (select.options.length !== known.length)
				select.replaceChildren(
					...[...known].map(({ value }) => element("option", { value }, value || say(texts, "search.any"))),
				);
			setChoice(select, filters.year ?? "");
		}
		this.element.hidden = false;
	}

	hide(): void {
		this.element.hidden = true;
	}
}
