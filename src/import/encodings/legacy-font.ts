import type { LegacyEncoding } from "./legacy-encoding.ts";

/** What a font's name says about its text. */
export interface LegacyFont {
	readonly encoding: LegacyEncoding;
	/** Whether it draws small letters as capitals. */
	readonly capitals: boolean;
}

/**
 * Recognises the encoding that belongs to a font's name. Fonts of TCVN3 are called “.VnTime”, “.VnArialH”; an H at the
 * end means capitals. Fonts of VNI are called “VNI-Times”. Other names tell nothing. A name is no proof: converted
 * documents keep it.
 */
export function legacyFont(name: string): LegacyFont | undefined {
	const plain = name.trim().replace(/^["']|["']$/g, "");
	if (/^\.?vn(?!i[-\s_])[a-z]/i.test(plain) && (plain.startsWith(".") || /^Vn[A-Z]/.test(plain))) {
		return { encoding: "tcvn3", capitals: /[a-z]B?H$/.test(plain) || /^\.?vn[A-Z0-9 ]+H$/.test(plain) };
	}
	if (/^vni[-\s_]/i.test(plain)) return { encoding: "vni", capitals: false };
	return undefined;
}
