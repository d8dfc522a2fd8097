import { renderApiPages } from "../api/documents.ts";
import { template } from "./template.ts";

export const { data, render } = template("api-pages", ({ view, bodyOf }) => renderApiPages(view, bodyOf));
