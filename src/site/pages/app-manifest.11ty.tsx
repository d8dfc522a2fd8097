import { renderAppManifest } from "../offline/app-manifest.ts";
import { template } from "./template.ts";

export const { data, render } = template("app-manifest", ({ site }) => renderAppManifest(site));
