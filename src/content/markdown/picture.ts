/** A picture that has been prepared for the page: its size, and its addresses in several widths. */
export interface Picture {
	/** Address of the largest version in a format that every browser reads. */
	readonly src: string;
	readonly width: number;
	readonly height: number;
	/** WebP versions, narrowest first. Empty for pictures that are not resized (SVG). */
	readonly variants: readonly { readonly src: string; readonly width: number }[];
}
