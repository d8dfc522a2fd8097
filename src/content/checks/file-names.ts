import { isNfc, toNfc } from "../../text/index.ts";
import { strings } from "../strings.ts";
import type { PortalCheck } from "./context.ts";

/** Finds file names that are not NFC, as some systems write them. They look right, but no address matches them. */
export const checkFileNames: PortalCheck = ({ files }) =>
	files.paths
		.filter((path) => !isNfc(path))
		.map((path) => ({ file: path, ...strings.nameNotNfc(toNfc(path.slice(path.lastIndexOf("/") + 1))) }));
