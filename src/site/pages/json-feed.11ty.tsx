import { renderJsonFeed } from "../feeds/json-feed.ts";
import { template } from "./template.ts";

export const { data, render } = template("json-feed", ({ view, site }) => renderJsonFeed(view, site));
