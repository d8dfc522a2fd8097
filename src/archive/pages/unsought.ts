import { html } from "hono/html";

/** Markup that Kiwix's index of texts leaves out: its parser passes over what is between these comments. */
export function unsought(markup: unknown) {
	return html`<!--htdig_noindex-->${markup}<!--/htdig_noindex-->`;
}
