import { PathApi, type SlateEditor } from "platejs";
import type { Block, InlineNode } from "./nodes.ts";
import { withOwnNotes } from "./own-notes.ts";

/**
 * Inserts blocks at the caret, in place of the selection. The text of a single paragraph joins the line; in a cell of a
 * table, all text does.
 */
export function insertBlocks(editor: SlateEditor, added: readonly Block[]): void {
	const blocks = withOwnNotes(added, noteLabels(editor));
	if (blocks.length === 0) return;
	const end = editor.api.end([]);
	if (!editor.selection && end) editor.tf.select(end);
	if (!editor.api.isCollapsed()) editor.tf.delete();
	const [only] = blocks;
	if (blocks.length === 1 && only?.type === "p") {
		editor.tf.insertNodes(only.children as never);
		return;
	}
	if (editor.api.above({ match: { type: "td" } })) {
		const line = blocks.flatMap((block) => [...("children" in block ? textOf(block) : []), { text: " " }]);
		editor.tf.insertNodes(line as never);
		return;
	}
	const top = editor.selection?.anchor.path[0] ?? editor.children.length - 1;
	const current = editor.children[top] as Block | undefined;
	const isLine = current?.type === "p" || /^h\d$/.test(current?.type ?? "");
	if (isLine && editor.api.isEmpty([top])) {
		editor.tf.withoutNormalizing(() => {
			editor.tf.removeNodes({ at: [top] });
			editor.tf.insertNodes(blocks as never, { at: [top] });
		});
		selectEnd(editor, top + blocks.length - 1);
		return;
	}
	let at = top + 1;
	if (isLine && !editor.api.isEnd(editor.selection?.anchor, [top])) {
		if (editor.api.isStart(editor.selection?.anchor, [top])) at = top;
		else editor.tf.splitNodes({ always: true });
	}
	editor.tf.insertNodes(blocks as never, { at: [at] });
	selectEnd(editor, at + blocks.length - 1);
}

/** The labels of the footnotes that a text has. */
export function noteLabels(editor: SlateEditor): string[] {
	return (editor.children as unknown as Block[]).flatMap((block) =>
		block.type === "footnote" ? [block.label] : [],
	);
}

/** Moves the caret behind the inserted blocks; into an empty table, to its beginning. */
function selectEnd(editor: SlateEditor, index: number): void {
	const path = editor.api.hasPath([index]) ? [index] : PathApi.previous([index]);
	if (!path) return;
	const isEmptyTable =
		(editor.children[path[0] ?? 0] as Block).type === "table" && editor.api.string(path) === "";
	const point = isEmptyTable ? editor.api.start(path) : editor.api.end(path);
	if (point) editor.tf.select(point);
}

function textOf(block: Block): InlineNode[] {
	const inline = (node: unknown): InlineNode[] => {
		const { text, children } = node as { text?: string; children?: unknown[] };
		return text !== undefined ? [{ text }] : (children ?? []).flatMap(inline);
	};
	return inline(block);
}
