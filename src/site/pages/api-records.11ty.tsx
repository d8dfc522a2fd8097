import { renderApiDocument } from "../api/documents.ts";
import { template } from "./template.ts";

export const { data, render } = template("api-records", ({ view }) => renderApiDocument(view));
