import { fromTcvn3 } from "./tcvn3.ts";
import { fromTwiceEncoded } from "./twice-encoded.ts";
import { fromViqr } from "./viqr.ts";
import { fromVni } from "./vni.ts";
import { fromWindows1258 } from "./windows-1258.ts";

/** Encodings of Vietnamese older than Unicode, and UTF-8 that was read as windows-1252. */
export const legacyEncodings = ["tcvn3", "vni", "windows-1258", "twice-encoded", "viqr"] as const;
export type LegacyEncoding = (typeof legacyEncodings)[number];

const converters: Readonly<Record<LegacyEncoding, (text: string) => string>> = {
	tcvn3: fromTcvn3,
	vni: fromVni,
	"windows-1258": fromWindows1258,
	"twice-encoded": fromTwiceEncoded,
	viqr: fromViqr,
};

/**
 * Converts text in one encoding, which was decoded as windows-1252, to Unicode. White space stays in place, so that the
 * words of both texts can be compared one by one.
 */
export function fromLegacy(text: string, encoding: LegacyEncoding): string {
	return converters[encoding](text);
}
