/** Makes what an installed package runs and serves, each a folder of `dist`. npm runs it by `prepare`. */
import { join } from "node:path";
import { writeBundleTo } from "../src/program/followed-bundle.js";
import { productFolder } from "../src/program/product-folder.js";
import { bundles } from "./bundles.ts";
import { writeTypes } from "./write-types.ts";

const dist = join(productFolder, "dist");
for (const definition of bundles) await writeBundleTo(definition, dist);
writeTypes(join(dist, "types"));
