import { strings } from "../strings.ts";
import type { SiteView } from "../views.ts";
import { Icon } from "./icon.tsx";
import { shareAddresses } from "./share-addresses.ts";

export interface ArticleToolsProps {
	readonly title: string;
	/** The article's whole address. */
	readonly url: string;
	readonly features: SiteView["features"];
}

/**
 * Passing an article on and setting how it is shown. The links work by themselves; what needs a script is hidden until
 * `client/site.ts` has found that it works here.
 */
export function ArticleTools({ title, url, features }: ArticleToolsProps) {
	const share = shareAddresses(title, url);
	return (
		<aside class="article-tools" aria-label={strings.tools.label}>
			<ul>
				{features.share && (
					<>
						<li hidden>
							<button type="button" data-tool="share">
								<Icon name="share" />
								{strings.tools.share}
							</button>
						</li>
						<li>
							<a href={share.mail}>
								<Icon name="mail" />
								{strings.tools.mail}
							</a>
						</li>
						<li>
							<a href={share.zalo} rel="external noopener nofollow">
								<Icon name="message" />
								{strings.tools.zalo}
							</a>
						</li>
						<li>
							<a href={share.facebook} rel="external noopener nofollow">
								<Icon name="people" />
								{strings.tools.facebook}
							</a>
						</li>
						<li hidden>
							<button
								type="button"
								data-tool="copy"
								data-done={strings.tools.copied}
								data-failed={strings.tools.copyFailed}
							>
								<Icon name="link" />
								<span aria-live="polite">{strings.tools.copy}</span>
							</button>
						</li>
					</>
				)}
				<li hidden>
					<button type="button" data-tool="print">
						<Icon name="print" />
						{strings.tools.print}
					</button>
				</li>
				{features.fontSize && (
					<li class="article-tools-size" hidden>
						<button type="button" data-tool="smaller">
							{strings.tools.smallerSign}
							<span class="visually-hidden"> {strings.tools.smaller}</span>
						</button>
						<button type="button" data-tool="larger">
							{strings.tools.largerSign}
							<span class="visually-hidden"> {strings.tools.larger}</span>
						</button>
					</li>
				)}
			</ul>
		</aside>
	);
}
