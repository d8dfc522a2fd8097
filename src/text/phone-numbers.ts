/** Numbers of nine to eleven digits from 0 or +84 on, in groups of any size: "0912 345 678", "(0260) 3.862.111". */
const phoneNumber = /(^|[^\d+])((?:\+84|\(?0)(?:[ .()\u00A0–-]{0,2}\d){8,10})(?!\d)/g;

/** The phone numbers in a text, as digits from 0 on: "+84 912.345.678" is "0912345678". */
export function phoneNumbers(text: string): string[] {
	return /\d{2}/.test(text)
		? Array.from(text.matchAll(phoneNumber), ([, , number = ""]) => phoneDigits(number))
		: [];
}

/** The digits of a phone number or of its beginning, from 0 on. */
export function phoneDigits(written: string): string {
	return written.replace(/\D/g, "").replace(/^84/, "0");
}
