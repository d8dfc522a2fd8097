/** The technician's settings for the desk: `desk.yml` in the desk's folder. All of them are optional. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { load } from "js-yaml";
import { z } from "zod";
import { counterKeySchema } from "../voice/elsewhere/counting-service.ts";

const address = z.string().min(1);

const settingsSchema = z.strictObject({
	/** How mails are sent; without it, links for invitations are printed. */
	mail: z.strictObject({ server: z.string().regex(/^smtps?:\/\//), from: z.string().min(3) }).optional(),
	/** A second way to sign in, for people who were invited. */
	signIn: z
		.strictObject({
			name: z.string().min(1),
			discoveryUrl: z.url({ protocol: /^https?$/ }),
			clientId: z.string().min(1),
			clientSecret: z.string().min(1),
		})
		.optional(),
	/** Whom a mail tells of readers' comments that wait. Needs `mail`. */
	comments: z.strictObject({ notify: z.array(z.email()).min(1) }).optional(),
	/** For reading what GoatCounter or Umami has counted. */
	counter: counterKeySchema.optional(),
	/** Where the site is deployed after each build: a value for `npm run deploy -- --to`. */
	deploy: z.strictObject({ to: address }).optional(),
	/** Git remotes, by name or address: for published texts, and for everything unpublished. */
	remotes: z.strictObject({ publish: address.optional(), backup: address.optional() }).optional(),
});

export type DeskSettings = z.output<typeof settingsSchema>;

export const settingsFile = "desk.yml";

/** The file is invalid; the message says why. */
export class SettingsError extends Error {}

/** @throws SettingsError */
export async function readSettings(dataDirectory: string): Promise<DeskSettings> {
	let text: string;
	try {
		text = await readFile(join(dataDirectory, settingsFile), "utf8");
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
		throw error;
	}
	let data: unknown;
	try {
		data = load(text) ?? {};
	} catch (error) {
		throw new SettingsError(error instanceof Error ? error.message.split("\n")[0] : String(error));
	}
	const read = settingsSchema.safeParse(data);
	if (read.success) return read.data;
	throw new SettingsError(
		read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "),
	);
}
