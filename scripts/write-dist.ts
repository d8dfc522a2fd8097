/** Makes what an installed package runs and serves, each a folder of `dist`. npm runs it by `prepare`. */
import { join } from "node:path";
import { archiveDefinition } from "../src/archive/archive-assets.ts";
import { assetsDefinition } from "../src/build/static-files/bundle-assets.ts";
import { editorDefinition } from "../src/editor/bundle.ts";
import { writeBundleTo } from "../src/program/followed-bundle.js";
import { productFolder } from "../src/program/product-folder.js";
import { programBundle } from "../src/program/program-bundle.js";
import { writeTypes } from "./write-types.ts";

const dist = join(productFolder, "dist");
for (const definition of [programBundle, assetsDefinition, archiveDefinition, editorDefinition])
	await writeBundleTo(definition, dist);
writeTypes(join(dist, "types"));
