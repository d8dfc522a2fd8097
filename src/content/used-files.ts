import { isPublished, isWithdrawn } from "../model/article.ts";
import type { ArticleEntry, CheckContext } from "./checks/context.ts";
import { type FileUse, judgeFileUses } from "./checks/file-uses.ts";
import { hasUsableName } from "./checks/files.ts";
import type { ContentProblem } from "./problem.ts";

/** A fault of a file, independent of the places that use it. */
export type FileFault = Pick<ContentProblem, "message" | "remedy">;

/**
 * The pictures and attachments that documents refer to, by path below the content folder. Only existing files with
 * valid names.
 */
export interface FileList {
	readonly pictures: readonly string[];
	readonly attachments: readonly string[];
}

/** Files that documents use, whose bytes are checked elsewhere. */
export interface UsedFiles {
	/** The files of all documents, including drafts. */
	all(): FileList;
	/** The files of articles that readers cannot see: drafts, scheduled and withdrawn ones. */
	unpublished(): FileList;
	/**
	 * Converts faults of files to problems of the places that use them.
	 * @param faults by path
	 */
	problemsOf(faults: ReadonlyMap<string, FileFault>): ContentProblem[];
}

export function usedFilesOf(context: CheckContext): UsedFiles {
	const listed = (isWanted?: (article: ArticleEntry) => boolean): FileList => {
		const lists = { picture: new Set<string>(), attachment: new Set<string>() };
		const list = ({ kind, target }: FileUse) => {
			if (target !== undefined && hasUsableName(kind, target) && context.files.has(target)) {
				lists[kind].add(target);
			}
			return undefined;
		};
		judgeFileUses(context, list, isWanted);
		return { pictures: [...lists.picture].sort(), attachments: [...lists.attachment].sort() };
	};
	return {
		all: () => listed(),
		unpublished: () => listed((article) => !isShown(article, context)),
		problemsOf: (faults) =>
			faults.size === 0
				? []
				: judgeFileUses(context, ({ target }) => (target === undefined ? undefined : faults.get(target))),
	};
}

function isShown({ fields }: ArticleEntry, { now }: CheckContext): boolean {
	const { draft = false, date, withdrawn } = fields;
	if (date === undefined) return false;
	return isPublished({ draft, date }, now) && !isWithdrawn({ withdrawn }, now);
}
