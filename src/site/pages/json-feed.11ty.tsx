import { englishAddress } from "../../model/addresses.ts";
import { renderJsonFeed } from "../feeds/json-feed.ts";
import { inEnglish } from "../layouts/in-english.ts";
import { template } from "./template.ts";

export const { data, render } = template("json-feed", ({ view, site }) =>
	renderJsonFeed(view, view.landing === englishAddress ? inEnglish(site) : site),
);
