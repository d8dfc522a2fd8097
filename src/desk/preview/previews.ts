/** Previews of unfinished texts: pages for the form, and links for other people. */
import { randomUUID } from "node:crypto";
import { loadSharp } from "../../images/load-sharp.ts";
import type { Person } from "../people.ts";
import type { DeskStore } from "../store/index.ts";
import type { PreviewLink, PreviewLinks } from "./preview-links.ts";
import type { PreviewFile, PreviewRenderer, PreviewText, RenderedPreview } from "./render-preview.ts";

export interface PreviewsOptions {
	readonly store: DeskStore;
	readonly renderer: PreviewRenderer;
	readonly links: PreviewLinks;
}

export interface Previews {
	readonly links: PreviewLinks;
	/** Makes a page of an unsaved text. @returns its key, if there is a page */
	show(
		text: PreviewText,
		person: Person,
		findFile: (path: string) => Promise<PreviewFile | undefined>,
	): Promise<Omit<RenderedPreview, "html"> & { readonly key?: string }>;
	/** The page that was made for a person. */
	page(key: string, person: Person): string | undefined;
	/**
	 * The current page of a linked entry.
	 *
	 * @param addressOf the address of a file of the entry, for readers with the link
	 */
	linkedPage(link: PreviewLink, addressOf: (path: string) => string): Promise<string | undefined>;
	/** A picture or attachment that a linked entry's page shows. */
	linkedFile(link: PreviewLink, path: string): Promise<Buffer | undefined>;
	/** Bytes and size of a file of an entry, pending or published. */
	fileOf(entry: Omit<PreviewText, "text">, path: string, address: string): Promise<PreviewFile | undefined>;
}

/** Most pages in memory; an article's page has 50 kB. */
const mostPages = 60;
/** A person without rights, who only reads. */
const nobody: Person = { id: "", name: "", email: "", roles: [] };

export function createPreviews({ store, renderer, links }: PreviewsOptions): Previews {
	const pages = new Map<string, { readonly owner: string; readonly html: string }>();
	const linked = new Map<string, string>();

	async function fileOf(
		{ collection, id }: Omit<PreviewText, "text">,
		path: string,
		address: string,
	): Promise<PreviewFile | undefined> {
		const bytes = await store.readFile(collection, id, path);
		if (!bytes) return undefined;
		const size = { address, size: bytes.length };
		if (!/\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(path)) return size;
		const sharp = await loadSharp();
		const read = await sharp(bytes)
			.metadata()
			.catch(() => undefined);
		return read ? { ...size, width: read.autoOrient.width, height: read.autoOrient.height } : size;
	}

	return {
		links,
		fileOf,
		async show(text, person, findFile) {
			const { html, ...found } = await renderer.render(text, findFile);
			if (html === undefined) return found;
			const key = randomUUID();
			pages.set(key, { owner: person.id, html });
			keepNewest(pages);
			return { ...found, key };
		},
		page(key, person) {
			const page = pages.get(key);
			return page?.owner === person.id ? page.html : undefined;
		},
		async linkedPage({ collection, id, digest }, addressOf) {
			const opened = await store.open(collection, id, nobody);
			if ("kind" in opened) return undefined;
			const { text, revision } = opened;
			const key = [digest, revision, await store.readersCommit()].join("\n");
			const known = linked.get(key);
			if (known !== undefined) return known;
			const { html } = await renderer.render({ collection, id, text }, (path) =>
				fileOf({ collection, id }, path, addressOf(path)),
			);
			if (html === undefined) return undefined;
			linked.set(key, html);
			keepNewest(linked);
			return html;
		},
		async linkedFile({ collection, id }, path) {
			const opened = await store.open(collection, id, nobody);
			if ("kind" in opened) return undefined;
			// Only what the page shows: no other texts, and no files of other entries.
			const isOwn = opened.assets.some((asset) => asset.path === path);
			const isShared = path.startsWith("media/") && opened.text.includes(path);
			return isOwn || isShared ? await store.readFile(collection, id, path) : undefined;
		},
	};
}

function keepNewest(map: Map<string, unknown>): void {
	for (const key of map.keys()) {
		if (map.size <= mostPages) return;
		map.delete(key);
	}
}
