/** Makes what an installed package runs and serves: `dist/program`, `dist/assets`, `dist/editor`, `dist/types`. npm runs it by `prepare`. */
import { join } from "node:path";
import { assetsDefinition } from "../src/build/static-files/bundle-assets.ts";
import { editorDefinition } from "../src/editor/bundle.ts";
import { writeBundleTo } from "../src/program/followed-bundle.js";
import { productFolder } from "../src/program/product-folder.js";
import { programBundle } from "../src/program/program-bundle.js";
import { writeTypes } from "./write-types.ts";

const dist = join(productFolder, "dist");
for (const definition of [programBundle, assetsDefinition, editorDefinition])
	await writeBundleTo(definition, dist);
writeTypes(join(dist, "types"));
