import { say, sayBytes } from "../../messages/index.ts";
import type { AttachmentView } from "../views.ts";
import { replaceable } from "./replaceable.ts";
import type { SiteProps } from "./site-props.ts";

export interface AttachmentListProps extends SiteProps {
	readonly attachments: readonly AttachmentView[];
}

/** An article's files to download, each with its format and size. */
export const AttachmentList = replaceable("attachment-list", ({ site, attachments }: AttachmentListProps) => {
	return (
		<section class="attachment-list">
			<h2>{say(site, "article.attachments")}</h2>
			<ul>
				{attachments.map((attachment) => (
					<li>
						<a href={attachment.address} download="">
							{attachment.title}
						</a>{" "}
						<span class="attachment-list-size">
							{attachment.format}, {sayBytes(site, attachment.size)}
						</span>
					</li>
				))}
			</ul>
		</section>
	);
});

declare module "./replaceable.ts" {
	interface ReplaceableProps {
		"attachment-list": AttachmentListProps;
	}
}
