/** Reserved device names, with any extension: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;
const forbiddenCharacter = /[<>:"|?*\\]/;
const badEnd = /[ .]$/;

/** Why Windows does not allow a file's name; undefined if it does. */
export function windowsNameFault(
	name: string,
): "device" | "end" | { readonly character: string } | undefined {
	if (device.test(name)) return "device";
	const character = forbiddenCharacter.exec(name)?.[0];
	if (character !== undefined) return { character };
	return badEnd.test(name) ? "end" : undefined;
}
