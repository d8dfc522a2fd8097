import { CommandError } from "../command.ts";
import { strings } from "./strings.ts";

/** The value of an option that counts something. @throws CommandError where it is no whole number above zero */
export function wholeNumber(option: string, text: string): number {
	const value = Number(text);
	if (Number.isSafeInteger(value) && value > 0) return value;
	throw new CommandError(strings.notANumber(option, text));
}

/** The words of an option, separated by commas. @throws CommandError if one is unknown */
export function choose<Choice extends string>(
	option: string,
	text: string,
	known: readonly Choice[],
): Choice[] {
	return text.split(",").map((word) => {
		const choice = known.find((each) => each === word.trim());
		if (choice === undefined) throw new CommandError(strings.notAChoice(option, word, known));
		return choice;
	});
}
