/** @jsxImportSource react */

/** Drawn on a square of 24, in lines. */
const paths = {
	undo: "M9 7 4 12l5 5M4 12h11a5 5 0 0 1 0 10h-2",
	redo: "m15 7 5 5-5 5M20 12H9a5 5 0 0 0 0 10h2",
	bold: "M7 4h6a4 4 0 0 1 0 8H7zM7 12h7a4 4 0 0 1 0 8H7z",
	italic: "M10 4h8M6 20h8M14 4l-4 16",
	heading: "M6 4v16M18 4v16M6 12h12",
	subheading: "M8 8v9M16 8v9M8 12.5h8",
	quotation: "M5 6h5v6c0 3-2 5-4 6M14 6h5v6c0 3-2 5-4 6",
	bulletedList: "M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01",
	numberedList: "M10 6h10M10 12h10M10 18h10M4 5l1.5-1v5M4 14.5a1.5 1.5 0 0 1 2.6 1L4 19h3",
	deeper: "M10 6h10M10 12h10M10 18h10M4 9l3 3-3 3",
	shallower: "M10 6h10M10 12h10M10 18h10M7 9l-3 3 3 3",
	link: "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
	pictures: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h.01",
	table: "M4 5h16v14H4zM4 10h16M10 5v14M15 10v9",
	footnote: "M4 7h10M4 12h7M4 17h7M17 8l2-2v8",
	rule: "M4 12h16M8 7h8M8 17h8",
	source: "m8 8-4 4 4 4M16 8l4 4-4 4",
	close: "M6 6l12 12M18 6 6 18",
	left: "M4 6h16M4 12h9M4 18h13",
	center: "M4 6h16M8 12h8M6 18h12",
	right: "M4 6h16M11 12h9M7 18h13",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }) {
	return (
		<svg
			aria-hidden="true"
			viewBox="0 0 24 24"
			width="20"
			height="20"
			fill="none"
			stroke="currentColor"
			strokeWidth="2"
			strokeLinecap="round"
			strokeLinejoin="round"
		>
			<path d={paths[name]} />
		</svg>
	);
}
