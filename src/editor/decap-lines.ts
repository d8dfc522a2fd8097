import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/** What Decap and its parts say in English whatever the language, or leave without a name, by the file that has it. */
const phrases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	"decap-cms-core/dist/esm/actions/mediaLibrary.js": {
		"Failed to persist media: ": "Không giữ được tệp: ",
		"Failed to delete media: ": "Không xóa được tệp: ",
		" already exists. Do you want to replace it?": " đã có. Thay bằng tệp mới?",
	},
	"decap-cms-core/dist/esm/backend.js": {
		"Errors occurred while searching entries locally!": "Có lỗi khi tìm.",
	},
	"decap-cms-core/dist/esm/components/Editor/EditorToolbar.js": {
		"t('editor.editorToolbar.changesSaved')":
			"this.props.isNewEntry ? 'Chưa có gì để lưu' : t('editor.editorToolbar.changesSaved')",
	},
	"decap-cms-widget-list/dist/esm/ListControl.js": {
		"labelReturn || `No ${labelField.get('name')}`": 'labelReturn || "Chưa điền"',
	},
	"decap-cms-ui-default/dist/esm/ListItemTopBar.js": {
		"onClick: onCollapseToggle,":
			'onClick: onCollapseToggle, "aria-label": collapsed ? "Mở mục này" : "Thu mục này lại",',
		"onClick: onRemove,": 'onClick: onRemove, "aria-label": "Bỏ mục này",',
		"_jsx(DragIconContainer, {": '_jsx(DragIconContainer, { "aria-label": "Dời mục này",',
	},
	"react-toastify/dist/react-toastify.esm.mjs": { '="close"': '="Đóng thông báo"' },
	"@dnd-kit/core/dist/core.esm.js": {
		"To pick up a draggable item, press the space bar.": "Bấm phím cách để nhấc mục lên.",
		"While dragging, use the arrow keys to move the item.": "Dùng phím mũi tên để dời.",
		"Press space again to drop the item in its new position, or press escape to cancel.":
			"Bấm phím cách lần nữa để đặt xuống, Esc để thôi.",
		'"Picked up draggable item " + active.id + "."': '"Đã nhấc mục này lên."',
		'"Draggable item " + active.id + " was moved over droppable area " + over.id + "."':
			'"Đang ở trên một mục khác."',
		'"Draggable item " + active.id + " is no longer over a droppable area."': '"Đang ở ngoài danh sách."',
		'"Draggable item " + active.id + " was dropped over droppable area " + over.id': '"Đã đặt vào chỗ mới."',
		'"Draggable item " + active.id + " was dropped."': '"Đã đặt xuống."',
		'"Dragging was cancelled. Draggable item " + active.id + " was dropped."': '"Đã thôi, mục về chỗ cũ."',
	},
	"@dnd-kit/sortable/dist/sortable.esm.js": {
		"roleDescription: 'sortable'": "roleDescription: 'mục dời được'",
	},
};

/** Faults of Decap's own code, by the file that has them. */
const repairs: typeof phrases = {
	// Nobody awaits this promise, and the person has been told what is wrong by then.
	"decap-cms-core/dist/esm/components/Editor/Editor.js": {
		"await persistEntry(collection);":
			"if (await persistEntry(collection).then(() => false, () => true)) return;",
	},
};

/**
 * Puts Vietnamese in the place of what Decap does not take from its locale, and mends single lines of it.
 *
 * @throws where a line is not in the file any more: then a new version has to be looked at
 */
export function replaceLinesOfDecap(): Plugin {
	return {
		name: "replace-lines-of-decap",
		setup(build) {
			build.onLoad(
				{ filter: /[\\/]node_modules[\\/](?:decap-cms-|@dnd-kit[\\/]|react-toastify[\\/]).*\.m?js$/ },
				async ({ path }) => {
					const file = path.replaceAll("\\", "/").split("/node_modules/").at(-1) ?? "";
					const lines = [phrases, repairs].flatMap((table) => Object.entries(table[file] ?? {}));
					if (lines.length === 0) return undefined;
					let contents = await readFile(path, "utf8");
					for (const [line, replacement] of lines) {
						if (!contents.includes(line)) throw new Error(`${file} does not say "${line}".`);
						contents = contents.replaceAll(line, replacement);
					}
					return { contents };
				},
			);
		},
	};
}
