import type { Collection } from "../messages.ts";
import type { Person } from "../people.ts";
import type { Version } from "../store/index.ts";
import type { FieldDifference } from "./document-difference.ts";
import { formAddress, shortMoment } from "./entry-line.tsx";
import { Layout } from "./layout.tsx";
import { RestoreRow } from "./restore-row.tsx";
import { type Said, SaidNotices } from "./said.tsx";
import { entryStrings } from "./strings.ts";
import type { TextPiece } from "./text-difference.ts";

const strings = entryStrings.versions;

export interface HistoryPageProps {
	readonly person: Person;
	readonly local: boolean;
	readonly collection: Collection;
	readonly id: string;
	readonly title: string;
	/** Identifies the current text. */
	readonly revision: string;
	readonly versions: readonly Version[];
	/** The version that the current text is, if it is one of them. */
	readonly current: Version | undefined;
	/** A version beside the current text. */
	readonly compared?: { readonly version: Version; readonly fields: readonly FieldDifference[] } | undefined;
	readonly said: Said | undefined;
}

export function HistoryPage(props: HistoryPageProps) {
	const { person, local, collection, id, title, revision, versions, current, compared, said } = props;
	return (
		<Layout title={strings.title(title)} person={person} local={local} section="articles">
			<h1>{strings.title(title)}</h1>
			<SaidNotices said={said} />
			<p>
				<a href={formAddress(collection, id)}>{strings.open}</a>
			</p>
			{compared && (
				<section class="desk-difference">
					<h2>{strings.comparing(shortMoment(compared.version.at))}</h2>
					{compared.fields.length === 0 && <p>{strings.same}</p>}
					{compared.fields.map(({ label, pieces }) => (
						<>
							<h3>{label}</h3>
							<Difference pieces={pieces} />
						</>
					))}
				</section>
			)}
			<ul class="desk-lines desk-rows">
				{versions.map((version) => {
					const { commit, by, at, what, isPublished } = version;
					const isCurrent = version === current;
					return (
						<RestoreRow
							title={what}
							hidden={{ commit, base: revision }}
							button={isCurrent ? undefined : strings.restore}
						>
							<span>{entryStrings.doneBy(by, shortMoment(at))}</span>
							{isPublished && <span>{strings.readers}</span>}
							{isCurrent ? (
								<span>{strings.current}</span>
							) : (
								<a href={`?so=${commit}`}>
									{strings.compare}
									<span class="visually-hidden">: {what}</span>
								</a>
							)}
						</RestoreRow>
					);
				})}
			</ul>
		</Layout>
	);
}

function Difference({ pieces }: { readonly pieces: readonly TextPiece[] }) {
	return (
		<div class="desk-text">
			{pieces.map(({ kind, text }, at) => {
				if (kind === "added") {
					return (
						<ins>
							<span class="visually-hidden">{strings.added}: </span>
							{text}
						</ins>
					);
				}
				if (kind === "removed") {
					return (
						<del>
							<span class="visually-hidden">{strings.removed}: </span>
							{text}
						</del>
					);
				}
				return <span>{aroundChanges(text, at > 0, at < pieces.length - 1)}</span>;
			})}
		</div>
	);
}

/** Characters of unchanged text shown beside a change. */
const shownBeside = 160;

/** The ends of an unchanged text beside a change, in whole words; all of it if it is short. */
function aroundChanges(text: string, hasBefore: boolean, hasAfter: boolean): string {
	if (text.length <= 2 * shownBeside) return text;
	const head = hasBefore ? text.slice(0, shownBeside).replace(/\S*$/, "") : "";
	const tail = hasAfter ? text.slice(-shownBeside).replace(/^\S*/, "") : "";
	return `${head}${strings.leftOut}${tail}`;
}
