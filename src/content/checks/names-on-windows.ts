/** File names that Windows does not allow. A portal with such a name cannot be checked out from Git on Windows. */
import { windowsNameFault } from "../../model/windows-names.ts";
import type { ContentProblem } from "../problem.ts";
import { strings } from "../strings.ts";
import type { PortalCheck } from "./context.ts";

/** A quick test for paths that may contain such a name. There are many paths, and most contain none. */
const perhaps =
	/(?:^|\/)(?:con|prn|aux|nul|com|lpt)(?:in\$|out\$|[0-9¹²³])?(?:[./]|$)|[<>:"|?*\\]|[ .](?:\/|$)/i;

/** Why Windows does not allow a name; undefined if it does. */
export function faultOnWindows(name: string): string | undefined {
	const fault = windowsNameFault(name);
	if (fault === undefined) return undefined;
	if (fault === "device") return strings.deviceName;
	return fault === "end" ? strings.endsInDotOrSpace : strings.characterOnWindows(fault.character);
}

export const warnOfNamesOnWindows: PortalCheck = ({ files, articles }) => [
	...namesOfFiles(files.paths),
	...[...articles.values()].flatMap(({ file, address }) => {
		const name = address.slice(address.lastIndexOf("/") + 1);
		return windowsNameFault(name) === undefined ? [] : [{ file, ...strings.pageOnWindows(name) }];
	}),
];

function namesOfFiles(paths: readonly string[]): ContentProblem[] {
	const told = new Set<string>();
	return paths.flatMap((path) => {
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
}
