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
/** One selector, or several; the first one that finds something is used. */
const selectors = z
	.union([selector, z.array(selector).min(1).max(20)], {
		error: ({ input }) =>
			typeof input === "string" || Array.isArray(input)
				? strings.profileBadSelector(String(input))
				: strings.profileNotText,
	})
	.transform((value) => (typeof value === "string" ? [value] : value));

const addressStart = z.string(strings.profileBadAddress).startsWith("/", strings.profileBadAddress);

/** How an old portal's pages are built: CSS selectors for each part. */
export const profileSchema = z.strictObject(
	{
		/** The portal's name, for users. */
		name: z.string(strings.profileNotText).max(200).optional(),
		/** The pages' encoding; by default, what each page declares. */
		encoding: z
			.string(strings.profileNotText)
			.regex(/^[\w-]{3,40}$/, strings.profileBadEncoding)
			.optional(),
		title: selectors.optional(),
		date: selectors.optional(),
		lead: selectors.optional(),
		author: selectors.optional(),
		/** All matches of the selector that is used are text, in order. */
		body: selectors.optional(),
		captions: selectors.optional(),
		keywords: selectors.optional(),
		category: selectors.optional(),
		source: selectors.optional(),
		/** What is removed, wherever it is. All selectors are applied. */
		remove: selectors.optional(),
		/** How the paths of articles begin; other pages are skipped. */
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

/** Whether a profile excludes this address: its path begins like none of `addresses`. */
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
 * @throws {SourceError} listing every problem in the file with place, field and remedy
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
