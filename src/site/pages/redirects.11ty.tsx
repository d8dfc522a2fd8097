import { renderRedirects } from "../feeds/redirects.ts";
import { template } from "./template.ts";

export const { data, render } = template("redirects", ({ view }) => renderRedirects(view));
