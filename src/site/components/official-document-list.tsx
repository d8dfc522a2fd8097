import { say, sayDay } from "../../messages/index.ts";
import type { OfficialDocumentLineView } from "../views.ts";
import type { SiteProps } from "./site-props.ts";

export interface OfficialDocumentListProps extends SiteProps {
	/** In the order in which they are shown. */
	readonly documents: readonly OfficialDocumentLineView[];
}

/** Official documents by number, day and what they are about; the script that filters them reads the data. */
export function OfficialDocumentList({ site, documents }: OfficialDocumentListProps) {
	return (
		<ol class="official-document-list">
			{documents.map(({ address, number, kind, date, summary, issuer, slugs, ended }) => (
				<li data-kind={slugs.kind} data-issuer={slugs.issuer} data-subject={slugs.subject}>
					<p class="official-document-list-number">
						<strong class="whole long">{number}</strong> <time datetime={date}>{sayDay(site, date)}</time>
					</p>
					<p class="official-document-list-summary">
						<a href={address}>{summary}</a>
					</p>
					<p class="official-document-list-about">
						<span>{say(site, `officialDocumentKind.${kind}`)}</span> <span>{issuer}</span>
						{ended && (
							<>
								{" "}
								<strong>{say(site, `officialDocument.state.${ended}`)}</strong>
							</>
						)}
					</p>
				</li>
			))}
		</ol>
	);
}
