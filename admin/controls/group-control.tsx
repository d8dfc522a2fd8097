/** @jsxImportSource react */
import { useEffect, useRef, useState } from "react";
import type { ControlProps } from "./control-props.ts";

/** The element in which Decap puts the whole of a field. */
const fieldContainer = '[class*="ControlContainer"]';

/** A heading in the form that folds the fields after it, up to the next heading. It has no value. */
export function GroupControl({ forID, field }: ControlProps<never>) {
	const [isOpen, setOpen] = useState(field.get("collapsed") !== true);
	const button = useRef<HTMLButtonElement>(null);
	useEffect(() => {
		const own = button.current?.closest(fieldContainer);
		const fields = own ? fieldsAfter(own) : [];
		for (const element of fields) element.hidden = !isOpen;
		if (isOpen) return undefined;
		// Errors in a folded group must be visible.
		const watcher = new MutationObserver(() => {
			if (fields.some((element) => element.querySelector('[class*="ControlErrorsList"]'))) setOpen(true);
		});
		for (const element of fields) watcher.observe(element, { childList: true, subtree: true });
		return () => watcher.disconnect();
	}, [isOpen]);
	return (
		<button
			ref={button}
			id={forID}
			type="button"
			className="group-control"
			// The form's own label is hidden, as this is one.
			aria-label={String(field.get("label"))}
			aria-expanded={isOpen}
			onClick={() => setOpen(!isOpen)}
		>
			{String(field.get("label"))}
		</button>
	);
}

function fieldsAfter(heading: Element): HTMLElement[] {
	const found: HTMLElement[] = [];
	for (let next = heading.nextElementSibling; next; next = next.nextElementSibling) {
		if (next.querySelector(".group-control")) break;
		if (next instanceof HTMLElement) found.push(next);
	}
	return found;
}
