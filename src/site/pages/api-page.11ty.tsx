import { renderApiPage } from "../api/api-page.tsx";
import { template } from "./template.ts";

export const { data, render } = template("api-page", ({ view, site }) => renderApiPage(view, site));
