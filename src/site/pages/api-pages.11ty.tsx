import { renderApiPages } from "../api/documents.ts";
import { renderBody } from "./render-body.ts";
import { template } from "./template.ts";

export const { data, render } = template("api-pages", ({ view, contentDirectory }) =>
	renderApiPages(view, (body) => renderBody(contentDirectory, body)),
);
