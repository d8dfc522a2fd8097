import { element } from "../../dom/element.ts";
import { say, sayDay } from "../../messages/index.ts";
import { searchPhone } from "./ask.ts";
import { texts } from "./kept-texts.ts";

/** The field that searches what is on the phone. @param question searched at once; may be empty */
export function phoneSearch(question: string): HTMLElement {
	const input = element("input", {
		type: "search",
		name: "q",
		id: "kept-question",
		enterkeyhint: "search",
		autocomplete: "off",
	});
	input.value = question;
	const status = element("p", { role: "status", class: "kept-note" });
	const results = element("ul", { class: "kept-list" });
	const form = element(
		"form",
		{ role: "search", class: "kept-search" },
		element("label", { for: "kept-question" }, say(texts, "kept.search")),
		element("div", {}, input, element("button", { type: "submit" }, say(texts, "kept.submit"))),
	);
	async function run(): Promise<void> {
		const text = input.value.trim();
		const found = text === "" ? [] : await searchPhone(text);
		status.textContent =
			text === ""
				? ""
				: found.length === 0
					? say(texts, "kept.foundNone", { text })
					: say(texts, "kept.found", { count: found.length });
		results.replaceChildren(
			...found.map(({ address, title, date, lead }) =>
				element(
					"li",
					{},
					element("a", { href: address }, title),
					...(date === undefined ? [] : [" ", element("small", {}, sayDay(texts, date))]),
					...(lead === "" ? [] : [element("p", { class: "kept-note" }, lead)]),
				),
			),
		);
	}
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		void run();
	});
	if (question !== "") void run();
	return element("section", { class: "kept-searching" }, form, status, results);
}
