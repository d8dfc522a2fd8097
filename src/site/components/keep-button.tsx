import { say } from "../../messages/index.ts";
import { Icon } from "./icon.tsx";
import type { SiteProps } from "./site-props.ts";

/** Keeps the page, with the articles that it lists, to be read without a network. Hidden until its script works. */
export function KeepButton({ site }: SiteProps) {
	if (!site.features.offline) return null;
	return (
		<p class="keep-button" hidden>
			<button type="button" data-tool="keep">
				<Icon name="keep" />
				{say(site, "tools.keep")}
			</button>
		</p>
	);
}
