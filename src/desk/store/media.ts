import { fold } from "../../text/index.ts";
import type { DeskContext } from "./desk-context.ts";
import type { MediaPage, Use } from "./desk-store.ts";

const mediaName = /\.(?:jpe?g|png|webp|avif|gif|svg)$/i;
const filesPerPage = 50;

/** Pictures that readers have: `media` first, then those of articles, newest first. */
export async function mediaOf(
	desk: DeskContext,
	{
		q = "",
		cursor,
		limit = filesPerPage,
	}: { readonly q?: string; readonly cursor?: string; readonly limit?: number },
	usesOf: (path: string) => readonly Use[],
): Promise<MediaPage> {
	const tip = await desk.branch.tip();
	if (tip === undefined) return { files: [], cursor: null, count: 0 };
	const contentPath = await desk.branch.contentPath();
	const listed = await desk.repository.text(["ls-tree", "-r", "-z", "--full-tree", "--name-only", tip]);
	const start = contentPath === "" ? "" : `${contentPath}/`;
	const words = fold(q)
		.split(/\s+/)
		.filter((word) => word !== "");
	const paths = listed
		.split("\0")
		.filter((path) => path.startsWith(start) && mediaName.test(path))
		.map((path) => path.slice(start.length))
		.filter((path) => words.every((word) => fold(path).includes(word)))
		.reverse();
	paths.sort((a, b) => Number(b.startsWith("media/")) - Number(a.startsWith("media/")));
	const from = Math.max(0, Number(cursor) || 0);
	const shown = paths.slice(from, from + Math.min(limit, 200));
	const files: { path: string; bytes: number; usedBy: readonly Use[] }[] = [];
	for (const path of shown) {
		const blob = await desk.branch.blobAt(path, tip);
		const bytes = blob === undefined ? 0 : ((await desk.repository.blob(blob))?.length ?? 0);
		files.push({ path, bytes, usedBy: usesOf(path) });
	}
	const next = from + files.length;
	return { files, cursor: next < paths.length ? String(next) : null, count: paths.length };
}
