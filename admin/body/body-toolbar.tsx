/** @jsxImportSource react */
import {
	indentListItems,
	someList,
	toggleBulletedList,
	toggleNumberedList,
	unindentListItems,
} from "@platejs/list-classic";
import { PathApi } from "platejs";
import { type PlateEditor, useEditorState } from "platejs/react";
import type { ReactNode } from "react";
import { strings } from "../strings.ts";
import { useBody } from "./body-context.ts";
import { addRow } from "./editor-plugins.ts";
import { Icon, type IconName } from "./icon.tsx";
import { insertBlocks, noteLabels } from "./insert-blocks.ts";
import type { Alignment, Figure, Table } from "./nodes.ts";
import { emptyText } from "./nodes.ts";
import { freeLabel } from "./own-notes.ts";

interface BodyToolbarProps {
	readonly onLink: () => void;
	readonly onSource: () => void;
}

/** The buttons above the body; those for tables while the caret is in one. */
export function BodyToolbar({ onLink, onSource }: BodyToolbarProps) {
	const editor = useEditorState();
	const { addPictures } = useBody();
	const marks = (editor.api.marks() ?? {}) as Record<string, unknown>;
	const isIn = (type: string) => editor.api.some({ match: { type } });
	const inList = someList(editor, "ul") || someList(editor, "ol");
	const button = (name: IconName & keyof typeof strings.body, onPress: () => void, pressed?: boolean) => (
		<ToolButton
			icon={name}
			label={strings.body[name] as string}
			onPress={onPress}
			{...(pressed !== undefined && { pressed })}
		/>
	);
	return (
		<>
			<div className="body-toolbar" role="toolbar" aria-label={strings.body.toolbar}>
				{button("undo", () => editor.undo())}
				{button("redo", () => editor.redo())}
				{button("bold", () => editor.tf.toggleMark("bold"), marks.bold === true)}
				{button("italic", () => editor.tf.toggleMark("italic"), marks.italic === true)}
				{button("heading", () => editor.tf.toggleBlock("h2"), isIn("h2"))}
				{button("subheading", () => editor.tf.toggleBlock("h3"), isIn("h3"))}
				{button("bulletedList", () => toggleBulletedList(editor), someList(editor, "ul"))}
				{button("numberedList", () => toggleNumberedList(editor), someList(editor, "ol"))}
				{inList && button("deeper", () => indentListItems(editor))}
				{inList && button("shallower", () => unindentListItems(editor))}
				{button("quotation", () => toggleQuotation(editor), isIn("blockquote"))}
				{button("link", onLink, isIn("a"))}
				<label className="body-tool" title={strings.body.pictures}>
					<Icon name="pictures" />
					<input
						type="file"
						accept="image/*,.heic,.heif"
						multiple
						aria-label={strings.body.pictures}
						onChange={async (event) => {
							const files = [...(event.currentTarget.files ?? [])];
							event.currentTarget.value = "";
							for (const picture of await addPictures(files)) {
								insertBlocks(editor, [
									{ type: "figure", pictures: [picture], children: emptyText() } satisfies Figure,
								]);
							}
						}}
					/>
				</label>
				{button("table", () => insertBlocks(editor, [newTable()]))}
				{button("footnote", () => insertFootnote(editor))}
				{button("source", onSource)}
			</div>
			{isIn("td") && <TableToolbar editor={editor} />}
		</>
	);
}

interface ToolButtonProps {
	readonly icon: IconName;
	readonly label: string;
	readonly pressed?: boolean;
	readonly onPress: () => void;
}

function ToolButton({ icon, label, pressed, onPress }: ToolButtonProps): ReactNode {
	return (
		<button
			type="button"
			className="body-tool"
			title={label}
			aria-label={label}
			{...(pressed !== undefined && { "aria-pressed": pressed })}
			// Keeps the caret where it is.
			onMouseDown={(event) => event.preventDefault()}
			onClick={onPress}
		>
			<Icon name={icon} />
		</button>
	);
}

