import { template } from "./template.ts";

/** A page on a line of its own, so that two versions can be compared. */
export const { data, render } = template("page-list", ({ view: { version, month, pages } }) => {
	const lines = pages.map((page) => JSON.stringify(page)).join(",\n");
	return `{"version":${version},"month":"${month}","pages":[\n${lines}\n]}\n`;
});
