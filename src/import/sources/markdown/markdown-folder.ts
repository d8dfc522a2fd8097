import { opendir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { formatBytes } from "../../../text/index.ts";
import type { ImportedArticle, Source, SourceForm, SourceSample, UnreadableItem } from "../../source.ts";
import { SourceError } from "../../source.ts";
import { readSite } from "./markdown-site.ts";
import { readPost } from "./read-post.ts";
import { strings } from "./strings.ts";

const maxBytes = 5_000_000;
const skippedFolders = new Set([
	".git",
	"node_modules",
	"public",
	"_site",
	"themes",
	"archetypes",
	"layouts",
	"vendor",
]);

/** Folders of Hugo, Jekyll or Hexo, and any other folder of Markdown files with front matter. */
export const markdownFolder: SourceForm = {
	name: "markdown",
	summary: strings.summary,
	recognises,
	open: (path) => markdownSource(path),
};

function recognises({ isFolder, names, path, head }: SourceSample): number {
	if (!isFolder) return isPost(path) && /^(?:---|\+\+\+|\{)/.test(head.toString("latin1", 0, 4)) ? 0.5 : 0;
	const isGenerator = names.some((name) =>
		/^(?:_config\.ya?ml|(?:hugo|config)\.(?:toml|ya?ml|json)|config\/_default\/)/.test(name),
	);
	const posts = names.filter(isPost).length;
	if (posts === 0) return 0;
	return isGenerator ? 0.9 : posts > names.length / 2 ? 0.6 : 0.25;
}

function isPost(name: string): boolean {
	return (
		/\.(?:md|markdown)$/i.test(name) &&
		!/(?:^|\/)(?:readme|license|changelog|_index(?:\.\w+)?)\.\w+$/i.test(name)
	);
}

function markdownSource(path: string): Source {
	return {
		name: basename(path),
		async *articles() {
			const found = await stat(path).catch(() => {
				throw new SourceError(strings.noSuchFolder(path));
			});
			const root = found.isDirectory() ? path : dirname(path);
			const names = found.isDirectory() ? await filesBelow(root) : [basename(path)];
			const site = await readSite(root, names);
			let position = 0;
			for (const name of postsOf(names, site.generator)) {
				position += 1;
				yield await readItem(root, name, position, site);
			}
		},
	};
}

/** The files that are posts. Jekyll and Hexo also have pages, such as "about.md"; those are not articles. */
function postsOf(names: readonly string[], generator: string): string[] {
	const posts = names.filter(isPost);
	if (generator === "jekyll" || generator === "hexo") {
		return posts.filter((name) => /(?:^|\/)_(?:posts|drafts)\//.test(name));
	}
	return generator === "hugo" ? posts.filter((name) => name.startsWith("content/")) : posts;
}

async function readItem(
	root: string,
	name: string,
	position: number,
	site: Parameters<typeof readPost>[3],
): Promise<ImportedArticle | UnreadableItem> {
	const file = join(root, name);
	const { size } = await stat(file);
	if (size > maxBytes) {
		return { position, id: name, unreadable: strings.tooLarge(formatBytes(maxBytes)) };
	}
	const post = readPost(root, name, await readFile(file), site);
	return "problem" in post ? { position, id: name, unreadable: post.problem } : { position, ...post };
}

async function filesBelow(root: string): Promise<string[]> {
	const names: string[] = [];
	const waiting = [root];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		for await (const entry of await opendir(next)) {
			const path = join(next, entry.name);
			if (entry.isDirectory() && !skippedFolders.has(entry.name)) waiting.push(path);
			if (entry.isFile()) names.push(relative(root, path).split(sep).join("/"));
		}
	}
	return names.sort();
}
