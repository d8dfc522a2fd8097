/** Approved readers' comments, as files of the readers' branch. */
import { commentsPath, readData, writeComments } from "../../content/index.ts";
import { type Comment, commentsSchema } from "../../model/comment.ts";
import type { ArticleId } from "../../model/ids.ts";
import type { Person } from "../people.ts";
import type { DeskContext } from "./desk-context.ts";
import { type Publication, StoreFault } from "./desk-store.ts";
import { strings } from "./strings.ts";

/** @throws StoreFault if the file cannot be read; then nothing is changed */
export async function changeComments(
	desk: DeskContext,
	article: ArticleId,
	change: (comments: readonly Comment[]) => readonly Comment[],
	person: Pick<Person, "name" | "email">,
): Promise<Publication | undefined> {
	const path = commentsPath(article);
	const result = await desk.branch.publish<undefined>(
		async (tip) => {
			const blob = tip === undefined ? undefined : await desk.branch.blobAt(path, tip);
			const text = blob === undefined ? undefined : (await desk.textOf(blob))?.text;
			const before = text === undefined ? [] : read(path, text);
			const after = change(before);
			const next = after.length === 0 ? undefined : writeComments(after);
			if (next === text) return { instead: undefined };
			return {
				files: new Map([[path, next === undefined ? null : await desk.repository.writeBlob(next)]]),
				message: strings.commits.comments(article),
			};
		},
		desk.signature(person),
		desk.follower,
	);
	if ("instead" in result) return undefined;
	if (desk.seen === result.parent) desk.seen = result.commit;
	desk.tellPublication(result);
	return result;
}

/**
 * A file of comments without one of them. Null where no other is left, undefined where it has no such comment.
 *
 * @throws StoreFault where the file is none that can be read
 */
export function withoutComment(path: string, file: Uint8Array, id: string): string | null | undefined {
	const before = read(path, Buffer.from(file).toString("utf8"));
	const after = before.filter((comment) => comment.id !== id);
	if (after.length === before.length) return undefined;
	return after.length === 0 ? null : writeComments(after);
}

function read(path: string, text: string): readonly Comment[] {
	const { document } = readData(path, Buffer.from(text));
	const { success, data } = commentsSchema.safeParse(document?.fields);
	if (!success) throw new StoreFault("git", strings.faults.comments(path));
	return data.comments;
}
