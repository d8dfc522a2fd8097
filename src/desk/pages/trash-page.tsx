import { formatDay } from "../../text/index.ts";
import type { Person } from "../people.ts";
import type { TrashItem } from "../store/index.ts";
import { shortMoment } from "./entry-line.tsx";
import { Layout, sectionAddresses } from "./layout.tsx";
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
			<ul class="desk-lines">
				{items.map(({ key, title, by, at, until }) => (
					<li>
						<div class="desk-line">
							<div>
								<p class="desk-title">{title}</p>
								<p class="desk-facts">
									<span>{strings.deleted(by, shortMoment(at))}</span>
									<span>{strings.until(formatDay(until))}</span>
								</p>
							</div>
						</div>
						<form method="post" action={sectionAddresses.trash}>
							<input type="hidden" name="key" value={key} />
							<button class="desk-button" type="submit">
								{strings.restore}
							</button>
						</form>
					</li>
				))}
			</ul>
		</Layout>
	);
}
