import { readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { parseHTML } from "linkedom";
import { z } from "zod";
import { parseSettings } from "../../parse-settings.ts";
import { SourceError } from "../../source.ts";
import { strings } from "./strings.ts";

const [blank] = [parseHTML("<html><body></body></html>").document];

const selector = z
	.string(strings.profileNotText)
	.refine(isSelector, { error: ({ input }) => strings.profileBadSelector(String(input)) });
/** One selector, or several of which the first that finds something counts. */
const selectors = z
	.union([selector, z.array(selector).min(1).max(20)], {
		error: ({ input }) =>
			typeof input === "string" || Array.isArray(input)
				? strings.profileBadSelector(String(input))
				: strings.profileNotText,
	})
	.transform((value) => (typeof value === "string" ? [value] : value));

const addressStart = z.string(strings.profileBadAddress).startsWith("/", strings.profileBadAddress);

/** How an old portal's pages are made: where what stands, by CSS selectors. */
export const profileSchema = z.strictObject(
	{
		/** The portal's name, for people. */
		name: z.string(strings.profileNotText).max(200).optional(),
		/** How bytes become text; what the page says where it is absent. */
		encoding: z
			.string(strings.profileNotText)
			.regex(/^[\w-]{3,40}$/, strings.profileBadEncoding)
			.optional(),
		title: selectors.optional(),
		date: selectors.optional(),
		lead: selectors.optional(),
		author: selectors.optional(),
		/** Every match of the selector that counts is text, in order. */
		body: selectors.optional(),
		captions: selectors.optional(),
		keywords: selectors.optional(),
		category: selectors.optional(),
		source: selectors.optional(),
		/** What is left out wherever it stands. All selectors count. */
		remove: selectors.optional(),
		/** How addresses of articles begin; other pages are passed over. */
		addresses: z
			.union([addressStart, z.array(addressStart).max(50)], strings.profileBadAddress)
			.transform((value) => (typeof value === "string" ? [value] : value))
			.optional(),
	},
	{
		error: (issue) =>
			issue.code === "unrecognized_keys" ? strings.profileUnknownField(issue.keys ?? []) : undefined,
	},
);
export type Profile = z.output<typeof profileSchema>;

/** Whether a profile says that no articles have addresses like this one. */
export function isPassedOver(address: string, profile: Profile | undefined): boolean {
	if (!profile?.addresses || !URL.canParse(address, "http://host.invalid")) return false;
	const { pathname } = new URL(address, "http://host.invalid");
	return !profile.addresses.some((beginning) => pathname.startsWith(beginning));
}

function isSelector(text: string): boolean {
	try {
		blank?.querySelector(text);
		return text.trim() !== "";
	} catch {
		return false;
	}
}

/**
 * Reads a profile.
 *
 * @throws {SourceError} with every problem in the file: place, field, remedy
 */
export async function readProfile(path: string): Promise<Profile> {
	const bytes = await readFile(path).catch(() => {
		throw new SourceError(strings.noSuchProfile(path));
	});
	return parseProfile(basename(path), bytes, dirname(path));
}

/** @throws {SourceError} as `readProfile` */
export function parseProfile(file: string, bytes: Buffer, directory = "."): Profile {
	return parseSettings(profileSchema, file, bytes, strings.profileRemedy, directory);
}
