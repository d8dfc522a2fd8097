import { readFile, realpath, stat } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import MarkdownIt from "markdown-it";
import { decodePercentSigns } from "../../../text/index.ts";
import { decodeBytes } from "../../encodings/index.ts";
import { firstDate } from "../../read-date.ts";
import type { ImportedArticle, ImportedFile } from "../../source.ts";
import { SourceError } from "../../source.ts";
import { picturesIn } from "../referenced-files.ts";
import { formerAddress } from "./former-address.ts";
import { readMatter, textsOf } from "./front-matter.ts";
import type { MarkdownSite } from "./markdown-site.ts";
import { replaceShortcodes } from "./shortcodes.ts";
import { strings } from "./strings.ts";

const maxFileBytes = 200_000_000;
const datedName = /^(\d{4})-(\d{1,2})-(\d{1,2})[-_](.+)$/;
/** Fields that are read here, or that readers never see. All others are reported as unused. */
const usedFields = new Set(
	"title date publishdate pubdate lastmod updated last_modified_at modified slug url permalink aliases redirect_from draft published author authors description summary excerpt lead categories category tags keywords image images cover featured_image featureimage thumbnail banner photos layout type weight comments toc source canonicalurl canonical_url".split(
		" ",
	),
);

const markdown = new MarkdownIt({ html: true, linkify: false });
// In this project's Markdown, an image's title is its caption.
const image = markdown.renderer.rules.image;
markdown.renderer.rules.image = (tokens, index, options, environment, renderer) => {
	const html = image?.(tokens, index, options, environment, renderer) ?? "";
	const caption = tokens[index]?.attrGet("title");
	return caption
		? `<figure>${html}<figcaption>${markdown.utils.escapeHtml(String(caption))}</figcaption></figure>`
		: html;
};

/**
 * A post of a Markdown folder. Its text is rendered as its generator would do it, and then imported as HTML. So there
 * is one path for every dialect and for HTML within Markdown.
 *
 * @param root of the source
 * @param name the file's path below it, with forward slashes
 * @returns the post, or a Vietnamese message on what is wrong with it
 */
export function readPost(
	root: string,
	name: string,
	bytes: Buffer,
	site: MarkdownSite,
): Omit<ImportedArticle, "position"> | { readonly problem: string } {
	const matter = readMatter(decodeBytes(bytes).text);
	if ("problem" in matter) return matter;
	const texts = (...names: string[]) => names.flatMap((each) => textsOf(matter.fields.get(each)));
	const first = (...names: string[]) => texts(...names)[0];

	const place = placeOf(name);
	const { markdown: plain, unknown } = replaceShortcodes(matter.body);
	const heading = headingAbove(plain);
	const title = first("title") ?? heading?.title;
	if (title === undefined) return { problem: strings.noTitle };
	const isTitleInText = first("title") === undefined;
	const html = markdown.render(isTitleInText && heading ? heading.rest : plain);

	const date = firstDate(...texts("date", "publishdate", "pubdate"), place.day);
	const slug = first("slug") ?? place.slug;
	const categories = texts("categories", "category");
	const stated = first("url", "permalink");
	const day = /^\d{4}-\d{2}-\d{2}/.exec(date ?? "")?.[0] ?? place.day;
	const computed =
		stated?.includes(":") === false
			? stated
			: formerAddress(site, { ...place, slug, title, day, categories });
	const addresses = [computed, ...texts("aliases", "redirect_from")].filter(
		(address) => address !== undefined,
	);
	const lead = first("lead", "description", "summary", "excerpt");
	const updated = firstDate(...texts("lastmod", "updated", "last_modified_at", "modified"));
	const picture = first(
		"image",
		"cover",
		"featured_image",
		"featureimage",
		"thumbnail",
		"banner",
		"images",
		"photos",
	);
	const isDraft =
		first("draft") === "true" || first("published") === "false" || /(?:^|\/)_drafts\//.test(name);
	const files = new Map<string, ImportedFile>();
	for (const reference of [...(picture === undefined ? [] : [picture]), ...picturesIn(html)]) {
		files.set(reference, {
			reference,
			...(reference === picture ? { isLead: true } : {}),
			...(isAddress(reference) ? {} : { read: () => readBeside(root, name, reference, site) }),
		});
	}
	return {
		id: name,
		title,
		slug,
		body: { html },
		...(lead === undefined ? {} : { lead }),
		...(date === undefined ? {} : { date }),
		...(updated === undefined || updated === date ? {} : { updated }),
		authors: authorsOf(matter.fields.get("authors") ?? matter.fields.get("author")),
		categories,
		tags: texts("tags", "keywords")
			.flatMap((tag) => tag.split(","))
			.map((tag) => tag.trim()),
		...(first("source") === undefined ? {} : { source: first("source") as string }),
		formerAddresses: [
			...new Set(
				addresses.map((address) => (isAddress(address) || address.startsWith("/") ? address : `/${address}`)),
			),
		],
		files: [...files.values()],
		...(isDraft ? { isDraft } : {}),
		...(unknown.length > 0
			? { doubts: [{ detail: strings.unknownShortcodes(unknown), confidence: 0.5 }] }
			: {}),
		unused: [...matter.fields.keys()].filter((field) => !usedFields.has(field)),
	};
}

