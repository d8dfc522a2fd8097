import { DUMP_SCHEMA, dump } from "js-yaml";
import type { Comment } from "../model/comment.ts";
import type { ArticleId } from "../model/ids.ts";

/** The path of an article's comments below the content folder. */
export function commentsPath(article: ArticleId): string {
	return `comments/${article}.yml`;
}

/** Writes the file of an article's comments, oldest first. */
export function writeComments(comments: readonly Comment[]): string {
	const ordered = [...comments]
		.sort((one, other) => (one.date < other.date || (one.date === other.date && one.id < other.id) ? -1 : 1))
		.map(({ id, date, name, text }) => ({ id, date, name, text }));
	return dump({ comments: ordered }, { schema: DUMP_SCHEMA, lineWidth: -1, noRefs: true });
}
