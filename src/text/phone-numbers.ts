/** Numbers of nine to eleven digits from 0 or +84 on, in groups of any size: "0912 345 678", "(0260) 3.862.111". */
const phoneNumber = /(^|[^\d+])((?:\+84|\(?0)(?:[ .()\u00A0–-]{0,2}\d){8,10})(?!\d)/g;

/** A phone number in a text, as digits from 0 on: "+84 912.345.678" is "0912345678". */
interface PhoneNumber {
	readonly digits: string;
	/** Its range in UTF-16 code units; the end is excluded. */
	readonly start: number;
	readonly end: number;
}

export function phoneNumbersIn(text: string): PhoneNumber[] {
	if (!/\d{2}/.test(text)) return [];
	return Array.from(text.matchAll(phoneNumber), ({ index, 0: whole, 2: number = "" }) => ({
		digits: phoneDigits(number),
		start: index + whole.length - number.length,
		end: index + whole.length,
	}));
}

/** The digits of the phone numbers in a text. */
export function phoneNumbers(text: string): string[] {
	return phoneNumbersIn(text).map(({ digits }) => digits);
}

/** The digits of a phone number or of its beginning, from 0 on. */
export function phoneDigits(written: string): string {
	return written.replace(/\D/g, "").replace(/^84/, "0");
}
