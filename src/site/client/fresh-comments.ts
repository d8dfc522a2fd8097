/**
 * Tells a reader whose page is open that comments have come, and shows them on demand. They are taken from the page as it
 * is now, so no server of ours is needed.
 */

/** The texts that it needs. The build inserts them. */
declare const commentMessages: Readonly<Record<"comments.fresh", string>>;

/** Milliseconds between two looks while the page is in sight. A reader who comes back to it waits for none. */
const rhythm = 5 * 60 * 1000;
/** What shows comments, in the order of the page. */
const parts = ["h2", "[data-order]", "ol"];

/** @param onShown is called when other elements show the comments */
export function watchForFreshComments(section: HTMLElement, onShown: () => void): void {
	const notice = document.createElement("p");
	notice.setAttribute("role", "status");
	section.querySelector("h2")?.after(notice);
	setInterval(() => void look(), rhythm);
	document.addEventListener("visibilitychange", () => void look());

	async function look(): Promise<void> {
		if (document.hidden || notice.firstChild) return;
		const answer = await fetch(location.pathname, { cache: "no-cache" }).catch(() => undefined);
		if (!answer?.ok) return;
		const page = new DOMParser().parseFromString(await answer.text(), "text/html");
		const now = page.querySelector("[data-discussion]");
		const known = idsIn(section);
		if (now && [...idsIn(now)].some((id) => !known.has(id))) offer(now);
	}

	function offer(now: Element): void {
		const button = document.createElement("button");
		button.type = "button";
		button.textContent = commentMessages["comments.fresh"];
		button.addEventListener("click", () => {
			button.remove();
			show(now);
		});
		notice.append(button);
	}

	/** The form stays, with what is written in it. */
	function show(now: Element): void {
		for (const part of parts) {
			const fresh = now.querySelector(part);
			const old = section.querySelector(part);
			if (fresh && old) old.replaceWith(fresh);
			else if (fresh) notice.before(fresh);
		}
		section.querySelector("h2")?.after(notice);
		onShown();
	}
}

function idsIn(section: Element): ReadonlySet<string | undefined> {
	const items = section.querySelectorAll<HTMLElement>("[data-comment]");
	return new Set([...items].map(({ dataset }) => dataset.comment));
}
