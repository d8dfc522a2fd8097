import CMS from "decap-cms-app";
import type { CmsConfig } from "decap-cms-core";
import { fromJS } from "immutable";
import { z } from "zod";
import { collections, isCollectionName, otherBackends } from "../src/editor/forms/index.ts";
import { BodyControl } from "./body/body-control.tsx";
import { ChoiceControl } from "./controls/choice-control.tsx";
import { drawFieldsWhileLoading } from "./controls/draw-while-loading.ts";
import { GroupControl } from "./controls/group-control.tsx";
import { MomentControl } from "./controls/moment-control.tsx";
import { registerControl } from "./controls/register-control.ts";
import { TextControl } from "./controls/text-control.tsx";
import { WordsControl } from "./controls/words-control.tsx";
import { DeskBackend } from "./desk/desk-backend.ts";
import { readSession } from "./desk/desk-client.ts";
import { showEntryBar } from "./desk/entry-bar.tsx";
import { leadToDesk } from "./desk/lead-to-desk.ts";
import { showHeader } from "./desk/show-header.ts";
import { documentFormats } from "./document-formats.ts";
import { keepForm } from "./keep-form.ts";
import { leadToNewItem } from "./lead-to-new-item.ts";
import { vi } from "./locale/vi.ts";
import { openOtherBackend } from "./other-backends/open-other-backend.ts";
import { FocusControl } from "./pictures/focus-control.tsx";
import { AttachmentControl, PictureControl } from "./pictures/picture-control.tsx";
import { prepareForSaving } from "./pre-save.ts";
import { showPreview } from "./preview/preview-pane.tsx";
import { watchSaveButton } from "./save-button.ts";
import { showFirstProblem } from "./show-first-problem.ts";
import { keepUnsavedTexts } from "./unsaved/keep-unsaved-texts.ts";
import "./editor.css";
import "./desk/desk.css";
import "./form-look.css";

// Zod compiles its checks with eval unless told otherwise; the page's policy forbids that.
z.config({ jitless: true });

for (const { name, extension } of Object.values(collections)) {
	CMS.registerCustomFormat(name, extension, documentFormats[name]);
}
drawFieldsWhileLoading();
registerControl("image", PictureControl);
registerControl("file", AttachmentControl);
registerControl("focus", FocusControl);
registerControl("string", TextControl);
registerControl("text", TextControl);
registerControl("datetime", MomentControl);
registerControl("select", ChoiceControl);
registerControl("relation", ChoiceControl);
registerControl("group", GroupControl);
registerControl("words", WordsControl);
registerControl("richtext", BodyControl);
CMS.registerBackend("desk", DeskBackend as never);
CMS.registerLocale("vi", vi);
CMS.registerEventListener({
	name: "preSave",
	handler: ({ entry }) => {
		const name = entry.get("collection");
		if (!isCollectionName(name)) return undefined;
		const form = entry.get("data").toJS() as Record<string, unknown>;
		return fromJS(prepareForSaving(name, form, entry.get("newRecord") === true));
	},
});

const response = await fetch("/admin/config.json");
if (!response.ok) throw new Error(`/admin/config.json answered ${response.status}.`);
const config = (await response.json()) as CmsConfig;
const other = otherBackends.find((name) => name === config.backend.name);
if (other) {
	await openOtherBackend(other);
} else {
	document.body.classList.add("at-desk");
	leadToDesk();
	const session = await readSession();
	keepForm();
	keepUnsavedTexts(session?.person.id ?? "");
	void showHeader();
	showEntryBar();
	showPreview();
	watchSaveButton();
}
showFirstProblem();
leadToNewItem();
CMS.init({ config });
