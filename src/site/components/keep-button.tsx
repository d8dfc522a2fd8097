import { say } from "../../messages/index.ts";
import { Icon } from "./icon.tsx";
import type { SiteProps } from "./site-props.ts";

/** Keeps the page and the articles that it lists for reading without a network. It is hidden until its script works. */
export function KeepButton({ site }: SiteProps) {
	if (!site.features.offline) return null;
	return (
		<p class="keep-button later" hidden>
			<button type="button" data-tool="keep">
				<Icon name="keep" />
				{say(site, "tools.keep")}
			</button>
		</p>
	);
}