/** The heading of level 1 in a text's first line, and the text below it. */
function headingAbove(text: string): { readonly title: string; readonly rest: string } | undefined {
	const start = text.trimStart();
	const [line = ""] = start.split("\n", 1);
	if (!/^#\s/.test(line)) return undefined;
	const words = line.slice(1).trim();
	let end = words.length;
	while (words[end - 1] === "#") end -= 1;
	// A closing "#" needs a space before it: "C#" is a word.
	const title = end === 0 || /\s/.test(words.charAt(end - 1)) ? words.slice(0, end).trim() : words;
	return title === "" ? undefined : { title, rest: start.slice(line.length) };
}

/** What a file's path tells: Jekyll's day in the name; for "index.md", the folder's name as the slug. */
function placeOf(name: string): {
	readonly path: string;
	readonly slug: string;
	readonly day: string | undefined;
	/** Hugo's language code before the extension: "en" in "post.en.md". */
	readonly language: string | undefined;
} {
	const withoutEnding = name.replace(/\.(?:md|markdown)$/i, "");
	const language = /\.([a-z]{2})$/.exec(withoutEnding)?.[1];
	const path = withoutEnding
		.replace(/\.[a-z]{2}$/, "")
		.replace(/^content\//, "")
		.replace(/^(?:.*\/)?_(?:posts|drafts)\//, "")
		.replace(/\/index$/, "");
	const last = path.split("/").at(-1) ?? path;
	const dated = datedName.exec(last);
	if (!dated) return { path, slug: last, day: undefined, language };
	const [, year = "", month = "", day = "", slug = ""] = dated;
	return { path, slug, day: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`, language };
}

/** Authors may be names, or objects with a `name`. */
function authorsOf(value: unknown): string[] {
	const each = Array.isArray(value) ? value : [value];
	return each.flatMap((author) =>
		typeof author === "object" && author !== null && "name" in author
			? textsOf(author.name)
			: textsOf(author),
	);
}

function isAddress(reference: string): boolean {
	return /^(?:[a-z]+:)?\/\//i.test(reference);
}

/** Reads a picture beside the post, in its asset folder, or in a folder of static files. Never outside the root. */
async function readBeside(
	root: string,
	name: string,
	reference: string,
	site: MarkdownSite,
): Promise<Uint8Array> {
	const path = decodePercentSigns(reference.split(/[?#]/, 1)[0] ?? "");
	const beside = [join(dirname(name), path), join(name.replace(/\.\w+$/, ""), path)];
	const inStatic = site.staticFolders.map((folder) => join(folder, path));
	const inside = await realpath(root);
	let isOutside = false;
	for (const candidate of path.startsWith("/") ? inStatic : [...beside, ...inStatic]) {
		const found = await realpath(join(root, candidate)).catch(() => undefined);
		if (found === undefined) continue;
		isOutside = !found.startsWith(inside + sep);
		const { size } = await stat(found);
		if (!isOutside && size <= maxFileBytes) return readFile(found);
	}
	throw new SourceError(isOutside ? strings.outside(reference) : strings.noSuchFile(reference));
}
