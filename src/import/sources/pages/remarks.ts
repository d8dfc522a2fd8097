import type { Doubt } from "../../source.ts";
import type { PageBlock } from "./page-blocks.ts";

/** Collects remarks on a page while it is read. */
export class PageRemarks {
	readonly leftOut: string[] = [];
	readonly doubts: Doubt[] = [];

	/** Takes a block out of the page as furniture. */
	leave({ element, text }: PageBlock): void {
		if (text !== "") this.leftOut.push(text);
		element.remove();
	}

	/** @param confidence from 0 to 1 that what was made of it is right */
	doubt(detail: string, confidence: number): void {
		this.doubts.push({ detail, confidence });
	}
}
