/** File names that Windows does not allow. A portal with such a name cannot be checked out from Git on Windows. */
import { strings } from "../strings.ts";
import type { PortalCheck } from "./context.ts";

/** Reserved device names, with any extension: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;
const forbiddenCharacter = /[<>:"|?*\\]/;
const badEnd = /[ .]$/;
/** A quick test for paths that may contain such a name. There are many paths, and most contain none. */
const perhaps =
	/(?:^|\/)(?:con|prn|aux|nul|com|lpt)(?:in\$|out\$|[0-9¹²³])?(?:[./]|$)|[<>:"|?*\\]|[ .](?:\/|$)/i;

/** Why Windows does not allow a name; undefined if it does. */
export function faultOnWindows(name: string): string | undefined {
	if (device.test(name)) return strings.deviceName;
	const character = forbiddenCharacter.exec(name)?.[0];
	if (character !== undefined) return strings.characterOnWindows(character);
	return badEnd.test(name) ? strings.endsInDotOrSpace : undefined;
}

export const warnOfNamesOnWindows: PortalCheck = ({ files }) => {
	const told = new Set<string>();
	return files.paths.flatMap((path) => {
		if (!perhaps.test(path)) return [];
		return path.split("/").flatMap((name, depth, names) => {
			const reason = faultOnWindows(name);
			const upTo = names.slice(0, depth + 1).join("/");
			// A folder is reported once, with the first of its files.
			if (reason === undefined || told.has(upTo)) return [];
			told.add(upTo);
			return { file: path, ...strings.nameOnWindows(name, reason) };
		});
	});
};
