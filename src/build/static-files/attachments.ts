import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { type FileFault, faultOfAttachment } from "../../content/index.ts";
import { attachmentsAddress } from "../../model/addresses.ts";
import { asUrlPath, type UrlPath } from "../../model/ids.ts";
import type { DocumentFile } from "../../site/plan/prepared-files.ts";
import { slugify } from "../../text/index.ts";
import { pagesOfPdf } from "./pdf-pages.ts";
import type { StaticFile } from "./static-file.ts";

export interface PreparedAttachments {
	readonly attachments: ReadonlyMap<string, DocumentFile>;
	readonly files: readonly StaticFile[];
	/** Faults of those that may not be published, by path. */
	readonly faults: ReadonlyMap<string, FileFault>;
}

/**
 * Gives every attachment an address with part of its digest. So a corrected document gets a new address, and no cache
 * serves the old one.
 *
 * @param paths below the content folder
 * @param folder the site's folder for them
 * @param countsPages whether the pages of PDF files are counted
 */
export async function prepareAttachments(
	contentDirectory: string,
	paths: readonly string[],
	{ folder = attachmentsAddress, countsPages = false }: { folder?: UrlPath; countsPages?: boolean } = {},
): Promise<PreparedAttachments> {
	const attachments = new Map<string, DocumentFile>();
	const files = new Map<string, StaticFile>();
	const faults = new Map<string, FileFault>();
	for (const path of paths) {
		const source = join(contentDirectory, path);
		const bytes = await readFile(source);
		const fault = await faultOfAttachment(path, { bytes });
		if (fault) {
			faults.set(path, fault);
			continue;
		}
		const digest = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
		const extension = extname(path).toLowerCase();
		const folders = path.split("/").slice(1, -1);
		const name = slugify(basename(path, extname(path))) || "tep";
		const address = asUrlPath(folder + [...folders, `${name}.${digest}${extension}`].join("/"));
		const pages = countsPages && extension === ".pdf" ? pagesOfPdf(bytes) : undefined;
		attachments.set(path, {
			address,
			size: bytes.length,
			format: extension.slice(1).toUpperCase(),
			...(pages !== undefined && { pages }),
		});
		files.set(address, { address, source, identity: address });
	}
	return { attachments, files: [...files.values()], faults };
}
