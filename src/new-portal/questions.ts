import { nearest } from "../content/nearest.ts";
import type { IsoDay } from "../model/ids.ts";
import type { ProvinceUnit } from "../model/province.ts";
import { fullNameOf, provinces } from "../model/provinces.ts";
import { siteSchema } from "../model/site.ts";
import { addDays, cleanText, formatDay, slugify } from "../text/index.ts";
import { strings } from "./strings.ts";

/** What is asked about a new portal, in this order; each is also an option of the command. */
export const answerNames = ["name", "province", "committee", "address", "logo"] as const;

export type AnswerName = (typeof answerNames)[number];

/** The given answers; missing ones get their defaults. */
export type GivenAnswers = Partial<Readonly<Record<AnswerName, string>>>;

/** What an office says about its portal, checked. */
export interface PortalAnswers {
	readonly name: string;
	/** The unit of today. */
	readonly province: ProvinceUnit;
	/** Full name of the committee. */
	readonly committee: string;
	/** Where the site will be, without a slash at the end. */
	readonly address: string;
	/** Path of a picture, as given; empty if there is none. */
	readonly logo: string;
}

/** Why an answer cannot be taken, and what to do; in Vietnamese, without a full stop. */
export interface AnswerFault {
	readonly message: string;
	readonly remedy: string;
}

/** The answer that is taken where nobody gives one; it follows from those before it. */
export function defaultAnswer(name: AnswerName, given: GivenAnswers, day: IsoDay): string {
	switch (name) {
		case "name":
			return strings.defaultName;
		case "province":
			return strings.defaultProvince;
		case "committee": {
			const unit = unitOf(given.province, day);
			return `Ban Tuyên giáo và Dân vận ${unit.rank === "city" ? "Thành" : "Tỉnh"} ủy ${unit.name}`;
		}
		case "address":
			return `https://${slugify(given.name ?? strings.defaultName) || "tin"}.example`;
		case "logo":
			return "";
	}
}

function unitOf(province: string | undefined, day: IsoDay): ProvinceUnit {
	const read = readProvince(province ?? strings.defaultProvince, day);
	if (!("message" in read)) return read;
	const [first] = provinces.on(day);
	if (!first) throw new Error(`There was no province on ${day}`);
	return first;
}

/** Checks one answer by itself. @returns what is wrong with it; undefined if nothing is */
export function faultOf(name: AnswerName, text: string, day: IsoDay): AnswerFault | undefined {
	const read = readers[name](text, day);
	return typeof read === "object" && "message" in read ? read : undefined;
}

/**
 * Reads all answers; those that are not given are the defaults.
 *
 * @returns the answers, or everything that is wrong with them
 */
export function readAnswers(
	given: GivenAnswers,
	day: IsoDay,
): PortalAnswers | { readonly faults: readonly (AnswerFault & { readonly name: AnswerName })[] } {
	const texts = answerNames.map((name) => [name, given[name] ?? defaultAnswer(name, given, day)] as const);
	const faults = texts.flatMap(([name, text]) => {
		const fault = faultOf(name, text, day);
		return fault ? [{ name, ...fault }] : [];
	});
	if (faults.length > 0) return { faults };
	// What has no fault was read.
	const read = texts.map(([name, text]) => [name, readers[name](text, day)]);
	return Object.fromEntries(read) as PortalAnswers;
}

const readers: {
	readonly [Name in AnswerName]: (text: string, day: IsoDay) => PortalAnswers[Name] | AnswerFault;
} = {
	name: readName,
	province: readProvince,
	committee: readCommittee,
	address: readAddress,
	logo: (text) => text.trim(),
};

function readName(text: string): string | AnswerFault {
	return readLine(text, siteSchema.shape.name);
}

function readCommittee(text: string): string | AnswerFault {
	const name = readLine(text, siteSchema.shape.organisation);
	// Its file is named after it.
	return typeof name === "string" && slugify(name) === ""
		? readLine("", siteSchema.shape.organisation)
		: name;
}

function readLine(text: string, schema: typeof siteSchema.shape.name): string | AnswerFault {
	const read = schema.safeParse(cleanText(text));
	if (read.success) return read.data;
	return { message: read.error.issues[0]?.message ?? "", remedy: strings.answerRemedy };
}

function readProvince(text: string, day: IsoDay): ProvinceUnit | AnswerFault {
	const unit = provinces.find(cleanText(text));
	if (!unit) {
		const near = nearest(text, new Set(provinces.units.map(({ name }) => name)));
		return {
			message: strings.unknownProvince(text.trim()),
			remedy: strings.unknownProvinceRemedy(near),
		};
	}
	const [now] = provinces.current(unit, day);
	if (now === unit) return unit;
	const last = unit.to === undefined ? day : (addDays(unit.to, 1) as IsoDay);
	return {
		message: strings.formerProvince(fullNameOf(unit), formatDay(last)),
		remedy: strings.formerProvinceRemedy(now ? fullNameOf(now) : strings.defaultProvince),
	};
}

function readAddress(text: string): string | AnswerFault {
	const address = text.trim().replace(/\/+$/, "");
	const whole = /^https?:\/\//i.test(address) ? address : `https://${address}`;
	const read = siteSchema.shape.url.safeParse(whole);
	const isAddress = read.success && !/\s/.test(whole) && new URL(read.data).hostname.includes(".");
	return isAddress
		? read.data
		: { message: strings.badAddress(text.trim()), remedy: strings.badAddressRemedy };
}
