import { dirname } from "node:path";
import type { FileFault } from "../../content/index.ts";
import { createImageStore, makeShareCard } from "../../images/index.ts";
import { documentFilesAddress } from "../../model/addresses.ts";
import type { UrlPath } from "../../model/ids.ts";
import type { Portal } from "../../model/portal.ts";
import type { Progress } from "../../model/progress.ts";
import { filesUsed } from "../../site/plan/files-used.ts";
import type { PreparedFiles, ShareCard } from "../../site/plan/prepared-files.ts";
import { strings } from "../strings.ts";
import { prepareAttachments } from "./attachments.ts";
import type { StaticFile } from "./static-file.ts";

export interface PreparationOptions {
	readonly contentDirectory: string;
	readonly cacheDirectory: string;
	/** The portal's colour, as `#a61b1b`. */
	readonly accent: string;
	/** Whether pictures that are not in the cache only get predicted addresses and sizes. @default false */
	readonly foresee?: boolean;
}

export interface Preparation extends PreparedFiles {
	readonly files: readonly StaticFile[];
	/** Faults of files that could not be prepared, by path below the content folder. */
	readonly faults: ReadonlyMap<string, FileFault>;
	/** The addresses of predicted files, with the path of each one's source picture. */
	readonly awaited: ReadonlyMap<UrlPath, string>;
}

/** Prepares the pictures and attachments that the portal shows, and the share cards of its committees. */
export async function prepareFiles(
	portal: Portal,
	{ contentDirectory, cacheDirectory, accent, foresee = false }: PreparationOptions,
	progress: Progress,
): Promise<Preparation> {
	const used = filesUsed(portal);
	const store = createImageStore({ contentDirectory, cacheDirectory });
	progress.start(strings.pictures, used.pictures.length);
	const { pictures, faults } = await store.prepare(used.pictures, {
		foresee,
		onProgress: () => progress.advance(),
	});
	const shareCards = new Map<string, ShareCard>();
	const cards = new Map<string, StaticFile>();
	const headings = new Map([
		["", portal.site.name],
		...[...portal.committees.values()].map(({ id, name }) => [id, name] as const),
	]);
	for (const [id, heading] of headings) {
		const card = await makeShareCard({
			heading,
			footer: id === "" ? portal.site.organisation : portal.site.name,
			cacheDirectory,
			accent,
			foresee,
		});
		shareCards.set(id, card);
		// Committees with the same name share a card.
		if (card.cached) cards.set(card.src, cachedPicture(card.src, card.cached));
	}
	const { attachments, files, faults: others } = await prepareAttachments(contentDirectory, used.attachments);
	const shown = await prepareAttachments(contentDirectory, used.documentFiles, {
		folder: documentFilesAddress,
		countsPages: true,
	});
	progress.done();
	return {
		pictures,
		pictureBytes: new Map([...store.files()].map(({ address, bytes }) => [address, bytes])),
		attachments,
		documentFiles: shown.attachments,
		shareCards,
		faults: new Map([...faults, ...others, ...shown.faults]),
		awaited: store.awaited(),
		files: [
			...[...store.files()].map(({ address, cachedFile: file, sha256 }) =>
				cachedPicture(address, { file, sha256 }),
			),
			...cards.values(),
			...files,
			...shown.files,
		],
	};
}

/** A picture as a static file. Its address contains the digest of its source, so it is its identity. */
function cachedPicture(address: UrlPath, { file, sha256 }: { file: string; sha256: string }): StaticFile {
	return { address, source: file, identity: address, cached: { sha256, folder: dirname(file) } };
}
