import { renderNginxRedirects } from "../feeds/nginx-redirects.ts";
import { template } from "./template.ts";

export const { data, render } = template("nginx-redirects", ({ view }) => renderNginxRedirects(view));
