/** What the technician sets for the desk: `desk.yml` in the desk's own folder. Everything in it may be left out. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { load } from "js-yaml";
import { z } from "zod";

const address = z.string().min(1);

const settingsSchema = z.strictObject({
	/** How mails are sent; without it, links of invitations are printed. */
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
	/** Where the site is brought after each build, as `npm run deploy -- --to` takes it. */
	deploy: z.strictObject({ to: address }).optional(),
	/** Git remotes, by name or address: for readers' text, and for everything that is not published. */
	remotes: z.strictObject({ publish: address.optional(), backup: address.optional() }).optional(),
});

export type DeskSettings = z.output<typeof settingsSchema>;

export const settingsFile = "desk.yml";

/** The file cannot be used; the message names what is wrong. */
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
