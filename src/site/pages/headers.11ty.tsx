import { videoOrigins } from "../../content/index.ts";
import { headerRules, renderHeaders } from "../feeds/headers.ts";
import { template } from "./template.ts";

export const { data, render } = template("headers", ({ view }) =>
	renderHeaders(headerRules({ frameOrigins: videoOrigins, ...view })),
);
