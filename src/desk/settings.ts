/** The technician's settings for the desk: `desk.yml` in the desk's folder. All of them are optional. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { undefinedIfMissing } from "../disk/undefined-if-missing.ts";
import { strings } from "./strings.ts";

const texts = strings.settings;

const text = z
	.string({ error: ({ input }) => (input === undefined ? texts.missing : texts.notText) })
	.min(1, texts.missing);
const webAddress = z.url({ protocol: /^https?$/, error: texts.badUrl });

/** A part with fields of its own, all of which are known. */
function part<Shape extends z.ZodRawShape>(shape: Shape) {
	return z.strictObject(shape, {
		error: (issue) => (issue.code === "unrecognized_keys" ? texts.unknown(issue.keys ?? []) : texts.notGroup),
	});
}

const settingsSchema = part({
	/** How mails are sent; without it, links for invitations are printed. */
	mail: part({
		server: text.regex(/^smtps?:\/\//, texts.badServer),
		from: text.min(3, texts.badSender),
	}).optional(),
	/** A second way to sign in, for people who were invited. */
	signIn: part({
		name: text,
		discoveryUrl: text.pipe(webAddress),
		clientId: text,
		clientSecret: text,
	}).optional(),
	/** Whom a mail tells of readers' comments that wait. Needs `mail`. */
	comments: part({
		notify: z.array(z.email(texts.badAddress), texts.notAddresses).min(1, texts.notAddresses),
	}).optional(),
	/** For reading what GoatCounter or Umami has counted. */
	counter: part({
		token: text.optional(),
		user: text.optional(),
		password: text.optional(),
		api: webAddress.optional(),
	}).optional(),
	/** Where the site is deployed after each build: a value for `npm run deploy -- --to`. */
	deploy: part({ to: text }).optional(),
	/** Git remotes, by name or address: for published texts, and for everything unpublished. */
	remotes: part({ publish: text.optional(), backup: text.optional() }).optional(),
});

export type DeskSettings = z.output<typeof settingsSchema>;

export const settingsFile = "desk.yml";

/** The file is invalid; the message has every problem: its line, field and remedy. */
export class SettingsError extends Error {}

/** @throws SettingsError */
export async function readSettings(dataDirectory: string): Promise<DeskSettings> {
	const bytes = await readFile(join(dataDirectory, settingsFile)).catch(undefinedIfMissing);
	if (!bytes) return {};
	// Loaded only where there is a file: commands start sooner without it.
	const { formatProblems, readSettingsFile } = await import("../content/index.ts");
	const read = readSettingsFile(settingsSchema, settingsFile, bytes, () => texts.remedy);
	if ("settings" in read) return read.settings;
	const problems = read.problems.map((problem) =>
		// What is told of invalid YAML quotes its lines, and passwords may be in them.
		problem.field === undefined ? { ...problem, message: texts.unreadable, remedy: texts.remedy } : problem,
	);
	throw new SettingsError(formatProblems(problems, dataDirectory).trimEnd());
}
