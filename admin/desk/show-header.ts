import { navigationPath } from "../../src/desk/messages.ts";
import { showBadges } from "./badges.ts";
import { watchHeight } from "./watch-height.ts";
import "./desk-header.css";

/** Puts the desk's own navigation above the form, as the desk has it on its pages. */
export async function showHeader(): Promise<void> {
	const section = /^#\/collections\/articles\//.test(location.hash) ? "articles" : "pages";
	const answer = await fetch(`${navigationPath}?muc=${section}`).catch(() => undefined);
	if (!answer?.ok) return;
	const page = new DOMParser().parseFromString(await answer.text(), "text/html");
	// Whoever is not signed in gets another page, which has none.
	const header = page.querySelector<HTMLElement>(".desk-header");
	if (!header) return;
	header.classList.add("form-header");
	document.body.prepend(header);
	watchHeight(header, "--form-header-height");
	showBadges(header);
}
