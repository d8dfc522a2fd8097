/** Where the Vietnamese code page differs from the Western one; marks come after their letter. */
const differences: readonly (readonly [shown: string, meant: string])[] = [
	["Ì", "\u0300"],
	["Ò", "\u0309"],
	["Þ", "\u0303"],
	["ì", "\u0301"],
	["ò", "\u0323"],
	["Ã", "Ă"],
	["ã", "ă"],
	["Ð", "Đ"],
	["ð", "đ"],
	["Õ", "Ơ"],
	["õ", "ơ"],
	["Ý", "Ư"],
	["ý", "ư"],
	["þ", "₫"],
];
const meantOf: ReadonlyMap<string, string> = new Map(differences);
const shownOf: ReadonlyMap<string, string> = new Map(differences.map(([shown, meant]) => [meant, shown]));

/** Converts text in windows-1258 that was decoded as windows-1252: "Tiêìng Viêòt" → "Tiếng Việt". */
export function fromWindows1258(text: string): string {
	return [...text]
		.map((character) => meantOf.get(character) ?? character)
		.join("")
		.normalize("NFC");
}

const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/;

/** The bytes of windows-1258 as windows-1252 characters. */
export function toWindows1258(text: string): string {
	return [...text.normalize("NFC")].map(bytesOf).join("");
}

function bytesOf(character: string): string {
	const parts = character.normalize("NFD");
	const tone = toneMark.exec(parts)?.[0] ?? "";
	const base = parts.replace(toneMark, "").normalize("NFC");
	return (shownOf.get(base) ?? base) + (shownOf.get(tone) ?? "");
}
