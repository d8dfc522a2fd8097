import type { LegacyEncoding } from "./legacy-encoding.ts";

/** Names of the encodings for people. */
export const encodingNames: Readonly<Record<LegacyEncoding, string>> = {
	tcvn3: "TCVN3 (ABC)",
	vni: "VNI",
	viqr: "VIQR",
	"windows-1258": "windows-1258",
	"twice-encoded": "UTF-8 giải mã nhầm",
};
