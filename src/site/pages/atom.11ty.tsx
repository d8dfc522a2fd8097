import { englishAddress } from "../../model/addresses.ts";
import { renderAtom } from "../feeds/atom.ts";
import { inEnglish } from "../layouts/in-english.ts";
import { template } from "./template.ts";

export const { data, render } = template("atom", ({ view, site }) =>
	renderAtom(view, view.landing === englishAddress ? inEnglish(site) : site),
);
