import { element } from "../../../dom/element.ts";
import { say } from "../../../messages/index.ts";
import type { FinderQuery } from "../../finder/finder.ts";
import { setChoice } from "../element.ts";
import { texts } from "../search-texts.ts";

const address = "/tim-kiem/trong-luu-tru/";

/**
 * The way from found articles to research in the archive: the same question and filters, within chosen years. It stays
 * where it is from one answer to the next, as its lists of years take longer to make than an answer to show.
 */
export class ArchiveSearchForm {
	readonly element: HTMLFormElement;
	/** The page's filters. */
	private readonly selects: readonly HTMLSelectElement[];
	private readonly question = element("input", { type: "hidden", name: "q" });
	/** The filters. */
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
		// A page that nothing was asked of has one field of this name: that of its own form.
		if (!this.question.form) this.element.prepend(this.question);
		const fields: [name: string, value: string | undefined][] = [];
		// The index of the archive knows provinces and committees by their names.
		for (const { name, value, selectedOptions } of this.selects)
			if (value && name !== "nam" && name !== "xep") fields.push([name, selectedOptions[0]?.text]);
		if (byDate) fields.push(["xep", "ngay"]);
		// Browsers that fill in forms read all forms of the page again whenever a field comes or goes.
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
