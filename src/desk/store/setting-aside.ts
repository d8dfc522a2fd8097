import type { TreeChange } from "../git/trees.ts";
import { type DeskContext, isObjectId } from "./desk-context.ts";
import type { DeskStore, Publication } from "./desk-store.ts";
import { archivedRevisions } from "./draft-history.ts";
import { publishFiles } from "./publishing.ts";
import { putRevision } from "./saving.ts";
import { strings } from "./strings.ts";

/**
 * Takes back a publication. Readers get the former text again, and the new text becomes a revision that was sent back,
 * with the reason.
 *
 * @returns undefined if another text has been published by now
 */
export async function setAside(
	desk: DeskContext,
	{ collection, id, commit, reason }: Parameters<DeskStore["setAside"]>[0],
): Promise<Publication | undefined> {
	return await desk.writing(async () => {
		const current = await desk.look({ collection, id });
		const publication = isObjectId(commit) ? await desk.repository.commit(commit) : undefined;
		if (!current || !publication) return undefined;
		const { path } = current;
		const after = await desk.branch.blobAt(path, commit);
		const [parent] = publication.parents;
		const before = parent === undefined ? undefined : await desk.branch.blobAt(path, parent);
		if (after === undefined || current.published?.blob !== after) return undefined;
		const clock = { id: "", name: strings.clock, email: "" };
		const title = desk.titleOf(path, current.published.text);
		const message = `${strings.commits.setAside(title)}\n\n${strings.commits.reason}: ${reason}`;
		const archived = (await archivedRevisions(desk, current)).find((one) => one.publication === commit);
		const revision = archived && (await desk.pending.read(archived.revision));
		if (!current.pending) {
			const {
				approvedBy: _approval,
				publishAt: _moment,
				...kept
			} = revision?.record ?? {
				...desk.newRecord(current, clock),
			};
			const note = { by: strings.clock, at: desk.moment(), text: reason };
			const again = await desk.pending.write(
				{
					entry: current,
					record: { ...kept, state: "writing", base: before ?? null, reason, notes: [...kept.notes, note] },
					blob: after,
					assets: revision?.assets ?? new Map(),
					parents: revision ? [revision.commit] : [],
				},
				desk.signature(clock),
				message,
			);
			if (!(await putRevision(desk, current, again, clock, message))) return undefined;
		}
		return await publishFiles(
			desk,
			current,
			{
				files: async (now) =>
					now.published?.blob === after ? new Map<string, TreeChange>([[path, before ?? null]]) : undefined,
				message,
			},
			clock,
		);
	});
}
