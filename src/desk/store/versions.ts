/** The versions of an entry. */
import { toVietnamMoment } from "../../text/index.ts";
import { type DeskContext, isObjectId } from "./desk-context.ts";
import type { Version } from "./desk-store.ts";
import { archivedRevisions } from "./draft-history.ts";
import { type EntryKey, pathOfEntry } from "./entry-paths.ts";

/** Readers' versions and drafts, newest first. */
export async function entryHistory(desk: DeskContext, entry: EntryKey): Promise<readonly Version[]> {
	const path = pathOfEntry(entry);
	if (path === undefined) return [];
	const published = await publishedVersions(desk, path);
	const tips = (await archivedRevisions(desk, entry)).map(({ revision }) => revision);
	const pending = desk.pending.get(entry);
	if (pending) tips.push(pending.commit);
	const drafts: Version[] = [];
	for (const tip of tips) drafts.push(...(await draftVersions(desk, tip)));
	const order = (version: Version) => Date.parse(version.at);
	// Among versions of the same second, the published one is the last.
	const versions = new Map([...published, ...drafts].map((version) => [version.commit, version]));
	return [...versions.values()].sort((a, b) => order(b) - order(a));
}

/** The text of a version; undefined if the commit has no such entry. */
export async function versionText(
	desk: DeskContext,
	entry: EntryKey,
	commit: string,
): Promise<string | undefined> {
	const path = pathOfEntry(entry);
	if (path === undefined || !isObjectId(commit)) return undefined;
	const revision = await desk.pending.read(commit);
	if (revision) return revision.path === path ? (await desk.textOf(revision.blob))?.text : undefined;
	const blob = await desk.branch.blobAt(path, commit);
	return blob === undefined ? undefined : (await desk.textOf(blob))?.text;
}

async function publishedVersions(desk: DeskContext, path: string): Promise<Version[]> {
	const tip = await desk.branch.tip();
	if (tip === undefined) return [];
	const file = await desk.branch.inRepository(path);
	const lines = await desk.repository.text(["log", "-z", "--format=%H%x00%an%x00%at%x00%s", tip, "--", file]);
	const parts = lines === "" ? [] : lines.split("\0");
	const versions: Version[] = [];
	for (let at = 0; at + 3 < parts.length; at += 4) {
		const [commit = "", by = "", seconds = "", what = ""] = parts.slice(at, at + 4);
		versions.push({ commit, by, at: toVietnamMoment(Number(seconds) * 1000), what, isPublished: true });
	}
	return versions;
}

async function draftVersions(desk: DeskContext, tip: string): Promise<Version[]> {
	const versions: Version[] = [];
	for (let at: string | undefined = tip; at !== undefined; ) {
		const commit = await desk.repository.commit(at);
		if (!commit) break;
		const { author, message } = commit;
		const [what = ""] = message.split("\n");
		versions.push({
			commit: at,
			by: author.name,
			at: toVietnamMoment(author.at),
			what,
			isPublished: false,
		});
		at = commit.parents[0];
	}
	return versions;
}
