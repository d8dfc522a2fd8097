import type { FinderQuery } from "../finder/finder.ts";
import { element } from "./element.ts";
import { strings } from "./strings.ts";

const address = "/tim-kiem/trong-luu-tru/";

/** The way from found articles to research in the archive: the same question and filters, within chosen years. */
export function archiveSearchForm(
	{ text, filters, byDate }: FinderQuery,
	selects: readonly HTMLSelectElement[],
): HTMLElement {
	const form = element("form", { class: "search-deeper", action: address });
	const hidden = (name: string, value: string | undefined) => {
		if (value) form.append(element("input", { type: "hidden", name, value }));
	};
	hidden("q", text);
	// The index of the archive knows provinces and committees by their names.
	for (const { name, value, selectedOptions } of selects)
		if (value && name !== "nam" && name !== "xep") hidden(name, selectedOptions[0]?.text);
	if (byDate) hidden("xep", "ngay");
	const years = selects.find(({ name }) => name === "nam");
	const yearChoice = (label: string, name: string, chosen: string | undefined) => {
		const select = element("select", { name });
		for (const { value } of years?.options ?? [])
			select.append(element("option", { value }, value || strings.any));
		select.value = chosen ?? "";
		return element("label", {}, label, select);
	};
	form.append(
		element("h2", {}, strings.deeper),
		element("p", {}, strings.deeperHint),
		yearChoice(strings.from, "tu-nam", filters.year),
		yearChoice(strings.to, "den-nam", filters.year),
		element("button", { type: "submit", class: "search-more" }, strings.search),
	);
	return form;
}
