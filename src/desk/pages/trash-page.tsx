import { formatDay } from "../../text/index.ts";
import { sectionAddresses } from "../messages.ts";
import type { Person } from "../people.ts";
import type { TrashItem } from "../store/index.ts";
import { shortMoment } from "./entry-line.tsx";
import { Layout } from "./layout.tsx";
import { RestoreRow } from "./restore-row.tsx";
import { type Said, SaidNotices } from "./said.tsx";
import { entryStrings } from "./strings.ts";

const strings = entryStrings.trash;

export interface TrashPageProps {
	readonly person: Person;
	readonly local: boolean;
	readonly items: readonly TrashItem[];
	readonly said: Said | undefined;
}

export function TrashPage({ person, local, items, said }: TrashPageProps) {
	return (
		<Layout title={strings.title} person={person} local={local} section="trash">
			<h1>{strings.title}</h1>
			<SaidNotices said={said} />
			{items.length === 0 && <p class="desk-empty">{strings.empty}</p>}
			<ul class="desk-lines desk-rows">
				{items.map(({ key, title, by, at, until }) => (
					<RestoreRow title={title} action={sectionAddresses.trash} hidden={{ key }} button={strings.restore}>
						<span>{strings.deleted(by, shortMoment(at))}</span>
						<span>{strings.until(formatDay(until))}</span>
					</RestoreRow>
				))}
			</ul>
		</Layout>
	);
}
