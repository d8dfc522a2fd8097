import type { Doubt } from "../../source.ts";
import type { PageBlock } from "./page-blocks.ts";

/** Collects remarks on a page while it is read. */
export class PageRemarks {
	readonly leftOut: string[] = [];
	readonly doubts: Doubt[] = [];

	/** Removes a block from the page as furniture and records its text. */
	leave({ element, text }: PageBlock): void {
		if (text !== "") this.leftOut.push(text);
		element.remove();
	}

	/** @param confidence from 0 to 1: how likely the reading is right */
	doubt(detail: string, confidence: number): void {
		this.doubts.push({ detail, confidence });
	}
}
