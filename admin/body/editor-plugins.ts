import {
	BoldPlugin,
	CodePlugin,
	H1Plugin,
	H2Plugin,
	H3Plugin,
	H4Plugin,
	H5Plugin,
	H6Plugin,
	ItalicPlugin,
	StrikethroughPlugin,
} from "@platejs/basic-nodes/react";
import { LinkPlugin } from "@platejs/link/react";
import { ListPlugin } from "@platejs/list-classic/react";
import { PathApi, type SlateEditor } from "platejs";
import { createPlatePlugin, Key } from "platejs/react";
import type { Block } from "./nodes.ts";

const splitReset = { rules: { break: { splitReset: true } } } as const;

/** Blocks without text, or that keep the caret inside, need a paragraph after them. */
const endsWithoutParagraph = new Set(["figure", "hr", "source", "table", "footnote", "blockquote"]);

const blockquote = createPlatePlugin({
	key: "blockquote",
	node: { isElement: true },
	handlers: {
		onKeyDown: ({ editor, event }) => {
			const paragraph = editor.api.block();
			const quotation = editor.api.above({ match: { type: "blockquote" } });
			if (!paragraph || !quotation || !editor.api.isCollapsed()) return;
			const leaves =
				(event.key === Key.Enter && !event.shiftKey && editor.api.isEmpty(paragraph[1])) ||
				(event.key === Key.Backspace &&
					!PathApi.hasPrevious(paragraph[1]) &&
					editor.api.isAt({ start: true }));
			if (!leaves || paragraph[0].type !== "p") return;
			editor.tf.liftNodes({ at: paragraph[1] });
			event.preventDefault();
			event.stopPropagation();
		},
	},
});

const table = createPlatePlugin({
	key: "table",
	node: { isElement: true },
	handlers: {
		onKeyDown: ({ editor, event }) => {
			if (!cellAbove(editor)) return;
			if (event.key === Key.Tab) moveToCell(editor, event.shiftKey ? -1 : 1);
			else if (event.key === Key.Enter) moveDown(editor);
			else if (event.key === Key.Backspace && editor.api.isCollapsed() && isAtCellStart(editor)) {
				// The texts of two cells are never joined.
			} else return;
			event.preventDefault();
			event.stopPropagation();
		},
	},
});

function cellAbove(editor: SlateEditor) {
	return editor.api.above({ match: { type: "td" } });
}

function isAtCellStart(editor: SlateEditor): boolean {
	const cell = cellAbove(editor);
	return cell !== undefined && editor.api.isStart(editor.selection?.anchor, cell[1]);
}

function moveToCell(editor: SlateEditor, step: 1 | -1): void {
	const table = editor.api.above({ match: { type: "table" } });
	const cell = cellAbove(editor);
	if (!table || !cell) return;
	const cells = [...editor.api.nodes({ at: table[1], match: { type: "td" } })];
	const next = cells.findIndex(([, path]) => PathApi.equals(path, cell[1])) + step;
	if (next >= cells.length) addRow(editor);
	else if (cells[next]) editor.tf.select(cells[next][1], { edge: "end" });
}

function moveDown(editor: SlateEditor): void {
	const cell = cellAbove(editor);
	if (!cell) return;
	const column = cell[1].at(-1) ?? 0;
	const below = PathApi.next(PathApi.parent(cell[1]));
	if (!editor.api.hasPath(below)) addRow(editor);
	else if (editor.api.hasPath([...below, column])) editor.tf.select([...below, column], { edge: "end" });
}

/** Inserts a row below that of the caret, and moves the caret there. */
export function addRow(editor: SlateEditor): void {
	const row = editor.api.above({ match: { type: "tr" } });
	if (!row) return;
	const width = (row[0].children as unknown[]).length;
	const at = PathApi.next(row[1]);
	const cells = Array.from({ length: width }, () => ({ type: "td", children: [{ text: "" }] }));
	editor.tf.insertNodes({ type: "tr", children: cells }, { at });
	editor.tf.select([...at, 0], { edge: "start" });
}

/** The plugins of every body's editor. The components of its elements are chosen where they are shown. */
export const bodyPlugins = [
	H1Plugin.configure(splitReset),
	H2Plugin.configure({ ...splitReset, shortcuts: { toggle: { keys: "mod+alt+2" } } }),
	H3Plugin.configure({ ...splitReset, shortcuts: { toggle: { keys: "mod+alt+3" } } }),
	H4Plugin.configure(splitReset),
	H5Plugin.configure(splitReset),
	H6Plugin.configure(splitReset),
	BoldPlugin,
	ItalicPlugin,
	StrikethroughPlugin,
	CodePlugin,
	ListPlugin,
	LinkPlugin,
	blockquote,
	table,
	createPlatePlugin({ key: "tr", node: { isElement: true } }),
	createPlatePlugin({ key: "td", node: { isElement: true } }),
	createPlatePlugin({ key: "figure", node: { isElement: true, isVoid: true } }),
	createPlatePlugin({ key: "hr", node: { isElement: true, isVoid: true } }),
	createPlatePlugin({ key: "source", node: { isElement: true, isVoid: true } }),
	createPlatePlugin({ key: "footnote", node: { isElement: true }, ...splitReset }),
	createPlatePlugin({ key: "footnote-reference", node: { isElement: true, isInline: true, isVoid: true } }),
	createPlatePlugin({ key: "inline-picture", node: { isElement: true, isInline: true, isVoid: true } }),
	createPlatePlugin({ key: "line-breaks" }).overrideEditor(({ editor, tf: { normalizeNode } }) => ({
		transforms: {
			// Slate's default begins a new block.
			insertSoftBreak() {
				editor.tf.insertText("\n");
			},
			normalizeNode(entry, options) {
				if (entry[1].length === 0) {
					const last = editor.children.at(-1) as Block | undefined;
					if (!last || endsWithoutParagraph.has(last.type)) {
						editor.tf.insertNodes({ type: "p", children: [{ text: "" }] }, { at: [editor.children.length] });
						return;
					}
				}
				normalizeNode(entry, options);
			},
		},
	})),
];
