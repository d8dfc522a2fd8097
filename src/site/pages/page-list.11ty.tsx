import { template } from "./template.ts";

/** Each page is on its own line, so that two versions can be compared. */
export const { data, render } = template("page-list", ({ view: { version, month, pages } }) => {
	const lines = pages.map((page) => JSON.stringify(page)).join(",\n");
	return `{"version":${version},"month":"${month}","pages":[\n${lines}\n]}\n`;
});
