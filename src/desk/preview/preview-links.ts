/** Links with which people without an account see an unpublished text. */
import { createHash, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { writeFileAtomically } from "../../disk/atomic-write.ts";
import { undefinedIfMissing } from "../../disk/undefined-if-missing.ts";
import { recordNames } from "../../model/record-names.ts";
import type { Person } from "../people.ts";

const linkSchema = z.strictObject({
	/** SHA-256 of the key in the address, so the file alone does not open the page. */
	digest: z.string(),
	collection: z.enum(["articles", "pages", ...recordNames]),
	id: z.string(),
	by: z.strictObject({ id: z.string(), name: z.string() }),
	/** Milliseconds since 1970. */
	until: z.number(),
});

/** A link, without its secret key. */
export type PreviewLink = z.output<typeof linkSchema>;

export interface PreviewLinks {
	/** @returns the key, which is not stored */
	create(
		entry: Pick<PreviewLink, "collection" | "id">,
		person: Person,
	): Promise<{ readonly key: string; readonly link: PreviewLink }>;
	/** Undefined for a key that is unknown, revoked or expired. */
	find(key: string): Promise<PreviewLink | undefined>;
	/** The valid links of an entry, newest first. */
	of(entry: Pick<PreviewLink, "collection" | "id">): Promise<readonly PreviewLink[]>;
	/** @param name the beginning of its digest, as `nameOf` gives it */
	revoke(name: string): Promise<void>;
}

/** How long a link is valid, in milliseconds. */
const validFor = 7 * 24 * 60 * 60 * 1000;
const keyPattern = /^[\w-]{43}$/;

/** The name of a link for those who may revoke it. */
export function nameOf({ digest }: PreviewLink): string {
	return digest.slice(0, 16);
}

/** @param clock milliseconds since 1970 */
export function openPreviewLinks(file: string, clock: () => number): PreviewLinks {
	let work: Promise<unknown> = Promise.resolve();

	async function read(): Promise<readonly PreviewLink[]> {
		const text = (await readFile(file, "utf8").catch(undefinedIfMissing)) ?? "[]";
		return z
			.array(linkSchema)
			.parse(JSON.parse(text))
			.filter(({ until }) => until > clock());
	}

	/** Changes run one after the other. */
	function change(make: (links: readonly PreviewLink[]) => readonly PreviewLink[]): Promise<void> {
		const done = work.then(async () => await writeFileAtomically(file, JSON.stringify(make(await read()))));
		work = done.catch(() => {});
		return done;
	}

	return {
		async create({ collection, id }, person) {
			const key = randomBytes(32).toString("base64url");
			const link: PreviewLink = {
				digest: digestOf(key),
				collection,
				id,
				by: { id: person.id, name: person.name },
				until: clock() + validFor,
			};
			await change((links) => [link, ...links]);
			return { key, link };
		},
		async find(key) {
			if (!keyPattern.test(key)) return undefined;
			const digest = digestOf(key);
			return (await read()).find((link) => link.digest === digest);
		},
		async of({ collection, id }) {
			return (await read()).filter((link) => link.collection === collection && link.id === id);
		},
		async revoke(name) {
			await change((links) => links.filter((link) => nameOf(link) !== name));
		},
	};
}

function digestOf(key: string): string {
	return createHash("sha256").update(key).digest("hex");
}
