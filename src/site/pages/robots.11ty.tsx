import { renderRobots } from "../feeds/robots.ts";
import { template } from "./template.ts";

export const { data, render } = template("robots", ({ site }) => renderRobots(site));
