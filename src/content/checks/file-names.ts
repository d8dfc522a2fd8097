import { isNfc, toNfc } from "../../text/index.ts";
import { strings } from "../strings.ts";
import type { PortalCheck } from "./context.ts";

/** Names that are not NFC, as some systems write them: they look right and are found by no address. */
export const checkFileNames: PortalCheck = ({ files }) =>
	files.paths
		.filter((path) => !isNfc(path))
		.map((path) => ({ file: path, ...strings.nameNotNfc(toNfc(path.slice(path.lastIndexOf("/") + 1))) }));
