import { strings } from "../strings.ts";
import type { DocumentCheck } from "./context.ts";

// Neither XML nor JSON feeds can carry these. YAML refuses them in front matter by itself.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const controlCharacter = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/;

/** Characters in a body that no reader sees and that break feeds. The first one is told. */
export const checkControlCharacters: DocumentCheck = ({ file, body, bodyLine }) => {
	const match = controlCharacter.exec(body);
	if (!match) return [];
	const line = bodyLine + body.slice(0, match.index).split("\n").length - 1;
	const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
	return [{ file, line, field: "body", ...strings.controlCharacter(code) }];
};
