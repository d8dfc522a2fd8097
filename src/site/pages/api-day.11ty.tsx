import { renderApiDay } from "../api/documents.ts";
import { renderBody } from "./render-body.ts";
import { template } from "./template.ts";

export const { data, render } = template("api-day", ({ view, contentDirectory }) =>
	renderApiDay(view, (body) => renderBody(contentDirectory, body)),
);
