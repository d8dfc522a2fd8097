import { renderApiSchema } from "../api/documents.ts";
import { template } from "./template.ts";

export const { data, render } = template("api-schema", () => renderApiSchema());
