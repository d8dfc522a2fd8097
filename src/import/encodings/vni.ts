/** Marks that follow a plain a, e, o, u or y, ơ or ư. */
const tones = { "\u0300": "ø", "\u0301": "ù", "\u0309": "û", "\u0303": "õ", "\u0323": "ï" } as const;
/** Circumflex (a, e, o) and breve (a), alone or with a tone. */
const circumflexes = {
	"": "â",
	"\u0300": "à",
	"\u0301": "á",
	"\u0309": "å",
	"\u0303": "ã",
	"\u0323": "ä",
} as const;
const breves = {
	"": "ê",
	"\u0300": "è",
	"\u0301": "é",
	"\u0309": "ú",
	"\u0303": "ü",
	"\u0323": "ë",
} as const;
/** Letters that are one byte. */
const singles: Readonly<Record<string, string>> = {
	í: "í",
	ì: "ì",
	ỉ: "æ",
	ĩ: "ó",
	ị: "ò",
	ỵ: "î",
	đ: "ñ",
	ơ: "ô",
	ư: "ö",
};

const sequences: ReadonlyMap<string, string> = new Map([...pairs()]);

function* pairs(): Generator<[letter: string, sequence: string]> {
	const letter = (...parts: string[]) => parts.join("").normalize("NFC");
	yield* Object.entries(singles);
	for (const [tone, mark] of Object.entries(tones)) {
		for (const base of "aeouy")
			if (base !== "y" || tone !== "\u0323") yield [letter(base, tone), base + mark];
		yield [letter("ơ", tone), `ô${mark}`];
		yield [letter("ư", tone), `ö${mark}`];
	}
	for (const [tone, mark] of Object.entries(circumflexes)) {
		for (const base of "aeo") yield [letter(base, "\u0302", tone), base + mark];
	}
	for (const [tone, mark] of Object.entries(breves)) yield [letter("a", "\u0306", tone), `a${mark}`];
}

/** Some keyboards wrote a circumflex or breve and its tone as two characters. */
function* doubled(): Generator<[letter: string, sequence: string]> {
	for (const [tone, mark] of Object.entries(tones)) {
		for (const base of "aeo") yield [`${base}\u0302${tone}`.normalize("NFC"), `${base}â${mark}`];
		yield [`a\u0306${tone}`.normalize("NFC"), `aê${mark}`];
	}
}

/** The first character decides the case of a sequence: "Aâ" and "AÂ" are Â. */
const letters: ReadonlyMap<string, string> = new Map(
	[...sequences, ...doubled()].flatMap(([letter, sequence]) => {
		const first = sequence.charAt(0).toUpperCase();
		const rest = sequence.slice(1);
		const capital = letter.toUpperCase();
		return [
			[sequence, letter],
			[first + rest, capital],
			[first + rest.toUpperCase(), capital],
			[sequence.charAt(0) + rest.toUpperCase(), letter],
		] as [string, string][];
	}),
);

const legacy = new RegExp(
	[...letters.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|"),
	"g",
);

/**
 * Converts VNI for Windows that was read as Latin-1 or windows-1252: a plain letter, followed by one character for its
 * marks.
 *
 * @param text characters outside the encoding stay
 */
export function fromVni(text: string): string {
	return text.replace(legacy, (sequence) => letters.get(sequence) ?? sequence);
}

/** The bytes of VNI as Latin-1 characters. */
export function toVni(text: string): string {
	return [...text.normalize("NFC")]
		.map((character) => {
			const small = character.toLowerCase();
			const sequence = sequences.get(small);
			if (sequence === undefined) return character;
			return small === character ? sequence : sequence.toUpperCase();
		})
		.join("");
}
