import { renderApiDay } from "../api/documents.ts";
import { template } from "./template.ts";

export const { data, render } = template("api-day", ({ view, bodyOf }) => renderApiDay(view, bodyOf));
