/** Fills *Xem nhiều nhất* with the server's lists, one for each period. */

export type MostReadLists = Readonly<
	Record<string, readonly { readonly title: string; readonly address: string }[]>
>;

/** What the build writes is the list of this period. */
const knownPeriod = "month";

/**
 * A list that the build wrote stays as long as it is in sight, so that nothing moves while somebody reads.
 *
 * @param place the part of the page
 */
export function showMostRead(place: HTMLElement, lists: MostReadLists): void {
	const listOf = ({ dataset }: HTMLElement) => lists[dataset.period ?? ""] ?? [];
	const buttons = [...place.querySelectorAll("button")].filter((button) => {
		button.onclick = () => show(button);
		button.hidden = !listOf(button)[0];
		return !button.hidden;
	});
	const isKnown = !place.hidden;
	const first = buttons.find(({ dataset }) => !isKnown || dataset.period === knownPeriod);
	if (!first) return;
	choose(first);
	if (!isKnown || !isInSight(place)) show(first);
	place.hidden = false;
	place.querySelector("[data-periods]")?.removeAttribute("hidden");

	function choose(chosen: HTMLElement): void {
		for (const button of buttons) button.setAttribute("aria-pressed", String(button === chosen));
	}

	function show(chosen: HTMLElement): void {
		choose(chosen);
		const items = listOf(chosen).map(({ title, address }) => {
			const item = document.createElement("li");
			const link = document.createElement("a");
			link.href = address;
			link.textContent = title;
			item.append(link);
			return item;
		});
		place.querySelector("ol")?.replaceChildren(...items);
	}
}

function isInSight(place: HTMLElement): boolean {
	const { top, bottom } = place.getBoundingClientRect();
	return top < innerHeight && bottom > 0;
}
