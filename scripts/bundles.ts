import { archiveDefinition } from "../src/archive/archive-assets.ts";
import { assetsDefinition } from "../src/build/static-files/bundle-assets.ts";
import { editorDefinition } from "../src/editor/bundle.ts";
import type { BundleDefinition } from "../src/program/followed-bundle.js";
import { programBundle } from "../src/program/program-bundle.js";

/** Everything that is compiled from our source. */
export const bundles: readonly BundleDefinition[] = [
	programBundle,
	assetsDefinition,
	archiveDefinition,
	editorDefinition,
];