function toggleQuotation(editor: PlateEditor): void {
	if (editor.api.some({ match: { type: "blockquote" } })) {
		editor.tf.unwrapNodes({ match: { type: "blockquote" }, split: true });
	} else {
		editor.tf.wrapNodes({ type: "blockquote", children: [] }, { match: (_, path) => path.length === 1 });
	}
}

function newTable(): Table {
	const row = () => ({
		type: "tr" as const,
		children: [0, 1, 2].map(() => ({ type: "td" as const, children: emptyText() })),
	});
	return { type: "table", alignments: ["none", "none", "none"], children: [row(), row(), row()] };
}

/** Inserts a footnote reference at the caret and an empty note at the end of the body, and moves the caret there. */
function insertFootnote(editor: PlateEditor): void {
	const label = freeLabel(new Set(noteLabels(editor)));
	editor.tf.insertNodes([
		{ type: "footnote-reference", label, children: emptyText() },
		{ text: "" },
	] as never);
	const last = editor.children.length - 1;
	const at = editor.api.isEmpty([last]) ? last : last + 1;
	editor.tf.insertNodes({ type: "footnote", label, children: emptyText() } as never, { at: [at] });
	editor.tf.select([at], { edge: "end" });
	editor.tf.focus();
}

function TableToolbar({ editor }: { readonly editor: PlateEditor }) {
	const table = editor.api.above({ match: { type: "table" } });
	const cell = editor.api.above({ match: { type: "td" } });
	if (!table || !cell) return null;
	const [node, path] = table as unknown as [Table, number[]];
	const column = cell[1].at(-1) ?? 0;
	const row = cell[1].at(-2) ?? 0;
	const setAlignments = (alignments: Alignment[]) =>
		editor.tf.setNodes({ alignments } as never, { at: path });
	const alignTo = (alignment: Alignment) =>
		setAlignments(
			node.alignments.map((old, index) =>
				index === column ? (old === alignment ? "none" : alignment) : old,
			),
		);
	const addColumn = () =>
		editor.tf.withoutNormalizing(() => {
			for (const index of node.children.keys()) {
				editor.tf.insertNodes({ type: "td", children: emptyText() } as never, {
					at: [...path, index, column + 1],
				});
			}
			setAlignments(node.alignments.toSpliced(column + 1, 0, "none"));
		});
	const removeColumn = () => {
		if (node.alignments.length === 1) return editor.tf.removeNodes({ at: path });
		editor.tf.withoutNormalizing(() => {
			for (const [index, { children }] of node.children.entries()) {
				if (children[column]) editor.tf.removeNodes({ at: [...path, index, column] });
			}
			setAlignments(node.alignments.toSpliced(column, 1));
		});
	};
	const removeRow = () =>
		editor.tf.removeNodes({ at: node.children.length === 1 ? path : PathApi.parent(cell[1]) });
	const actions: readonly [string, () => unknown][] = [
		[strings.table.rowBelow, () => addRow(editor)],
		[strings.table.columnAfter, addColumn],
		[strings.table.removeRow, removeRow],
		[strings.table.removeColumn, removeColumn],
		[strings.table.remove, () => editor.tf.removeNodes({ at: path })],
	];
	const current = node.alignments[column];
	return (
		<div className="body-toolbar body-toolbar-table" role="toolbar" aria-label={strings.table.tools}>
			{(["left", "center", "right"] as const).map((side) => (
				<ToolButton
					key={side}
					icon={side}
					label={strings.table[side]}
					pressed={current === side}
					onPress={() => alignTo(side)}
				/>
			))}
			{actions.map(([label, act]) => (
				<button
					key={label}
					type="button"
					className="body-tool"
					onMouseDown={(event) => event.preventDefault()}
					onClick={act}
					data-row={row}
				>
					{label}
				</button>
			))}
		</div>
	);
}
