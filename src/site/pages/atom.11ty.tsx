import { renderAtom } from "../feeds/atom.ts";
import { template } from "./template.ts";

export const { data, render } = template("atom", ({ view, site }) => renderAtom(view, site));
