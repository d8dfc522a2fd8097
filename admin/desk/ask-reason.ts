import { element } from "../../src/dom/element.ts";
import { strings } from "../strings.ts";
import { askInDialog } from "./dialog.ts";

/** Asks for a reason; undefined if the editor cancels. */
export function askReason(question: string, action: string): Promise<string | undefined> {
	const box = element("textarea", { rows: "3", "aria-label": question });
	return askInDialog<string | undefined>(
		{
			title: question,
			className: "reason-dialog",
			content: [box],
			answers: [
				{ label: action, kind: "main", value: () => box.value.trim() },
				{ label: strings.entry.back, value: () => undefined },
			],
		},
		([send]) => {
			const look = () => {
				if (send) send.disabled = box.value.trim() === "";
			};
			box.addEventListener("input", look);
			look();
			box.focus();
		},
	);
}
