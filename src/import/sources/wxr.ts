import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type {
	ImportedArticle,
	ImportedRecord,
	Source,
	SourceForm,
	SourceOptions,
	UnreadableItem,
} from "../source.ts";
import { SourceError } from "../source.ts";
import { type MediaLibrary, openMedia } from "./media/media-library.ts";
import { metaOf, readPost, readRecord, type WordPressSite } from "./wordpress/read-post.ts";
import type { GalleryPicture } from "./wordpress/shortcodes.ts";
import { strings } from "./xml/strings.ts";
import { childText } from "./xml/xml-element.ts";
import { type XmlItem, xmlItems, xmlText } from "./xml/xml-items.ts";

/** WordPress eXtended RSS, as WordPress's "Tools → Export" writes it: posts, drafts and attachments in one file. */
export const wxr: SourceForm = {
	name: "wordpress",
	summary: strings.forms.wxr,
	recognises: ({ head }) => {
		const text = head.toString("utf8");
		if (!/<rss[\s>]/.test(text)) return 0;
		return /xmlns:wp="http:\/\/wordpress\.org\/export\/|<wp:wxr_version>/.test(text) ? 1 : 0;
	},
	open: wxrSource,
};

function wxrSource(path: string, options: SourceOptions): Source {
	return {
		name: basename(path),
		async *articles() {
			const media = options.media === undefined ? undefined : await openMedia(options.media);
			const site = await readSite(path, options, media);
			let position = 0;
			for await (const item of xmlItems(xmlText(path), ["item"])) {
				position += 1;
				const read = readItem(item, site);
				if (read) yield { position, ...read };
			}
		},
	};
}

function readItem(
	item: XmlItem,
	site: WordPressSite,
):
	| Omit<ImportedArticle, "position">
	| Omit<ImportedRecord, "position">
	| Omit<UnreadableItem, "position">
	| undefined {
	if ("broken" in item) return { unreadable: item.broken };
	try {
		const record = readRecord(item.element, site);
		if (record) return record;
		const reading = readPost(item.element, site);
		if (!reading || !("article" in reading)) return reading;
		return item.repaired.length > 0 ? { ...reading.article, repaired: item.repaired } : reading.article;
	} catch (error) {
		if (error instanceof SourceError) return { unreadable: error.message };
		throw error;
	}
}

/** Reads authors and attachments. They may come after the posts that refer to them, so the file is read twice. */
async function readSite(
	path: string,
	{ fetch }: SourceOptions,
	media: MediaLibrary | undefined,
): Promise<WordPressSite> {
	const authors = new Map<string, string>();
	const attachments = new Map<string, GalleryPicture>();
	await stat(path).catch(() => {
		throw new SourceError(strings.noSuchFile(path));
	});
	for await (const item of xmlItems(xmlText(path), ["item", "wp:author"])) {
		if ("broken" in item) continue;
		const { element } = item;
		const login = childText(element, "wp:author_login");
		if (login !== undefined) authors.set(login, childText(element, "wp:author_display_name") ?? login);
		const id = childText(element, "wp:post_id");
		const address = childText(element, "wp:attachment_url");
		if (id === undefined || address === undefined) continue;
		const caption = childText(element, "excerpt:encoded");
		const alt = metaOf(element, "_wp_attachment_image_alt");
		attachments.set(id, {
			address,
			...(caption === undefined ? {} : { caption }),
			...(alt === undefined ? {} : { alt }),
		});
	}
	return {
		authors,
		attachments,
		...(media === undefined ? {} : { media }),
		...(fetch === undefined ? {} : { fetch }),
	};
}
