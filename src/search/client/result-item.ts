import { element } from "../../dom/element.ts";
import { say, sayDay } from "../../messages/index.ts";
import { texts } from "./search-texts.ts";

type Content = readonly (string | Node)[];

/** The content of a result. Texts are nodes in which found words are marked. */
export interface Result {
	readonly address: string;
	readonly title: Content;
	/** Undefined for undated articles. */
	readonly date: string | undefined;
	readonly text: Content;
	/** Names of its committee and province. */
	readonly names: readonly Content[];
	readonly picture?: string | undefined;
}

export function resultItem({ address, title, date, text, names, picture }: Result): HTMLLIElement {
	const heading = element("h2", { class: "search-result-title" }, element("a", { href: address }, ...title));
	const about = element("p", { class: "search-result-about" });
	about.append(
		date
			? element("time", { datetime: date }, sayDay(texts, date))
			: element("span", {}, say(texts, "search.undated")),
	);
	for (const name of names) about.append(element("span", {}, ...name));
	const item = element("li", { class: "search-result" }, heading, about);
	if (text.length > 0) item.append(element("p", { class: "search-result-excerpt" }, ...text));
	if (picture) {
		item.classList.add("search-result-pictured");
		const image = { class: "search-result-picture", src: picture, alt: "", width: "480", height: "320" };
		item.append(element("img", { ...image, loading: "lazy", decoding: "async" }));
	}
	return item;
}
