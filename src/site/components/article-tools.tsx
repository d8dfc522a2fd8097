import { say } from "../../messages/index.ts";
import { addressCodeName } from "./address-code.tsx";
import { Icon } from "./icon.tsx";
import { replaceable } from "./replaceable.ts";
import { shareAddresses } from "./share-addresses.ts";
import type { SiteProps } from "./site-props.ts";

export interface ArticleToolsProps extends SiteProps {
	readonly title: string;
	/** The article's whole address. */
	readonly url: string;
}

/**
 * Tools for sharing an article and changing how it is shown. The links work without a script. Other tools are hidden
 * until `client/site.ts` has found that they work here, but have their places from the beginning. Tools that some
 * browsers lack are after all others, where a gap shows least.
 */
export const ArticleTools = replaceable("article-tools", ({ site, title, url }: ArticleToolsProps) => {
	const share = shareAddresses(site, title, url);
	return (
		<aside class="article-tools" aria-label={say(site, "tools.label")}>
			<ul>
				{site.features.share && (
					<>
						<li class="later" hidden>
							<button type="button" data-tool="share">
								<Icon name="share" />
								{say(site, "tools.share")}
							</button>
						</li>
						<li>
							<a href={share.mail}>
								<Icon name="mail" />
								{say(site, "tools.mail")}
							</a>
						</li>
						<li>
							<a href={share.zalo} rel="external noopener nofollow">
								<Icon name="message" />
								{say(site, "tools.zalo")}
							</a>
						</li>
						<li>
							<a href={share.facebook} rel="external noopener nofollow">
								<Icon name="people" />
								{say(site, "tools.facebook")}
							</a>
						</li>
						<li class="later" hidden>
							<button
								type="button"
								data-tool="copy"
								data-done={say(site, "tools.copied")}
								data-failed={say(site, "tools.copyFailed")}
							>
								<Icon name="link" />
								<span>{say(site, "tools.copy")}</span>
							</button>
						</li>
						<li>
							<a href={`#${addressCodeName}`}>
								<Icon name="code" />
								{say(site, "tools.code")}
							</a>
						</li>
					</>
				)}
				<li class="later" hidden>
					<button type="button" data-tool="print">
						<Icon name="print" />
						{say(site, "tools.print")}
					</button>
				</li>
				<li class="later" hidden>
					<button type="button" data-tool="save" data-failed={say(site, "tools.saveFailed")}>
						<Icon name="keep" />
						<span>{say(site, "tools.save")}</span>
					</button>
				</li>
				<li class="article-tools-listen later" hidden>
					<button type="button" data-tool="listen">
						<Icon name="listen" />
						<span>{say(site, "tools.listen")}</span>
					</button>
				</li>
				{site.features.offline && (
					<li class="later" hidden>
						<button type="button" data-tool="keep">
							<Icon name="keep" />
							{say(site, "tools.keep")}
						</button>
					</li>
				)}
				{site.features.fontSize && (
					<li
						class="article-tools-size later"
						data-size={say(site, "tools.size", { percent: "{percent}" })}
						hidden
					>
						<button type="button" data-tool="smaller">
							{say(site, "tools.smallerSign")}
							<span class="visually-hidden"> {say(site, "tools.smaller")}</span>
						</button>
						<button type="button" data-tool="larger">
							{say(site, "tools.largerSign")}
							<span class="visually-hidden"> {say(site, "tools.larger")}</span>
						</button>
					</li>
				)}
			</ul>
		</aside>
	);
});

declare module "./replaceable.ts" {
	interface ReplaceableProps {
		"article-tools": ArticleToolsProps;
	}
}
