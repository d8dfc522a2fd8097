import { html } from "hono/html";

const paths = {
	search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm4.8 11.3L20.5 20.5",
	menu: "M3 6h18M3 12h18M3 18h18",
	share: "M12 15V3.5M7.5 7.5 12 3l4.5 4.5M5 12v8.5h14V12",
	mail: "M3 5.5h18v13H3zM3.5 6l8.5 7 8.5-7",
	message: "M4 4.5h16v11.5h-9l-4.5 4v-4H4z",
	people:
		"M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M15.5 4.5a3.3 3.3 0 0 1 0 6.3M17.5 14.4c2.5.6 4 2.5 4 5.6",
	link: "M10 14a4 4 0 0 0 5.7 0l3.5-3.5a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.5 3.5a4 4 0 0 0 5.7 5.7L12 17.7",
	print: "M7 9V3.5h10V9M7 17H3.5V9h17v8H17M7 14h10v6.5H7z",
	keep: "M12 3.5V15M7.5 10.5 12 15l4.5-4.5M4.5 16.5v4h15v-4",
	camera: "M3 7h4.5L9 4.5h6L16.5 7H21v12.5H3zM12 9.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z",
	video: "M3 5.5h18v13H3zM10 9l5 3-5 3z",
	previous: "M14.5 5 8 12l6.5 7",
	next: "M9.5 5 16 12l-6.5 7",
	code: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.500v2.500H14zM18 18h2v2h-2z",
	listen:
		"M4 9.500v5h3.500L12 18.500v-13L7.500 9.500zM15.500 9a4 4 0 0 1 0 6M18 6.500a7.500 7.500 0 0 1 0 11",
	shield: "M12 3 4.5 5.5V11c0 4.800 3 8.200 7.5 10 4.5-1.800 7.5-5.200 7.5-10V5.5zM8.5 12l2.5 2.5 4.5-5",
} as const;

export type IconName = keyof typeof paths;

/**
 * A line drawing beside a word; screen readers skip it. It is a template and not JSX. After its first `<svg>`, JSX
 * checks for each element of a page whether it is inside one.
 */
export function Icon({ name }: { readonly name: IconName }) {
	return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${paths[name]}"></path></svg>`;
}
