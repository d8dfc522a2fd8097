/** @jsxImportSource react */
import type { Problem } from "../../src/desk/messages.ts";
import { collections, fieldLabel } from "../../src/editor/forms/index.ts";
import { strings } from "../strings.ts";
import type { PreviewedCollection } from "./draft-text.ts";

export interface PreviewProblemsProps {
	readonly collection: PreviewedCollection;
	/** Problems that prevent publishing. */
	readonly problems: readonly Problem[];
	/** Warnings. */
	readonly warnings: readonly Problem[];
	/** The line of the file in which the body begins; infinite where there is no body. */
	readonly firstLine: number;
}

/** The results of the check, each with a link to its field. */
export function PreviewProblems({ collection, problems, warnings, firstLine }: PreviewProblemsProps) {
	const count = problems.length + warnings.length;
	return (
		<details className="preview-problems" data-clear={problems.length === 0}>
			<summary>
				<span role="status">{strings.preview.found(problems.length, warnings.length)}</span>
			</summary>
			{count > 0 && (
				<ul>
					{[...problems, ...warnings].map((problem, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: they have nothing else of their own
						<li key={index}>
							<button type="button" onClick={() => leadTo(problem)}>
								{placeOf(problem, collection, firstLine)}
							</button>{" "}
							{[problem.message, problem.remedy].filter(Boolean).join("; ")}
							{index >= problems.length && ` (${strings.preview.advice})`}
						</li>
					))}
				</ul>
			)}
		</details>
	);
}

/** `author[0]` → author, 0 */
function pathOf(field: string): (string | number)[] {
	return field
		.split(/[.[\]]+/)
		.filter(Boolean)
		.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function placeOf(
	{ field = "", line }: Problem,
	collection: PreviewProblemsProps["collection"],
	firstLine: number,
): string {
	const inBody = line !== undefined && line >= firstLine;
	if (field === "body" || (field === "" && inBody)) {
		return line === undefined ? strings.body.label : strings.preview.bodyLine(line - firstLine + 1);
	}
	return field === "" ? strings.preview.wholeText : fieldLabel(collections[collection].schema, pathOf(field));
}

/** Unfolds and focuses the field of a problem. */
function leadTo({ field = "body" }: Problem): void {
	const [name = "body"] = pathOf(field);
	const control =
		name === "body"
			? document.querySelector<HTMLElement>('[role="textbox"][contenteditable]')
			: document.querySelector<HTMLElement>(`[id^="${name}-field-"]`);
	if (!control) return;
	let above: Element | null = control.closest("[hidden]");
	while (above) {
		const heading = above.previousElementSibling?.querySelector<HTMLElement>(".group-control");
		if (heading) {
			if (heading.getAttribute("aria-expanded") === "false") heading.click();
			break;
		}
		above = above.previousElementSibling;
	}
	setTimeout(() => {
		control.scrollIntoView({ block: "center" });
		control.focus({ preventScroll: true });
	});
}
