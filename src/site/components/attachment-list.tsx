import { formatBytes } from "../../text/index.ts";
import { strings } from "../strings.ts";
import type { AttachmentView } from "../views.ts";

/** An article's files to take along, each with its format and size. */
export function AttachmentList({ attachments }: { readonly attachments: readonly AttachmentView[] }) {
	return (
		<section class="attachment-list">
			<h2>{strings.article.attachments}</h2>
			<ul>
				{attachments.map((attachment) => (
					<li>
						<a href={attachment.address} download="">
							{attachment.title}
						</a>{" "}
						<span class="attachment-list-size">
							{attachment.format}, {formatBytes(attachment.size)}
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}
