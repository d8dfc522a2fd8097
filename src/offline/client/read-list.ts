import { element } from "../../dom/element.ts";
import { say, sayDay } from "../../messages/index.ts";
import { keptAddress } from "../../model/addresses.ts";
import { cacheNames, storedHeaders } from "../cache-names.ts";
import { texts } from "./kept-texts.ts";
import { dayAt } from "./phone.ts";

/** Pages that are listed at first; the others follow when asked for. */
const listed = 30;

/** The pages that were read and are still on the phone, latest first. */
export async function readPages(): Promise<HTMLElement> {
	const cache = await caches.open(cacheNames.read);
	const pages = await Promise.all(
		(await cache.keys()).map(async (request) => {
			const headers = (await cache.match(request))?.headers;
			return {
				address: new URL(request.url).pathname,
				title: decodeURIComponent(headers?.get(storedHeaders.title) ?? ""),
				moment: Number(headers?.get(storedHeaders.moment)),
			};
		}),
	);
	const known = pages
		.filter(({ title, address }) => title !== "" && address !== keptAddress)
		.sort((a, b) => b.moment - a.moment);
	const section = element(
		"section",
		{},
		element("h2", { class: "section-heading" }, say(texts, "kept.read")),
	);
	if (known.length === 0) section.append(element("p", { class: "notice" }, say(texts, "kept.noneRead")));
	else
		section.append(
			element(
				"ul",
				{ class: "kept-list" },
				...known
					.slice(0, listed)
					.map(({ address, title, moment }) =>
						element(
							"li",
							{},
							element("a", { href: address }, title),
							" ",
							element("small", {}, sayDay(texts, dayAt(moment))),
						),
					),
			),
		);
	return section;
}
