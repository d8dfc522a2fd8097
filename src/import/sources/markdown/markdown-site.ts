import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { FAILSAFE_SCHEMA, load } from "js-yaml";
import { parse as parseToml } from "smol-toml";

/** The generator that a folder was made for, and what its settings say about addresses. */
export interface MarkdownSite {
	readonly generator: "hugo" | "jekyll" | "hexo" | "none";
	/** Folders, relative to the root, where a file such as "/anh/a.jpg" may lie. */
	readonly staticFolders: readonly string[];
	/** Address patterns. Hugo has one for each section; Jekyll and Hexo have one, under the key "". */
	readonly permalinks: ReadonlyMap<string, string>;
	/** Hugo: the language whose pages have no language folder in their address. */
	readonly language?: string;
}

const settingsFiles = [
	"hugo.toml",
	"hugo.yaml",
	"hugo.yml",
	"hugo.json",
	"config.toml",
	"config.yaml",
	"config.yml",
	"config.json",
	"config/_default/hugo.toml",
	"config/_default/config.toml",
	"_config.yml",
	"_config.yaml",
];
/** Jekyll's names for its own patterns. */
const jekyllStyles: Readonly<Record<string, string>> = {
	date: "/:categories/:year/:month/:day/:title.html",
	pretty: "/:categories/:year/:month/:day/:title/",
	ordinal: "/:categories/:year/:y_day/:title.html",
	none: "/:categories/:title.html",
};
const hexoPattern = ":year/:month/:day/:title/";

/** @param names names of the files below the root, by which Jekyll and Hexo are told apart */
export async function readSite(root: string, names: readonly string[]): Promise<MarkdownSite> {
	const settings = await readSettings(root);
	const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
	if (has(/^source\/_posts\//)) {
		return {
			generator: "hexo",
			staticFolders: ["source", "."],
			permalinks: new Map([["", textOf(settings.permalink) ?? hexoPattern]]),
		};
	}
	if (has(/(?:^|\/)_posts\//)) {
		const style = textOf(settings.permalink) ?? "date";
		return {
			generator: "jekyll",
			staticFolders: ["."],
			permalinks: new Map([["", jekyllStyles[style] ?? style]]),
		};
	}
	if (has(/^content\//) || has(/^static\//)) {
		return {
			generator: "hugo",
			staticFolders: ["static", "assets", "content"],
			permalinks: hugoPatterns(settings),
			language: languageOf(settings),
		};
	}
	return { generator: "none", staticFolders: ["."], permalinks: new Map() };
}

/** The site's language, Vietnamese where the settings state none. (Hugo's own default is English.) */
function languageOf(settings: Readonly<Record<string, unknown>>): string {
	const stated = new Map(Object.entries(settings).map(([name, value]) => [name.toLowerCase(), value]));
	const language = textOf(stated.get("defaultcontentlanguage")) ?? textOf(stated.get("languagecode")) ?? "vi";
	return language.slice(0, 2).toLowerCase();
}

async function readSettings(root: string): Promise<Readonly<Record<string, unknown>>> {
	for (const name of settingsFiles) {
		const text = await readFile(join(root, name), "utf8").catch(() => undefined);
		if (text === undefined) continue;
		try {
			const settings: unknown = name.endsWith(".toml")
				? parseToml(text)
				: name.endsWith(".json")
					? JSON.parse(text)
					: load(text, { schema: FAILSAFE_SCHEMA });
			if (typeof settings === "object" && settings !== null) return settings as Record<string, unknown>;
		} catch {
			// Where settings cannot be read, the generator's defaults apply.
		}
	}
	return {};
}

function hugoPatterns(settings: Readonly<Record<string, unknown>>): Map<string, string> {
	const patterns = new Map<string, string>();
	const found = settings.permalinks;
	if (typeof found !== "object" || found === null) return patterns;
	for (const [section, pattern] of Object.entries(found)) {
		if (typeof pattern === "string") patterns.set(section, pattern);
		else if (section === "page" && typeof pattern === "object" && pattern !== null) {
			for (const [name, each] of Object.entries(pattern)) {
				if (typeof each === "string") patterns.set(name, each);
			}
		}
	}
	return patterns;
}

function textOf(value: unknown): string | undefined {
	return typeof value === "string" && value !== "" ? value : undefined;
}
