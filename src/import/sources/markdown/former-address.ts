import { slugify } from "../../../text/index.ts";
import type { MarkdownSite } from "./markdown-site.ts";

/** The parts of which a generator's patterns build an address. */
export interface PostPlace {
	/** The path below the folder of posts or content, without its extension. */
	readonly path: string;
	/** From the file's name or the front matter. */
	readonly slug: string;
	readonly title: string;
	/** "2019-02-13", if it is known. */
	readonly day: string | undefined;
	readonly categories: readonly string[];
	/** The language that the file's name states: "en" in "post.en.md". */
	readonly language: string | undefined;
}

/** The address that the generator gave a post. Undefined if the pattern needs a part that is unknown. */
export function formerAddress(site: MarkdownSite, place: PostPlace): string | undefined {
	if (site.generator === "hugo") {
		const { language } = place;
		const folderOfLanguage = language === undefined || language === site.language ? "" : `/${language}`;
		const section = place.path.split("/")[0] ?? "";
		const pattern = site.permalinks.get(section);
		if (pattern === undefined) {
			const folder = place.path.split("/").slice(0, -1).join("/");
			return slashed(`${folderOfLanguage}/${folder}/${place.slug}/`.toLowerCase());
		}
		const address = fill(pattern, place);
		return address === undefined ? undefined : `${folderOfLanguage}${address}`;
	}
	const pattern = site.permalinks.get("");
	return pattern === undefined ? undefined : fill(pattern, place);
}

/** Fills a pattern such as "/:categories/:year/:month/:day/:title.html". */
function fill(pattern: string, { path, slug, title, day, categories }: PostPlace): string | undefined {
	const [year, month, date] = day?.split("-") ?? [];
	const values: Readonly<Record<string, string | undefined>> = {
		year,
		month,
		day: date,
		i_month: month?.replace(/^0/, ""),
		i_day: date?.replace(/^0/, ""),
		short_year: year?.slice(2),
		slug,
		title: slug,
		name: slug,
		filename: path.split("/").at(-1),
		contentbasename: path.split("/").at(-1),
		slugorfilename: slug,
		slugorcontentbasename: slug,
		post_title: slugify(title),
		categories: categories.map((category) => slugify(category)).join("/"),
		category: categories.map((category) => slugify(category)).join("/"),
		section: path.split("/")[0],
		sections: path.split("/").slice(0, -1).join("/"),
		output_ext: ".html",
	};
	let isWhole = true;
	const address = pattern.replace(/:(\w+)/g, (_, name: string) => {
		const value = values[name.toLowerCase()];
		isWhole &&= value !== undefined;
		return value ?? "";
	});
	return isWhole ? slashed(`/${address}`) : undefined;
}

function slashed(address: string): string {
	return encodeURI(address.replace(/\/{2,}/g, "/"));
}
